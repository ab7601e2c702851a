import type { SendAnswer } from '../../../lib/client/connection/room-connection.ts';
import type { RequestBody } from '../../../lib/room/protocol/requests.ts';

/** Something that was asked of a room, and what was answered. */
export interface Entry {
	readonly person: string;
	readonly id: string;
	readonly body: RequestBody;
	/** Null: nothing has come back yet. */
	answer: SendAnswer | null;
	/** Its place among what this person has asked. */
	readonly order: number;
}

/** All that was asked of one room. */
export class Ledger {
	readonly entries: Entry[] = [];
	readonly #orders = new Map<string, number>();

	add(person: string, id: string, body: RequestBody): Entry {
		const order = (this.#orders.get(person) ?? 0) + 1;
		this.#orders.set(person, order);
		const entry = { person, id, body, answer: null, order };
		this.entries.push(entry);
		return entry;
	}
}
