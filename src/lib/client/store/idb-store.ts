import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { RoomEvent } from '../../exercise/log/events.ts';
import { latestFirst } from './memory-store.ts';
import { StoreFault, type RunMeta, type RunStore, type StoredRun } from './run-store.ts';

const NAME = 'patchfall';
const VERSION = 1;

interface Tables extends DBSchema {
	runs: { key: string; value: RunMeta };
	/** One row for each event, by run and number in its log. */
	events: { key: [string, number]; value: RoomEvent };
}

/** A crash of the whole machine loses nothing that was acknowledged. */
const DURABLE = { durability: 'strict' } as const;

/** Runs in the browser's own database. */
export class IdbStore implements RunStore {
	readonly #db: IDBPDatabase<Tables>;

	private constructor(db: IDBPDatabase<Tables>) {
		this.#db = db;
	}

	/** @throws StoreFault where there is no database to be had */
	static async open(name = NAME): Promise<IdbStore> {
		if (typeof indexedDB === 'undefined') throw new StoreFault('missing');
		return faulty(
			() =>
				new Promise((resolve, reject) => {
					openDB<Tables>(name, VERSION, {
						upgrade(db) {
							db.createObjectStore('runs', { keyPath: 'runId' });
							db.createObjectStore('events');
						},
						blocked: () => reject(new StoreFault('blocked')),
						// A later version of this page wants to change the tables: it may.
						blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close()
					}).then((db) => resolve(new IdbStore(db)), reject);
				})
		);
	}

	/** Gives the connection back; what is under way is finished first. Nothing may be asked of it afterwards. */
	close(): void {
		this.#db.close();
	}

	create({ meta, events }: StoredRun): Promise<void> {
		return faulty(async () => {
			const change = this.#db.transaction(['runs', 'events'], 'readwrite', DURABLE);
			await finished(change.done, [
				change.objectStore('runs').put(meta),
				change.objectStore('events').delete(rowsOf(meta.runId)),
				...events.map((event, n) => change.objectStore('events').put(event, [meta.runId, n]))
			]);
		});
	}

	append(meta: RunMeta, from: number, events: readonly RoomEvent[]): Promise<void> {
		return faulty(async () => {
			const change = this.#db.transaction(['runs', 'events'], 'readwrite', DURABLE);
			const before = await change.objectStore('runs').get(meta.runId);
			if (before === undefined) throw new StoreFault('gone');
			if (before.writer !== meta.writer) throw new StoreFault('elsewhere');
			await finished(change.done, [
				change.objectStore('runs').put(meta),
				...events.map((event, i) => change.objectStore('events').put(event, [meta.runId, from + i]))
			]);
		});
	}

	takeOver(runId: string, writer: string): Promise<StoredRun | null> {
		return faulty(async () => {
			const change = this.#db.transaction(['runs', 'events'], 'readwrite', DURABLE);
			const before = await change.objectStore('runs').get(runId);
			if (before === undefined) return null;
			const meta = { ...before, writer };
			const rows = change.objectStore('events').getAll(rowsOf(runId));
			await finished(change.done, [change.objectStore('runs').put(meta), rows]);
			return { meta, events: await rows };
		});
	}

	read(runId: string): Promise<StoredRun | null> {
		return faulty(async () => {
			const look = this.#db.transaction(['runs', 'events']);
			const [meta, events] = await Promise.all([
				look.objectStore('runs').get(runId),
				look.objectStore('events').getAll(rowsOf(runId))
			]);
			return meta === undefined ? null : { meta, events };
		});
	}

	list(): Promise<readonly RunMeta[]> {
		return faulty(async () => latestFirst(await this.#db.getAll('runs')));
	}

	forget(runId: string): Promise<void> {
		return faulty(async () => {
			const change = this.#db.transaction(['runs', 'events'], 'readwrite', DURABLE);
			await finished(change.done, [
				change.objectStore('runs').delete(runId),
				change.objectStore('events').delete(rowsOf(runId))
			]);
		});
	}
}

function rowsOf(runId: string): IDBKeyRange {
	return IDBKeyRange.bound([runId, 0], [runId, Infinity]);
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

/** What a browser's error means for a run. */
export function faultOf(error: unknown): StoreFault {
	if (error instanceof StoreFault) return error;
	const name = error instanceof Error || error instanceof DOMException ? error.name : '';
	if (name === 'QuotaExceededError') return new StoreFault('full', error);
	if (name === 'SecurityError' || name === 'NotAllowedError') return new StoreFault('missing', error);
	return new StoreFault('broken', error);
}
