import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { RoomSummary } from '../../lib/room/live/live-room-contract.ts';
import type { LogHead, LogStore } from '../../lib/room/store/log-store.ts';
import { FolderInUse, FolderLock } from '../../lib/server/stores/folder-lock.ts';
import { NewerFile } from '../../lib/server/stores/migrations.ts';
import { openDatabase, ROOMS_FILE } from '../../lib/server/stores/open-database.ts';
import { PgDatabase } from '../../lib/server/stores/postgres/pg-database.ts';
import { PgLogStore } from '../../lib/server/stores/postgres/pg-log-store.ts';
import { SqliteLogStore } from '../../lib/server/stores/sqlite-log-store.ts';
import { ReadableError } from '../readable-error.ts';

export interface SavedRooms {
	readonly database: DatabaseSync;
	readonly store: LogStore<RoomSummary>;
}

/**
 * Works with the rooms of a folder; several processes may have them open at once.
 * @throws ReadableError where there are none, or a newer Patchfall wrote them
 */
export async function withSavedRooms<Result>(
	dataFolder: string,
	work: (rooms: SavedRooms) => Promise<Result> | Result
): Promise<Result> {
	if (!existsSync(join(dataFolder, ROOMS_FILE)))
		throw new ReadableError(
			`There are no saved rooms in ${dataFolder}. If they are elsewhere, name their folder with PATCHFALL_DATA.`
		);
	const database = opened(dataFolder);
	try {
		return await work({ database, store: new SqliteLogStore<RoomSummary>(database) });
	} finally {
		database.close();
	}
}

/**
 * Reads the logs of rooms, in a PostgreSQL or in a folder. Servers may run.
 * @throws ReadableError where they cannot be read
 */
export async function withLogs<Result>(
	{ dataFolder, postgres }: { readonly dataFolder: string; readonly postgres: string | null },
	work: (store: LogStore<RoomSummary>) => Promise<Result>
): Promise<Result> {
	if (postgres === null) return withSavedRooms(dataFolder, ({ store }) => work(store));
	const database = new PgDatabase(postgres, 1);
	try {
		return await work(new PgLogStore<RoomSummary>(database));
	} catch (error) {
		if (error instanceof ReadableError) throw error;
		throw new ReadableError(
			'The PostgreSQL of PATCHFALL_STORE cannot be read. Check the address, and that it runs.'
		);
	} finally {
		await database.close();
	}
}

/**
 * Keeps a server from starting meanwhile.
 * @param instead what to do where one runs
 * @throws ReadableError where one runs
 */
export async function withoutServer<Result>(
	dataFolder: string,
	instead: string,
	work: () => Promise<Result>
): Promise<Result> {
	let lock: FolderLock;
	try {
		lock = new FolderLock(dataFolder);
	} catch (error) {
		if (error instanceof FolderInUse)
			throw new ReadableError(`A Patchfall server uses ${dataFolder} at this moment. ${instead}`);
		throw error;
	}
	try {
		return await work();
	} finally {
		lock.release();
	}
}

/** @throws ReadableError where no room has this code */
export async function headOf(store: LogStore<RoomSummary>, code: string): Promise<LogHead<RoomSummary>> {
	const heads = await store.list();
	const head = heads.find(({ summary }) => summary.code === code || summary.audienceCode === code);
	if (head !== undefined) return head;
	const known = heads.map(({ summary }) => summary.code).join(', ') || 'none';
	throw new ReadableError(`No saved room has the code ${code}. There are: ${known}.`);
}

function opened(dataFolder: string): DatabaseSync {
	try {
		return openDatabase(dataFolder);
	} catch (error) {
		if (error instanceof NewerFile) throw new ReadableError(error.message);
		throw error;
	}
}
