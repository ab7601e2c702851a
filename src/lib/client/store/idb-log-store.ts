import type { IDBPDatabase } from 'idb';
import type { RoomEvent } from '../../exercise/log/events.ts';
import {
	appendFault,
	StoreFault,
	type LogHead,
	type LogStore,
	type Row,
	type RowChanges,
	type StoredLog
} from '../../room/store/log-store.ts';
import { openTables, type Tables } from './idb-tables.ts';

const NAME = 'patchfall';

/** A crash of the whole machine loses nothing that was acknowledged. */
const DURABLE = { durability: 'strict' } as const;

/** Logs in the browser's own database. */
export class IdbLogStore<Summary> implements LogStore<Summary> {
	readonly #db: IDBPDatabase<Tables<Summary>>;

	private constructor(db: IDBPDatabase<Tables<Summary>>) {
		this.#db = db;
	}

	/** @throws StoreFault where there is no database to be had */
	static async open<Summary>(name = NAME): Promise<IdbLogStore<Summary>> {
		if (typeof indexedDB === 'undefined') throw new StoreFault('missing');
		return faulty(
			() =>
				new Promise((resolve, reject) => {
					openTables<Summary>(name, {
						blocked: () => reject(new StoreFault('blocked')),
						// A later version of this page wants to change the tables: it may.
						blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close()
					}).then((db) => resolve(new IdbLogStore(db)), reject);
				})
		);
	}

	/** Gives the connection back; what is under way is finished first. Nothing may be asked of it afterwards. */
	close(): void {
		this.#db.close();
	}

	create({ head, events }: StoredLog<Summary>): Promise<void> {
		return faulty(async () => {
			const change = this.#change();
			const table = change.objectStore('events');
			await finished(change.done, [
				heard(change.objectStore('logs').put(head)),
				heard(table.delete(eventsOf(head.id))),
				...events.map((event, n) => heard(table.put(event, [head.id, n])))
			]);
		});
	}

	append(head: LogHead<Summary>, expectedVersion: number, events: readonly RoomEvent[]): Promise<void> {
		return faulty(async () => {
			const change = this.#change();
			const table = change.objectStore('events');
			const before = await change.objectStore('logs').get(head.id);
			const last = await table.getKey([head.id, expectedVersion - 1]);
			const reaches = expectedVersion === 0 || last !== undefined;
			const after = await table.getAll(eventsOf(head.id, expectedVersion));
			const fault = appendFault(before, head, reaches, after, events);
			if (fault !== null) throw fault;
			await finished(change.done, [
				heard(change.objectStore('logs').put(head)),
				...events.map((event, i) => heard(table.put(event, [head.id, expectedVersion + i])))
			]);
		});
	}

	read(id: string, fromVersion = 0): Promise<StoredLog<Summary> | null> {
		return faulty(async () => {
			const look = this.#look();
			const [head, events] = await Promise.all([
				heard(look.objectStore('logs').get(id)),
				heard(look.objectStore('events').getAll(eventsOf(id, fromVersion)))
			]);
			return head === undefined ? null : { head, events };
		});
	}

	list(): Promise<readonly LogHead<Summary>[]> {
		return faulty(() => this.#look().objectStore('logs').getAll());
	}

	forget(id: string): Promise<void> {
		return faulty(async () => {
			const change = this.#change();
			await finished(change.done, [
				heard(change.objectStore('logs').delete(id)),
				heard(change.objectStore('events').delete(eventsOf(id))),
				heard(change.objectStore('rows').delete(IDBKeyRange.bound([id], [id, []])))
			]);
		});
	}

	takeOver(id: string, writer: string): Promise<StoredLog<Summary> | null> {
		return faulty(async () => {
			const change = this.#change();
			const before = await change.objectStore('logs').get(id);
			if (before === undefined) return null;
			const head = { ...before, writer };
			const events = heard(change.objectStore('events').getAll(eventsOf(id)));
			await finished(change.done, [heard(change.objectStore('logs').put(head)), events]);
			return { head, events: await events };
		});
	}

	putRow(id: string, table: string, key: string, value: unknown): Promise<void> {
		return faulty(async () => {
			const change = this.#change();
			if ((await change.objectStore('logs').getKey(id)) === undefined) throw new StoreFault('gone');
			await finished(change.done, [heard(change.objectStore('rows').put(value, [id, table, key]))]);
		});
	}

	rows(id: string, table: string): Promise<readonly Row[]> {
		return faulty(async () => {
			const rows = this.#look().objectStore('rows');
			const all = IDBKeyRange.bound([id, table], [id, table, []]);
			const [keys, values] = await Promise.all([heard(rows.getAllKeys(all)), heard(rows.getAll(all))]);
			return keys.map(([, , key], index) => ({ key, value: values[index] }));
		});
	}

	removeRow(id: string, table: string, key: string): Promise<void> {
		return faulty(async () => {
			const change = this.#change();
			await finished(change.done, [heard(change.objectStore('rows').delete([id, table, key]))]);
		});
	}

	changeRows(id: string, { put, remove }: RowChanges): Promise<void> {
		return faulty(async () => {
			const change = this.#change();
			if ((await change.objectStore('logs').getKey(id)) === undefined) throw new StoreFault('gone');
			const rows = change.objectStore('rows');
			await finished(change.done, [
				...put.map(({ table, key, value }) => heard(rows.put(value, [id, table, key]))),
				...remove.map(({ table, key }) => heard(rows.delete([id, table, key])))
			]);
		});
	}

	#change() {
		const change = this.#db.transaction(['logs', 'events', 'rows'], 'readwrite', DURABLE);
		heard(change.done);
		return change;
	}

	#look() {
		const look = this.#db.transaction(['logs', 'events', 'rows']);
		heard(look.done);
		return look;
	}
}

/** What fails together with something that is waited for is no unhandled rejection as well. */
function heard<Result>(part: Promise<Result>): Promise<Result> {
	part.catch(() => {});
	return part;
}

function eventsOf(id: string, fromVersion = 0): IDBKeyRange {
	return IDBKeyRange.bound([id, fromVersion], [id, Infinity]);
}

/** Waits for a change and for each of its parts, so that none of them fails unheard. */
async function finished(done: Promise<void>, parts: readonly Promise<unknown>[]): Promise<void> {
	const [whole] = await Promise.allSettled([done, ...parts]);
	if (whole.status === 'rejected') throw whole.reason;
}

async function faulty<Result>(work: () => Promise<Result>): Promise<Result> {
	try {
		return await work();
	} catch (error) {
		throw faultOf(error);
	}
}

/** What a browser's error means for a log. */
export function faultOf(error: unknown): StoreFault {
	if (error instanceof StoreFault) return error;
	const name = error instanceof Error || error instanceof DOMException ? error.name : '';
	if (name === 'QuotaExceededError') return new StoreFault('full', error);
	if (name === 'SecurityError' || name === 'NotAllowedError') return new StoreFault('forbidden', error);
	return new StoreFault('broken', error);
}
