import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { errorMessage } from '../../lib/debrief/pool/error-message.ts';
import type { StoreAddress } from '../../lib/server/stores/rooms-store.ts';
import { NEWEST_TABLES } from '../../lib/server/stores/migrations.ts';
import { ROOMS_FILE } from '../../lib/server/stores/open-database.ts';
import { PgDatabase } from '../../lib/server/stores/postgres/pg-database.ts';
import { NEWEST_PG_TABLES } from '../../lib/server/stores/postgres/pg-migrations.ts';
import { ReadableError } from '../readable-error.ts';
import { inspectCopy } from '../rooms/copy.ts';
import { postgresFault } from '../start/open-store.ts';
import { good, problem, warning, type Finding } from './finding.ts';

/** Before this program was written no clock can be. */
const WRITTEN_MS = Date.UTC(2026, 10, 1);
const CLOCK_MOST_MS = 5000;

/** Whether what is kept can be opened, and whether the clock goes with it. Changes nothing. */
export async function storeFindings(store: StoreAddress, nowMs = Date.now()): Promise<readonly Finding[]> {
	return store.kind === 'sqlite' ? inFolder(store.dataFolder, nowMs) : inPostgres(store.url, nowMs);
}

function inFolder(dataFolder: string, nowMs: number): readonly Finding[] {
	const file = join(dataFolder, ROOMS_FILE);
	if (!existsSync(file)) return [good('No rooms have been kept yet.'), clockFinding(nowMs, null)];
	const clock = clockFinding(nowMs, statSync(file).mtimeMs);
	try {
		const { rooms, tables } = inspectCopy(file);
		return [keptFinding(rooms, tables, NEWEST_TABLES), clock];
	} catch (error) {
		if (!(error instanceof ReadableError)) throw error;
		return [
			problem(
				`${file}, the file of saved rooms, cannot be opened: it is damaged, or of a newer Patchfall.`,
				'Put a copy in its place with room:restore, start the newer version, or name another folder.'
			),
			clock
		];
	}
}

async function inPostgres(url: string, nowMs: number): Promise<readonly Finding[]> {
	const database = new PgDatabase(url, 1);
	try {
		const [{ is }] = await database.query<{ is: Date }>('SELECT now() AS is', [], 0);
		const clock = clockFinding(nowMs, null, is.getTime());
		const [{ has }] = await database.query<{ has: boolean }>(
			`SELECT to_regclass('patchfall_tables') IS NOT NULL AS has`
		);
		if (!has) return [good('PostgreSQL answers; no rooms have been kept there yet.'), clock];
		const [{ version }] = await database.query<{ version: number }>('SELECT version FROM patchfall_tables');
		const [{ rooms }] = await database.query<{ rooms: number }>('SELECT count(*)::int AS rooms FROM rooms');
		return [keptFinding(rooms, version, NEWEST_PG_TABLES), clock];
	} catch (error) {
		const [, says, remedy] = /^(.*?\.) ([A-Z(].*)$/.exec(postgresFault(error, new URL(url))) ?? [];
		return [problem(says ?? errorMessage(error), remedy ?? ''), clockFinding(nowMs, null)];
	} finally {
		await database.close();
	}
}

function keptFinding(rooms: number, tables: number, newest: number): Finding {
	const says = `${rooms === 1 ? '1 room is' : `${rooms} rooms are`} kept, and can be opened.`;
	if (tables > newest)
		return problem(
			'Rooms were kept by a newer Patchfall.',
			'Start that version, or name another place for them.'
		);
	return tables === newest
		? good(says)
		: good(`${says} The next start brings them to the newest tables, and keeps a copy of what there was.`);
}

/**
 * @param writtenMs when something was kept last
 * @param elsewhereMs what another machine's clock says now
 */
export function clockFinding(
	nowMs: number,
	writtenMs: number | null,
	elsewhereMs: number | null = null
): Finding {
	const remedy = 'Set the clock of this machine (or let it be set by the network).';
	const is = `The clock says ${new Date(nowMs).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
	if (nowMs < WRITTEN_MS) return problem(`${is}, which is in the past.`, remedy);
	if (writtenMs !== null && writtenMs - nowMs > CLOCK_MOST_MS)
		return problem(`${is}, but rooms were kept later than that: it has been set back.`, remedy);
	if (elsewhereMs !== null && Math.abs(elsewhereMs - nowMs) > CLOCK_MOST_MS)
		return warning(
			`${is}; the clock of PostgreSQL is ${Math.round(Math.abs(elsewhereMs - nowMs) / 1000)} seconds away from it.`,
			remedy
		);
	return good(`${is}.`);
}
