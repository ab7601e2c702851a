import { afterEach, beforeEach, expect, test } from 'vitest';
import { Proxies } from '../proxies.ts';
import { Browser } from './testing/browser.ts';
import { dataFolder, startRooms, type RoomsServer } from './testing/rooms-server.ts';

let data: ReturnType<typeof dataFolder>;
let server: RoomsServer;
beforeEach(() => (data = dataFolder()));
afterEach(async () => {
	await server.close();
	data.remove();
});

const guess = (from: string) =>
	new Browser(server.url).get('/api/rooms/AAAAA', { 'X-Forwarded-For': from }).then(({ status }) => status);
const guesses = (from: (n: number) => string) =>
	Promise.all(Array.from({ length: 200 }, (_, n) => guess(from(n))));

test('R318: who writes another address into each request guesses no more than others', async () => {
	server = await startRooms({ dataFolder: data.folder });
	expect(await guesses((n) => `203.0.113.${n}`)).toContain(429);
	expect(await guess('198.51.100.1')).toBe(429);
});

test('R318: behind a proxy that is named, one who guesses keeps nobody else out', async () => {
	server = await startRooms({ dataFolder: data.folder, proxies: new Proxies(['127.0.0.1']) });
	expect(await guesses((n) => `198.51.100.${n}, 203.0.113.9`)).toContain(429);
	expect(await guess('203.0.113.9')).toBe(429);
	expect(await guess('203.0.113.10')).toBe(404);
});
