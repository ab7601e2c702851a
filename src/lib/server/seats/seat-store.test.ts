import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../stores/open-database.ts';
import { LINKED_KINDS, SeatStore } from './seat-store.ts';
import { newToken } from './tokens.ts';

let folder: string;
let database: DatabaseSync;
let seats: SeatStore;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'patchfall-seats-'));
	database = openDatabase(folder);
	seats = new SeatStore(database);
});
afterEach(() => {
	database.close();
	rmSync(folder, { recursive: true });
});

test('a room has a code for players, another for the audience, and a link for each kind of staff', () => {
	const { id, code, audienceCode, links } = seats.addRoom('r1');
	expect(code).not.toBe(audienceCode);
	expect(seats.rooms()).toEqual([{ id, code, audienceCode }]);
	for (const kind of LINKED_KINDS) expect(seats.linkKind('r1', links[kind])).toBe(kind);
});

test('R43: a link opens its own room and no other, and a made-up one none', () => {
	const { links } = seats.addRoom('r1');
	seats.addRoom('r2');
	expect(seats.linkKind('r2', links.facilitator)).toBeNull();
	for (const token of [newToken(), '', links.facilitator.slice(1)])
		expect(seats.linkKind('r1', token)).toBeNull();
});

test('R43: a seat is found by its token until it is taken away, and that takes nobody else’s', () => {
	seats.addRoom('r1');
	const mine = seats.addSeat({ room: 'r1', person: 'p1', kind: 'player' });
	const other = seats.addSeat({ room: 'r1', person: 'p2', kind: 'phone' });
	expect(seats.seatOf(mine)).toEqual({ room: 'r1', person: 'p1', kind: 'player' });
	seats.closeSeat('r1', 'p1', { why: 'removed', atMs: 5 });
	expect(seats.seatOf(mine)).toBeNull();
	expect(seats.closedSeatOf(mine)).toEqual({ why: 'removed', atMs: 5 });
	expect(seats.closedSeatOf(other)).toBeNull();
	expect(seats.seatOf(other)).toMatchObject({ person: 'p2' });
	for (const token of [undefined, '', newToken()]) expect(seats.seatOf(token)).toBeNull();
});

test('R43: no file of the server holds a token', () => {
	const { links } = seats.addRoom('r1');
	const token = seats.addSeat({ room: 'r1', person: 'p1', kind: 'player' });
	const kept = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'latin1'));
	expect(kept.some((text) => text.includes('p1'))).toBe(true);
	for (const secret of [token, ...Object.values(links)])
		for (const text of kept) expect(text).not.toContain(secret);
});

test('a room that is forgotten is gone with its seats and links', () => {
	const { links } = seats.addRoom('r1');
	const token = seats.addSeat({ room: 'r1', person: 'p1', kind: 'player' });
	seats.removeRoom('r1');
	expect(seats.rooms()).toEqual([]);
	expect(seats.seatOf(token)).toBeNull();
	expect(seats.linkKind('r1', links.stage)).toBeNull();
});
