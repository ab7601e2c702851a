import * as v from 'valibot';
import { idField } from '../../../exercise/log/fields.ts';
import type { ComparedShock } from '../../../outages/evaluate/compared-shock.ts';
import type { Clock } from '../../clock.ts';
import { AT_START, put, type Playback } from '../worlds/playback.ts';
import type { RoomRows } from '../kept/room-rows.ts';

const ROW = 'shock';
/** So many shocks of a kind can be chosen from. */
export const SHOCKS_MOST = 52;
export const shockNumberField = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(SHOCKS_MOST - 1));
const chosenSchema = v.strictObject({ kind: idField, number: shockNumberField });
export type ChosenShock = v.InferOutput<typeof chosenSchema>;

/** The shock that a room looks at in two worlds, and how far its maps have been played. */
export class WatchedShock {
	readonly #rows: RoomRows;
	readonly #clock: Clock;
	#chosen: ChosenShock | null;
	#shock: ComparedShock | null = null;
	#hasFailed = false;
	#playback = AT_START;
	/** Of any two runs the later one holds. */
	#turn = 0;

	private constructor(rows: RoomRows, clock: Clock, chosen: ChosenShock | null) {
		this.#rows = rows;
		this.#clock = clock;
		this.#chosen = chosen;
	}

	static async read(rows: RoomRows, clock: Clock): Promise<WatchedShock> {
		return new WatchedShock(rows, clock, (await rows.read('outages', chosenSchema)).get(ROW) ?? null);
	}

	/** Null: nobody has chosen one. */
	get chosen(): ChosenShock | null {
		return this.#chosen;
	}

	/** Null: it is being run, or could not be: {@link hasFailed}. */
	get shock(): ComparedShock | null {
		return this.#shock;
	}

	get hasFailed(): boolean {
		return this.#hasFailed;
	}

	get playback(): Playback {
		return this.#playback;
	}

	async choose(chosen: ChosenShock): Promise<void> {
		await this.#rows.put('outages', ROW, chosen);
		this.#chosen = chosen;
	}

	/** @throws Error where it could not be run; that is said then */
	async run(watch: () => Promise<ComparedShock>): Promise<void> {
		const turn = ++this.#turn;
		this.#shock = null;
		this.#hasFailed = false;
		const shock = await watch().catch((error: unknown) => {
			this.#hasFailed = turn === this.#turn;
			throw error;
		});
		if (turn !== this.#turn) return;
		this.#shock = shock;
		// Whoever waited for it sees it from its beginning.
		if (this.#playback.sinceMs !== null) this.play(0, true);
	}

	/** @param at share of the axis of time; null: where it stands, or from the start where it has come to its end */
	play(at: number | null, plays: boolean): void {
		this.#playback = put(this.#playback, at, plays, this.#clock.nowMs());
	}
}
