import type { DatabaseSync } from 'node:sqlite';
import { inTransaction } from './transaction.ts';

/**
 * The tables of the server's file, as they came to be: each text is run once, in its order, and never changed after it
 * has been published. How many have been run stands in the file itself.
 */
const MIGRATIONS: readonly string[] = [
	`
	CREATE TABLE logs (
		id TEXT PRIMARY KEY,
		writer TEXT NOT NULL,
		format INTEGER NOT NULL,
		summary TEXT NOT NULL
	) STRICT;
	CREATE TABLE events (
		log TEXT NOT NULL REFERENCES logs ON DELETE CASCADE,
		version INTEGER NOT NULL,
		event TEXT NOT NULL,
		PRIMARY KEY (log, version)
	) STRICT, WITHOUT ROWID;
	CREATE TABLE log_rows (
		log TEXT NOT NULL REFERENCES logs ON DELETE CASCADE,
		kind TEXT NOT NULL,
		key TEXT NOT NULL,
		value TEXT NOT NULL,
		PRIMARY KEY (log, kind, key)
	) STRICT, WITHOUT ROWID;

	CREATE TABLE rooms (
		id TEXT PRIMARY KEY,
		code TEXT NOT NULL UNIQUE,
		audience_code TEXT NOT NULL UNIQUE
	) STRICT;
	CREATE TABLE links (
		hash BLOB PRIMARY KEY,
		room TEXT NOT NULL REFERENCES rooms ON DELETE CASCADE,
		kind TEXT NOT NULL
	) STRICT, WITHOUT ROWID;
	CREATE TABLE seats (
		hash BLOB PRIMARY KEY,
		room TEXT NOT NULL REFERENCES rooms ON DELETE CASCADE,
		person TEXT NOT NULL,
		kind TEXT NOT NULL
	) STRICT, WITHOUT ROWID;
	CREATE INDEX seats_of_room ON seats (room, person);
	CREATE INDEX links_of_room ON links (room);
	`,
	// A device whose seat has gone is told why and since when.
	`
	ALTER TABLE seats ADD COLUMN closed TEXT;
	ALTER TABLE seats ADD COLUMN closed_at_ms INTEGER;
	`
];

/** Number of the newest tables. */
export const NEWEST_TABLES = MIGRATIONS.length;

/**
 * Brings a file to the newest tables; several threads may do so at once.
 * @throws Error where the file was written by a newer Patchfall
 */
export function migrate(database: DatabaseSync): void {
	inTransaction(database, () => {
		const done = database.prepare('PRAGMA user_version').get() as { user_version: number };
		if (done.user_version > MIGRATIONS.length) throw new NewerFile(done.user_version, MIGRATIONS.length);
		// A full disk is no reason not to start: nothing is written where nothing is to be changed.
		if (done.user_version === MIGRATIONS.length) return;
		for (const sql of MIGRATIONS.slice(done.user_version)) database.exec(sql);
		database.exec(`PRAGMA user_version = ${MIGRATIONS.length}`);
	});
}

/** The file has tables that this program does not know. */
export class NewerFile extends Error {
	constructor(found: number, known: number) {
		super(
			`The file of saved rooms was written by a newer Patchfall (tables ${found}, here ${known}). ` +
				'Start that version, or name another folder with PATCHFALL_DATA.'
		);
	}
}
