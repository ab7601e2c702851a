import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { idOfRef } from '../../room/scenario-ref.ts';
import type { Localized } from '../../scenario/scenario.ts';

/** Authors' scenarios in the browser's own database: every version that was added, for the runs that were played with it. */

/** One version of an author's scenario, as one file whatever it was put together from. */
export interface KeptScenario {
	/** What names it: see `scenario-ref.ts`. */
	readonly ref: string;
	/** Of the file that it came from. */
	readonly name: string;
	readonly title: Localized;
	readonly text: string;
	/** Date of the device, ms since 1970. */
	readonly addedAtMs: number;
}

interface Tables extends DBSchema {
	scenarios: { key: string; value: KeptScenario };
}

const NAME = 'patchfall-scenarios';
const TABLE = 'scenarios';

/** @throws DOMException where there is no database to be had, or it is full */
export async function keepScenario(scenario: KeptScenario): Promise<void> {
	await inDatabase((db) => db.put(TABLE, scenario));
}

/** One version; null: it is not kept, or nothing can be read. */
export async function keptScenario(ref: string): Promise<KeptScenario | null> {
	return (await read((db) => db.get(TABLE, ref))) ?? null;
}

/** The latest version of each scenario, those added last first; none where nothing can be read. */
export async function keptScenarios(): Promise<readonly KeptScenario[]> {
	return latestOfEach((await read((db) => db.getAll(TABLE))) ?? []);
}

/** The latest version of each scenario, those added last first. */
export function latestOfEach(all: readonly KeptScenario[]): KeptScenario[] {
	const sorted = [...all].sort((a, b) => b.addedAtMs - a.addedAtMs || (a.ref < b.ref ? -1 : 1));
	return sorted.filter(
		({ ref }, index) => sorted.findIndex((one) => idOfRef(one.ref) === idOfRef(ref)) === index
	);
}

/** Removes a scenario in all its versions. */
export async function forgetScenario(ref: string): Promise<void> {
	await inDatabase(async (db) => {
		for (const key of await db.getAllKeys(TABLE)) {
			if (idOfRef(key) === idOfRef(ref)) await db.delete(TABLE, key);
		}
	});
}

async function read<Result>(
	look: (db: IDBPDatabase<Tables>) => Promise<Result | undefined>
): Promise<Result | undefined> {
	// A browser that keeps nothing has none.
	return inDatabase(look).catch(() => undefined);
}

/** Opened for each question and closed after it: so it never stands in the way of another tab. */
async function inDatabase<Result>(work: (db: IDBPDatabase<Tables>) => Promise<Result>): Promise<Result> {
	const db = await openDB<Tables>(NAME, 1, {
		upgrade: (made) => void made.createObjectStore(TABLE, { keyPath: 'ref' })
	});
	try {
		return await work(db);
	} finally {
		db.close();
	}
}
