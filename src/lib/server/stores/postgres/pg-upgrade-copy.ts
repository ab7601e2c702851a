import type { PgDatabase, Statements } from './pg-database.ts';

/** What belongs to a room; the rest is of processes that live at this moment. */
const TABLES = ['rooms', 'links', 'seats', 'logs', 'events', 'log_rows'];
const PREFIX = 'patchfall_before_upgrade_';

/** Copies the tables of rooms into a schema of their own, which says when that was. */
export async function copyPgBeforeUpgrade({ query }: Statements, tables: number): Promise<void> {
	const [{ ms }] = await query<{ ms: string }>(
		'SELECT (extract(epoch FROM now()) * 1000)::bigint::text AS ms'
	);
	const schema = `${PREFIX}${tables}_${ms}`;
	await query(`CREATE SCHEMA ${schema}`);
	for (const table of TABLES) await query(`CREATE TABLE ${schema}.${table} AS TABLE ${table}`);
}

/** Deletes copies that were made before a moment, in ms since 1970. */
export async function dropPgCopies(database: PgDatabase, madeBeforeMs: number): Promise<void> {
	const copies = await database.query<{ name: string }>(
		`SELECT nspname AS name FROM pg_namespace WHERE starts_with(nspname, '${PREFIX}')`
	);
	for (const { name } of copies)
		if (Number(name.split('_').at(-1)) < madeBeforeMs)
			await database.query(`DROP SCHEMA IF EXISTS ${name} CASCADE`);
}
