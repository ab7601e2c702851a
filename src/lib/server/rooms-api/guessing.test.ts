import { afterAll, beforeAll, expect, test } from 'vitest';
import { Browser, SETUP, type Opened } from './testing/browser.ts';
import { dataFolder, startRooms, type RoomsServer } from './testing/rooms-server.ts';

const data = dataFolder();
let server: RoomsServer;
let room: Opened;
beforeAll(async () => {
	server = await startRooms({ dataFolder: data.folder });
	room = await new Browser(server.url).open();
});
afterAll(async () => {
	await server.close();
	data.remove();
});

test('R45: guessing ends, and people in the same Wi-Fi still get into their room', async () => {
	const thief = new Browser(server.url);
	const guesses = await Promise.all(Array.from({ length: 200 }, () => thief.get('/api/rooms/AAAAA')));
	const statuses = new Set(guesses.map(({ status }) => status));
	expect(statuses).toEqual(new Set([404, 429]));
	// The audience's code has not been used here: the answer does not tell that it is right.
	expect((await thief.get(`/api/rooms/${room.audienceCode}`)).status).toBe(429);
	await new Browser(server.url).join(room.code, 'player', 'sky');
});

test('R45: a seat is found whatever is guessed beside it', async () => {
	const ana = await new Browser(server.url).join(room.code, 'player', 'sky');
	expect((await ana.browser.get(ana.path)).status).toBe(200);
});

test('R328: who tries host keys keeps nobody at the server’s own machine from opening rooms', async () => {
	const thief = new Browser(server.url);
	const body = { setup: SETUP, hostKey: 'guessed' };
	const elsewhere = { 'X-Forwarded-For': '10.0.0.9' };
	const tries = await Promise.all(
		Array.from({ length: 40 }, () => thief.post('/api/rooms', body, elsewhere))
	);
	expect(new Set(tries.map(({ status }) => status))).toEqual(new Set([401, 429]));
	await new Browser(server.url).open();
});
