import * as v from 'valibot';
import type { Clock } from '../../clock.ts';
import type { RoomRefusal } from '../../protocol/refusals.ts';
import type { ChairPart } from '../desk/staff-parts.ts';
import type { RoomRows } from '../kept/room-rows.ts';

/** A host who has been away for so long can be stood in for. */
export const HOST_SILENT_MS = 20_000;

const chairSchema = v.strictObject({ person: v.nullable(v.string()) });

interface ChairParts {
	readonly rows: RoomRows;
	readonly clock: Clock;
	/** Whether a page of somebody is connected. */
	readonly isHere: (person: string) => boolean;
	/** Whether it can be taken has changed without anybody's doing. */
	readonly changed: () => void;
}

/** Which of a room's facilitators is its host: alone hands out links, ends and erases. Kept in a row. */
export class Chair {
	readonly #parts: ChairParts;
	#person: string | null;
	/** Since when the host is away; null: here. */
	#awaySinceMs: number | null = null;

	private constructor(parts: ChairParts, person: string | null) {
		this.#parts = parts;
		this.#person = person;
		// After a restart nobody is here yet.
		this.#isAway();
	}

	/** @param first who is the host where no row says so */
	static async read(parts: ChairParts, first: string | null): Promise<Chair> {
		const row = (await parts.rows.read('chair', chairSchema)).get('chair');
		return new Chair(parts, row === undefined ? first : row.person);
	}

	get person(): string | null {
		return this.#person;
	}

	get part(): ChairPart {
		return { person: this.#person, canBeTaken: this.#canBeTaken };
	}

	isHost(person: string): boolean {
		return this.#person === person;
	}

	/** The first facilitator of a room is its host. */
	async takeIfFree(person: string): Promise<void> {
		if (this.#person === null) await this.give(person);
	}

	async take(person: string): Promise<{ readonly refusal: RoomRefusal } | null> {
		if (this.#person !== null && this.#person !== person && !this.#canBeTaken)
			return { refusal: { code: 'hostIsHere', params: {} } };
		await this.give(person);
		return null;
	}

	/** Null: nobody sits in it any more. */
	async give(person: string | null): Promise<void> {
		await this.#parts.rows.put('chair', 'chair', { person });
		this.#person = person;
		if (person !== null && this.#parts.isHere(person)) this.#awaySinceMs = null;
		else this.#isAway();
	}

	/** Somebody has come or gone. */
	presence(person: string, isHere: boolean): void {
		if (person !== this.#person) return;
		if (isHere) this.#awaySinceMs = null;
		else this.#isAway();
	}

	/** From now on. Once that has lasted, desks are told that the chair can be taken. */
	#isAway(): void {
		const sinceMs = this.#parts.clock.nowMs();
		this.#awaySinceMs = sinceMs;
		this.#parts.clock.later(() => {
			if (this.#awaySinceMs === sinceMs) this.#parts.changed();
		}, HOST_SILENT_MS);
	}

	get #canBeTaken(): boolean {
		if (this.#person === null) return true;
		const sinceMs = this.#awaySinceMs;
		return sinceMs !== null && this.#parts.clock.nowMs() - sinceMs >= HOST_SILENT_MS;
	}
}
