import type { PgDatabase } from './pg-database.ts';
import { copyPgBeforeUpgrade } from './pg-upgrade-copy.ts';

/**
 * The tables in PostgreSQL, as they came to be: each text is run once, in its order, and never changed after it has been
 * published. How many have been run stands in a table of its own.
 */
export const MIGRATIONS: readonly string[] = [
	`
	CREATE TABLE rooms (
		id TEXT PRIMARY KEY,
		code TEXT NOT NULL UNIQUE,
		audience_code TEXT NOT NULL UNIQUE,
		-- The process that runs it; null: none. Each that takes it over raises the fence, by which it alone may write.
		holder TEXT,
		fence INTEGER NOT NULL,
		-- Nobody ran it for a while: it is paused when it is opened again.
		rests BOOLEAN NOT NULL DEFAULT false
	);
	CREATE TABLE links (
		hash BYTEA PRIMARY KEY,
		room TEXT NOT NULL REFERENCES rooms ON DELETE CASCADE,
		kind TEXT NOT NULL
	);
	CREATE TABLE seats (
		hash BYTEA PRIMARY KEY,
		room TEXT NOT NULL REFERENCES rooms ON DELETE CASCADE,
		person TEXT NOT NULL,
		kind TEXT NOT NULL,
		closed TEXT,
		closed_at_ms BIGINT
	);
	CREATE INDEX seats_of_room ON seats (room, person);
	CREATE INDEX links_of_room ON links (room);
	CREATE TABLE hand_overs (
		room TEXT NOT NULL REFERENCES rooms ON DELETE CASCADE,
		code TEXT NOT NULL,
		person TEXT NOT NULL,
		until TIMESTAMPTZ NOT NULL,
		tries_left INTEGER NOT NULL,
		used BOOLEAN NOT NULL DEFAULT false,
		PRIMARY KEY (room, code)
	);

	CREATE TABLE logs (
		id TEXT PRIMARY KEY,
		writer TEXT NOT NULL,
		format INTEGER NOT NULL,
		summary TEXT NOT NULL
	);
	CREATE TABLE events (
		exercise TEXT NOT NULL REFERENCES logs ON DELETE CASCADE,
		seq INTEGER NOT NULL,
		event TEXT NOT NULL,
		PRIMARY KEY (exercise, seq)
	);
	CREATE TABLE log_rows (
		log TEXT NOT NULL REFERENCES logs ON DELETE CASCADE,
		kind TEXT NOT NULL,
		key TEXT COLLATE "C" NOT NULL,
		value TEXT NOT NULL,
		PRIMARY KEY (log, kind, key)
	);

	CREATE TABLE processes (
		id TEXT PRIMARY KEY,
		-- By the clock of PostgreSQL. One that has not said by then that it lives is taken to be dead.
		alive_until TIMESTAMPTZ NOT NULL
	);
	-- What processes say to each other. A crash of PostgreSQL may empty it: they notice, and say it again.
	CREATE UNLOGGED TABLE messages (
		n BIGSERIAL PRIMARY KEY,
		recipient TEXT NOT NULL REFERENCES processes ON DELETE CASCADE,
		body TEXT NOT NULL
	);
	CREATE INDEX messages_of ON messages (recipient, n);
	`
];

/** Number of the newest tables. */
export const NEWEST_PG_TABLES = MIGRATIONS.length;

/** Any number, as long as it is the same for all: locks have no names. */
const MIGRATING = 7_280_001;

/**
 * Brings a database to the newest tables; several processes may do so at once. A copy of rooms in older ones is kept.
 * @throws NewerTables where a newer Patchfall has been there
 */
export async function migratePg(database: PgDatabase, migrations = MIGRATIONS): Promise<void> {
	await database.transaction(async (statements) => {
		const { query } = statements;
		await query('SELECT pg_advisory_xact_lock($1)', [MIGRATING]);
		await query('CREATE TABLE IF NOT EXISTS patchfall_tables (version INTEGER NOT NULL)');
		const [found] = await query<{ version: number }>('SELECT version FROM patchfall_tables');
		const done = found?.version ?? 0;
		if (done > migrations.length) throw new NewerTables(done, migrations.length);
		if (done > 0 && done < migrations.length) await copyPgBeforeUpgrade(statements, done);
		for (const sql of migrations.slice(done)) await query(sql);
		if (found === undefined)
			await query('INSERT INTO patchfall_tables (version) VALUES ($1)', [migrations.length]);
		else await query('UPDATE patchfall_tables SET version = $1', [migrations.length]);
	});
}

/** The database has tables that this program does not know. */
export class NewerTables extends Error {
	constructor(found: number, known: number) {
		super(
			`The database of PATCHFALL_STORE was written by a newer Patchfall (tables ${found}, here ${known}). ` +
				'Start that version, or name another database.'
		);
	}
}
