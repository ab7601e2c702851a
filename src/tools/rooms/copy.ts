import { DatabaseSync } from 'node:sqlite';
import { NEWEST_TABLES } from '../../lib/server/stores/migrations.ts';
import { ReadableError } from '../readable-error.ts';

/**
 * Reads through a copy of rooms: whether it is whole, how many it holds, and in which tables.
 * @throws ReadableError where it is no such copy, damaged, or of a newer Patchfall
 */
export function inspectCopy(file: string): { readonly rooms: number; readonly tables: number } {
	let database: DatabaseSync;
	try {
		database = new DatabaseSync(file, { readOnly: true });
	} catch {
		throw new ReadableError(`${file} cannot be read. Check its name.`);
	}
	try {
		const { user_version: tables } = database.prepare('PRAGMA user_version').get() as {
			user_version: number;
		};
		if (tables > NEWEST_TABLES)
			throw new ReadableError(`${file} was made by a newer Patchfall. Use that version to restore it.`);
		const [{ integrity_check: found }] = database.prepare('PRAGMA integrity_check').all() as unknown as [
			{ integrity_check: string }
		];
		if (tables < 1 || found !== 'ok') throw new Error(found);
		const { rooms } = database.prepare('SELECT count(*) AS rooms FROM rooms').get() as { rooms: number };
		return { rooms, tables };
	} catch (error) {
		if (error instanceof ReadableError) throw error;
		throw new ReadableError(
			`${file} is no backup of rooms, or is damaged. Use one that room:backup has made.`
		);
	} finally {
		database.close();
	}
}
