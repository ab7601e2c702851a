import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../stores/open-database.ts';
import { SqliteSeatStore } from './sqlite-seat-store.ts';
import { describeSeatStore } from './testing/seat-store-contract.ts';

let folder: string;
let database: DatabaseSync;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'patchfall-seats-'));
	database = openDatabase(folder);
});
afterEach(() => {
	database.close();
	rmSync(folder, { recursive: true });
});

describeSeatStore('SQLite', async () => new SqliteSeatStore(database));

test('R43: no file of the server holds a token', async () => {
	const seats = new SqliteSeatStore(database);
	const { links } = await seats.addRoom('r1');
	const token = await seats.addSeat({ room: 'r1', person: 'p1', kind: 'player' });
	const kept = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'latin1'));
	expect(kept.some((text) => text.includes('p1'))).toBe(true);
	for (const secret of [token, ...Object.values(links)])
		for (const text of kept) expect(text).not.toContain(secret);
});
