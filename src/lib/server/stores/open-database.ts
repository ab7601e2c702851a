import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { migrate } from './migrations.ts';
import { copyBeforeUpgrade } from './upgrade-copy.ts';

/** Name of the file of saved rooms in their folder. */
export const ROOMS_FILE = 'rooms.sqlite';

/** Longest wait for another thread that writes, in milliseconds; a write takes less than one. */
const BUSY_MS = 5000;

const connectTo = (...parts: ConstructorParameters<typeof DatabaseSync>) => new DatabaseSync(...parts);

/**
 * Opens the file of saved rooms in a folder, with its newest tables; where they were older, a copy of before
 * stays beside it. Each thread has a connection of its own; what one
 * was told is kept survives a crash of the machine, and what was deleted is overwritten.
 *
 * @param connect for simulated disks
 */
export function openDatabase(dataFolder: string, busyMs = BUSY_MS, connect = connectTo): DatabaseSync {
	const database = connect(join(dataFolder, ROOMS_FILE), {
		enableForeignKeyConstraints: true,
		timeout: busyMs
	});
	database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;');
	copyBeforeUpgrade(database, dataFolder);
	migrate(database);
	return database;
}
