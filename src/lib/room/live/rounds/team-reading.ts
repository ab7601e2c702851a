import * as v from 'valibot';
import type { RoomRows } from '../kept/room-rows.ts';

const openedSchema = v.strictObject({ injects: v.array(v.string()) });
const sharedSchema = v.strictObject({ sinceMin: v.number(), readers: v.array(v.string()) });
type Shared = v.InferOutput<typeof sharedSchema>;

/** What each team has had before its eyes, and among whom it has shared out what is new. Kept in rows. */
export class TeamReading {
	readonly #rows: RoomRows;
	readonly #opened: Map<string, readonly string[]>;
	readonly #shared: Map<string, Shared>;

	private constructor(
		rows: RoomRows,
		opened: Map<string, { injects: string[] }>,
		shared: Map<string, Shared>
	) {
		this.#rows = rows;
		this.#opened = new Map([...opened].map(([team, { injects }]) => [team, injects]));
		this.#shared = shared;
	}

	static async read(rows: RoomRows): Promise<TeamReading> {
		return new TeamReading(
			rows,
			await rows.read('opened', openedSchema),
			await rows.read('sharedReading', sharedSchema)
		);
	}

	/** Messages that somebody of a team has opened. */
	openedBy(team: string): readonly string[] {
		return this.#opened.get(team) ?? [];
	}

	async open(team: string, injects: readonly string[]): Promise<void> {
		const before = this.openedBy(team);
		const fresh = injects.filter((one) => !before.includes(one));
		if (fresh.length === 0) return;
		const now = [...before, ...new Set(fresh)];
		await this.#rows.put('opened', team, { injects: now });
		this.#opened.set(team, now);
	}

	/** Among whom a team has shared out what has come since a minute; null: everybody reads everything. */
	readersOf(team: string, sinceMin: number): readonly string[] | null {
		const shared = this.#shared.get(team);
		return shared?.sinceMin === sinceMin ? shared.readers : null;
	}

	/** @param readers null: everybody reads everything after all */
	async share(team: string, sinceMin: number, readers: readonly string[] | null): Promise<void> {
		if (readers === null) {
			await this.#rows.remove('sharedReading', team);
			this.#shared.delete(team);
			return;
		}
		const row = { sinceMin, readers: [...readers] };
		await this.#rows.put('sharedReading', team, row);
		this.#shared.set(team, row);
	}
}
