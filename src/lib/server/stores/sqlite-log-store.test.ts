import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { StoreFault } from '../../room/store/log-store.ts';
import { describeLogStore, type Title } from '../../room/testing/log-store-contract.ts';
import { NewerFile } from './migrations.ts';
import { openDatabase } from './open-database.ts';
import { SqliteLogStore } from './sqlite-log-store.ts';

let folder: string;
let open: DatabaseSync[];
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'patchfall-store-'));
	open = [];
});
afterEach(() => {
	for (const database of open) if (database.isOpen) database.close();
	rmSync(folder, { recursive: true });
});

function opened(busyMs?: number): DatabaseSync {
	const database = openDatabase(folder, busyMs);
	open.push(database);
	return database;
}
const store = (database = opened()) => new SqliteLogStore<Title>(database);
const HEAD = { id: 'a', writer: 'w', format: 2, summary: { title: 'First' } };
const noted = (text: string) =>
	({ type: 'noted', command: 'c', author: { kind: 'facilitator' }, text }) as const;
const codeOf = (work: Promise<unknown>) =>
	work.then(
		() => null,
		(error: unknown) => (error instanceof StoreFault ? error.code : error)
	);

describeLogStore('SQLite', async () => {
	const database = opened();
	return {
		store: store(database),
		reopened: async () => {
			if (database.isOpen) database.close();
			return store();
		}
	};
});

test('R40: two threads have the file open at once, and each sees what the other has kept', async () => {
	const one = store();
	const other = store();
	await one.create({ head: HEAD, events: [noted('1')] });
	await other.append(HEAD, 1, [noted('2')]);
	expect((await one.read('a'))!.events).toEqual([noted('1'), noted('2')]);
});

test('R40: what is acknowledged survives a crash of the machine', () => {
	const database = opened();
	expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
	expect(database.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
});

test('R41: a file that somebody else holds is blocked, and nothing of an append is kept', async () => {
	const mine = store(opened(20));
	await mine.create({ head: HEAD, events: [] });
	const holder = opened();
	holder.exec('BEGIN IMMEDIATE');
	expect(await codeOf(mine.append(HEAD, 0, [noted('1')]))).toBe('blocked');
	holder.exec('ROLLBACK');
	expect((await mine.read('a'))!.events).toEqual([]);
});

test('R41: a full disk is said to be full; the log stays as it was and can go on', async () => {
	const database = opened();
	const mine = store(database);
	await mine.create({ head: HEAD, events: [noted('1')] });
	const { page_count } = database.prepare('PRAGMA page_count').get() as { page_count: number };
	database.exec(`PRAGMA max_page_count = ${page_count + 1}`);
	expect(await codeOf(mine.append(HEAD, 1, [noted('x'.repeat(100_000))]))).toBe('full');
	database.exec('PRAGMA max_page_count = 1000000');
	await mine.append(HEAD, 1, [noted('2')]);
	expect((await mine.read('a'))!.events).toEqual([noted('1'), noted('2')]);
});

test('R41: a file that may only be read is forbidden, and one that is closed broken', async () => {
	const database = opened();
	const mine = store(database);
	database.exec('PRAGMA query_only = 1');
	expect(await codeOf(mine.create({ head: HEAD, events: [] }))).toBe('forbidden');
	database.close();
	expect(await codeOf(mine.list())).toBe('broken');
});

test('a file of a newer version is refused with what to do, and not touched', () => {
	opened().exec('PRAGMA user_version = 99');
	expect(() => opened()).toThrow(NewerFile);
	expect(() => opened()).toThrow('PATCHFALL_DATA');
});
