import * as v from 'valibot';
import type { LogStore, RowChanges } from '../../store/log-store.ts';
import type { RoomSummary } from '../live-room-contract.ts';

/** The tables beside the log of a room, and which hold what people have written: erasing names takes those out. */
export const ROW_TABLES = {
	people: 'facts',
	leads: 'facts',
	teams: 'facts',
	door: 'facts',
	chair: 'facts',
	rounds: 'facts',
	timer: 'facts',
	clock: 'facts',
	stage: 'facts',
	agenda: 'facts',
	ballots: 'facts',
	votes: 'facts',
	counted: 'facts',
	turnout: 'facts',
	outages: 'facts',
	releases: 'facts',
	planners: 'facts',
	opened: 'facts',
	sharedReading: 'facts',
	pads: 'texts',
	advice: 'texts',
	reflections: 'texts',
	wifi: 'texts'
} as const;
export type RowTable = keyof typeof ROW_TABLES;

/** What is kept beside the log of one room, by table and key. */
export class RoomRows {
	readonly #store: LogStore<RoomSummary>;
	readonly #room: string;

	constructor(store: LogStore<RoomSummary>, room: string) {
		this.#store = store;
		this.#room = room;
	}

	/** The rows of a table that hold, by key. One that does not is left out: it was written by another version. */
	async read<Value>(table: RowTable, schema: v.GenericSchema<unknown, Value>): Promise<Map<string, Value>> {
		const rows = await this.#store.rows(this.#room, table);
		return new Map(
			rows.flatMap(({ key, value }) => {
				const read = v.safeParse(schema, value);
				return read.success ? [[key, read.output] as const] : [];
			})
		);
	}

	put(table: RowTable, key: string, value: unknown): Promise<void> {
		return this.#store.putRow(this.#room, table, key, value);
	}

	remove(table: RowTable, key: string): Promise<void> {
		return this.#store.removeRow(this.#room, table, key);
	}

	/** All of it or nothing, in one write. */
	change(changes: RowChanges & { readonly put: readonly { readonly table: RowTable }[] }): Promise<void> {
		return this.#store.changeRows(this.#room, changes);
	}
}
