import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Browser } from '../rooms-api/testing/browser.ts';
import { dataFolder, startRooms, type RoomsServer } from '../rooms-api/testing/rooms-server.ts';
import { NEWEST_TABLES } from './migrations.ts';
import { ROOMS_FILE } from './open-database.ts';
import { KEPT } from './testing/kept-room.ts';

let data: ReturnType<typeof dataFolder>;
let server: RoomsServer | null = null;
beforeEach(() => (data = dataFolder()));
afterEach(async () => {
	await server?.close();
	server = null;
	data.remove();
});

/** A folder as a Patchfall with these tables has left it. */
function leftBy(tables: number): void {
	const database = new DatabaseSync(join(data.folder, ROOMS_FILE));
	database.exec(readFileSync(new URL(`./testing/tables-${tables}.sql`, import.meta.url), 'utf8'));
	database.close();
}
function withoutRooms(): void {
	for (const name of readdirSync(data.folder).filter((file) => file.startsWith(ROOMS_FILE)))
		rmSync(join(data.folder, name));
}
const copies = () => readdirSync(data.folder).filter((name) => name.startsWith('rooms-before-upgrade'));
const COPY = 'rooms-before-upgrade-1.sqlite';

test.each(Array.from({ length: NEWEST_TABLES }, (_, index) => index + 1))(
	'R319: a folder with tables %i opens: the room is there, its people keep their seats, and what was there is copied',
	async (tables) => {
		leftBy(tables);
		server = await startRooms({ dataFolder: data.folder });
		await server.rooms.restored;
		expect(server.errors).toEqual([]);
		const ana = new Browser(server.url);
		ana.cookies.set(`room-${KEPT.code}-${KEPT.person}`, KEPT.token);
		const { status, body } = await ana.get(`/api/rooms/${KEPT.code}/seats/${KEPT.person}`);
		expect([status, body.person?.name]).toEqual([200, 'Ana']);
		const log = JSON.parse((await server.rooms.logText(KEPT.id, false))!) as { events: unknown[] };
		expect(log.events).toHaveLength(KEPT.events);
		expect(copies()).toEqual(tables === NEWEST_TABLES ? [] : [`rooms-before-upgrade-${tables}.sqlite`]);
	}
);

test('R319: the copy of before an upgrade is whole, for its owner alone, and takes no other’s place', async () => {
	for (let upgrade = 0; upgrade < 2; upgrade++) {
		leftBy(1);
		server = await startRooms({ dataFolder: data.folder });
		await server.rooms.restored;
		await server.close();
		server = null;
		withoutRooms();
	}
	expect(copies()).toHaveLength(2);
	expect(statSync(join(data.folder, COPY)).mode & 0o077).toBe(0);
	const copy = new DatabaseSync(join(data.folder, COPY), { readOnly: true });
	expect(copy.prepare('PRAGMA user_version').get()).toEqual({ user_version: 1 });
	expect(copy.prepare('SELECT count(*) AS n FROM events').get()).toEqual({ n: KEPT.events });
	copy.close();
});

test('R319: a copy does not outlive what is erased, nor a week', async () => {
	leftBy(1);
	let nowMs = Date.now();
	server = await startRooms({ dataFolder: data.folder, dateMs: () => nowMs });
	await server.rooms.restored;
	nowMs += 6 * 24 * 3_600_000;
	await server.rooms.eraser.sweep();
	expect(copies()).toEqual([COPY]);
	nowMs += 2 * 24 * 3_600_000;
	await server.rooms.eraser.sweep();
	expect(copies()).toEqual([]);
	await server.close();
	withoutRooms();
	leftBy(1);
	server = await startRooms({ dataFolder: data.folder });
	await server.rooms.restored;
	await server.rooms.eraser.erase(KEPT.id);
	expect(existsSync(join(data.folder, COPY))).toBe(false);
});
