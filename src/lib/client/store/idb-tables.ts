import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction, type OpenDBCallbacks } from 'idb';
import type { RoomEvent } from '../../exercise/log/events.ts';
import type { LogHead } from '../../room/store/log-store.ts';
import { headOfVersion1 } from './version-1.ts';

const VERSION = 2;

export interface Tables<Summary> extends DBSchema {
	logs: { key: string; value: LogHead<Summary> };
	/** One for each event, by log and number in it. */
	events: { key: [string, number]; value: RoomEvent };
	/** By log, table and key. */
	rows: { key: [string, string, string]; value: unknown };
}

type Callbacks<Summary> = Pick<OpenDBCallbacks<Tables<Summary>>, 'blocked' | 'blocking'>;

/** Opens the database of a name with the tables of today; what an older version kept is carried over. */
export function openTables<Summary>(
	name: string,
	callbacks: Callbacks<Summary>
): Promise<IDBPDatabase<Tables<Summary>>> {
	return openDB<Tables<Summary>>(name, VERSION, {
		async upgrade(db, oldVersion, _newVersion, change) {
			db.createObjectStore('logs', { keyPath: 'id' });
			db.createObjectStore('rows');
			if (oldVersion === 0) db.createObjectStore('events');
			else await carryOver(db as unknown as IDBPDatabase, change as unknown as UntypedChange);
		},
		...callbacks
	});
}

type UntypedChange = IDBPTransaction<unknown, string[], 'versionchange'>;

/** Version 1 had the heads of its logs in a table 'runs'; the events stay where they are. */
async function carryOver(db: IDBPDatabase, change: UntypedChange): Promise<void> {
	for (const run of await change.objectStore('runs').getAll()) {
		await change.objectStore('logs').put(headOfVersion1(run as Record<string, unknown>));
	}
	db.deleteObjectStore('runs');
}
