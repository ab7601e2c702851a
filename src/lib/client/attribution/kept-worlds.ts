import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Clock } from '../../room/clock.ts';
import type { KeptWorlds } from '../../room/replay/play-runs.ts';

/** What worlds of plays that were taken apart came to: figures alone, so that looking again goes on instead of starting anew. */

interface KeptPlay {
	readonly key: string;
	/** By job. */
	readonly worlds: ReadonlyMap<string, readonly number[]>;
	/** Date of the device, ms since 1970. */
	readonly usedAtMs: number;
}

interface Tables extends DBSchema {
	plays: { key: string; value: KeptPlay };
}

const NAME = 'patchfall-attribution';
const TABLE = 'plays';
/** Those that were looked at longest ago make room: a play has up to two thousand worlds. */
const PLAYS_MOST = 30;
/** Worlds come in many times a second. */
const WRITE_EVERY_MS = 2000;

export type OpenKeptWorlds = (playKey: string) => Promise<KeptWorlds>;

/** The worlds of one play that are kept on this device. Never rejects: where nothing can be kept nothing is. */
export async function openKeptWorlds(
	playKey: string,
	clock: Pick<Clock, 'later'>,
	dateMs: () => number
): Promise<KeptWorlds> {
	const found = await inDatabase((db) => db.get(TABLE, playKey));
	const worlds = new Map(found?.worlds);
	let isToBeWritten = false;
	const write = () => {
		isToBeWritten = false;
		void inDatabase(async (db) => {
			await db.put(TABLE, { key: playKey, worlds, usedAtMs: dateMs() });
			await makeRoom(db);
		});
	};
	return {
		get count() {
			return worlds.size;
		},
		of: (job) => worlds.get(job),
		keep(job, values) {
			worlds.set(job, values);
			if (isToBeWritten) return;
			isToBeWritten = true;
			clock.later(write, WRITE_EVERY_MS);
		}
	};
}

async function makeRoom(db: IDBPDatabase<Tables>): Promise<void> {
	if ((await db.count(TABLE)) <= PLAYS_MOST) return;
	const all = await db.getAll(TABLE);
	const oldest = all.sort((a, b) => a.usedAtMs - b.usedAtMs).slice(0, all.length - PLAYS_MOST);
	for (const { key } of oldest) await db.delete(TABLE, key);
}

async function inDatabase<Result>(
	work: (db: IDBPDatabase<Tables>) => Promise<Result>
): Promise<Result | undefined> {
	try {
		const db = await openDB<Tables>(NAME, 1, {
			upgrade: (made) => void made.createObjectStore(TABLE, { keyPath: 'key' })
		});
		try {
			return await work(db);
		} finally {
			db.close();
		}
	} catch {
		return undefined;
	}
}
