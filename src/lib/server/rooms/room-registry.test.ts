import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Browser, Seat, type Opened } from '../rooms-api/testing/browser.ts';
import {
	dataFolder,
	startRooms,
	type RoomsServer,
	type ServerSettings
} from '../rooms-api/testing/rooms-server.ts';
import { openDatabase } from '../stores/open-database.ts';
import { openSqliteRooms } from '../stores/sqlite-rooms-store.ts';

const DAY_MS = 24 * 3_600_000;

let data: ReturnType<typeof dataFolder>;
let server: RoomsServer;
let dateMs: number;
beforeEach(async () => {
	data = dataFolder();
	dateMs = Date.now();
	await start();
});
afterEach(async () => {
	await server.close();
	data.remove();
});

async function start(more: Partial<ServerSettings> = {}): Promise<void> {
	server = await startRooms({ dataFolder: data.folder, dateMs: () => dateMs, ...more });
	await server.rooms.restored;
}

/** The same browser at the server that runs now: cookies do not depend on a port. */
function again({ browser, path, person }: Seat): Seat {
	const next = new Browser(server.url);
	for (const [name, value] of browser.cookies) next.cookies.set(name, value);
	return new Seat(next, path.split('/')[3], person);
}

async function opened(): Promise<{ room: Opened; desk: Seat; ana: Seat }> {
	const host = new Browser(server.url);
	const room = await host.open();
	const ana = await new Browser(server.url).join(room.code, 'player', 'sky', 'Ana');
	return { room, desk: new Seat(host, room.code, room.person.id), ana };
}

const phaseIn = (parts: ReadonlyMap<string, unknown>) =>
	(parts.get('step') as { phase: string } | undefined)?.phase;
async function begin(desk: Seat): Promise<void> {
	const { body } = await desk.ask({ type: 'goOn', from: { phase: 'lobby', step: null, round: null } });
	expect(body.answer.kind).toBe('accepted');
}

test('R53: a server that starts again has every room with all its seats', async () => {
	const before = await opened();
	await begin(before.desk);
	const page = before.ana.live();
	await page.until((parts) => phaseIn(parts) === 'briefing');
	await server.close();
	expect(await page.closed).toBe(1012);

	await start();
	const ana = again(before.ana);
	expect((await ana.browser.get(ana.path)).body.person).toMatchObject({ name: 'Ana', team: 'sky' });
	const after = ana.live(page.cursor);
	await after.until((parts) => phaseIn(parts) === 'briefing');
	expect(after.heard.find(({ type }) => type === 'changes')).toMatchObject({ all: true });
	const { code, links } = before.room;
	const token = links.facilitator.split('.')[1];
	expect((await new Browser(server.url).post(`/api/rooms/${code}/links`, { token })).status).toBe(201);
	after.leave();
});

test('R53: a disk that fails while rooms come back keeps nobody out for longer than it fails', async () => {
	const before = await opened();
	await server.close();
	const store = openSqliteRooms(data.folder);
	let fails = true;
	const list = store.logs.list.bind(store.logs);
	vi.spyOn(store.logs, 'list').mockImplementation(() =>
		fails ? Promise.reject(new Error('disk I/O error')) : list()
	);
	server = await startRooms({ store, dateMs: () => dateMs });
	// Meanwhile nobody is told that there is no such room.
	const { status } = await new Browser(server.url).get(`/api/rooms/${before.room.code}`);
	expect(status).toBe(503);
	// Whoever watches over it is told that it is not only slow.
	const readiness = async () => (await new Browser(server.url).get('/readyz')).body;
	await expect
		.poll(readiness, { timeout: 60_000 })
		.toEqual({ status: 'notReady', reason: 'roomsNotRestored' });
	fails = false;
	await server.rooms.restored;
	expect(await readiness()).toEqual({ status: 'ready' });
	// The sweep says so too, and goes on.
	const events = new Set(server.errors.map(({ event }) => event));
	expect(events).toEqual(new Set(['roomsNotSwept', 'roomsNotRestored']));
	await again(before.ana)
		.live()
		.until((parts) => phaseIn(parts) === 'lobby');
});

test('R53: a server is not ready before its rooms are there again', async () => {
	await opened();
	await server.close();
	server = await startRooms({ dataFolder: data.folder });
	const ready = async () => (await fetch(`${server.url}/readyz`)).status;
	expect(await ready()).toBe(503);
	await server.rooms.restored;
	expect(await ready()).toBe(200);
});

test('R54: a thread that dies is replaced, its rooms come back, and connected pages are shown them anew', async () => {
	const { room, desk, ana } = await opened();
	await begin(desk);
	const page = ana.live();
	await page.until((parts) => phaseIn(parts) === 'briefing');
	const allBefore = page.heard.filter((message) => message.type === 'changes' && message.all).length;
	server.rooms.killThread((await server.rooms.byCode(room.code))!.room.codes.id);
	await page.until(
		() => page.heard.filter((message) => message.type === 'changes' && message.all).length > allBefore
	);
	expect(phaseIn(page.parts)).toBe('briefing');
	expect((await ana.ask({ type: 'rename', name: 'Anna' })).body.answer.kind).toBe('accepted');
	await page.until((parts) => (parts.get('me') as { name: string }).name === 'Anna');
	expect(server.errors.map(({ event }) => event)).toEqual(['roomThreadDied']);
	page.leave();
});

test('R98: a thread that hangs is replaced as one that has died', async () => {
	await server.close();
	await start({
		liveRoom: new URL('../testing/hanging-live-room.ts', import.meta.url),
		hangsAfterMs: 8000
	});
	const { desk, ana } = await opened();
	await begin(desk);
	const stuck = ana.ask({ type: 'rename', name: 'loop' });
	expect((await stuck).status).toBe(503);
	expect((await ana.ask({ type: 'rename', name: 'Anna' })).body.answer.kind).toBe('accepted');
	expect((await ana.browser.get(ana.path)).body.person.name).toBe('Anna');
	expect(server.errors).toMatchObject([{ event: 'roomThreadDied' }]);
});

test('R54: what is asked while a thread is away is answered by the next one, or told to be asked again', async () => {
	const { room, ana } = await opened();
	const asking = Promise.all([
		ana.ask({ type: 'rename', name: 'One' }, 'a'),
		ana.ask({ type: 'rename', name: 'Two' }, 'b')
	]);
	server.rooms.killThread((await server.rooms.byCode(room.code))!.room.codes.id);
	for (const { status } of await asking) expect([200, 503]).toContain(status);
	expect((await ana.ask({ type: 'rename', name: 'Three' })).body.answer.kind).toBe('accepted');
	expect((await ana.browser.get(ana.path)).body.person.name).toBe('Three');
});

test('R279: what was refused is not done when a copy of it arrives once the thread has died', async () => {
	const { room, desk } = await opened();
	const onFromBriefing = () =>
		desk.ask({ type: 'goOn', from: { phase: 'briefing', step: null, round: null } }, 'late');
	const { answer } = (await onFromBriefing()).body;
	expect(answer.kind).toBe('refused');
	await begin(desk);
	server.rooms.killThread((await server.rooms.byCode(room.code))!.room.codes.id);
	const rename = async () => (await desk.ask({ type: 'rename', name: 'Fay' })).status;
	await expect.poll(rename, { timeout: 30_000 }).toBe(200);
	expect((await onFromBriefing()).body.answer).toEqual(answer);
});

test('R55: a room that has ended is readable for 14 days, also after a restart; then all of it is gone', async () => {
	const before = await opened();
	const { body } = await before.desk.ask({ type: 'endRoom' });
	expect(body.answer.kind).toBe('accepted');
	await server.close();

	dateMs += 13 * DAY_MS;
	await start();
	const door = `/api/rooms/${before.room.code}`;
	expect((await new Browser(server.url).get(door)).body).toMatchObject({ state: 'ended' });
	const ana = again(before.ana);
	const page = ana.live();
	await page.until((parts) => phaseIn(parts) === 'closed');

	dateMs += 2 * DAY_MS;
	await server.rooms.eraser.sweep();
	expect(await page.closed).toBe(4004);
	expect((await new Browser(server.url).get(door)).status).toBe(404);
	await server.close();
	const database = openDatabase(data.folder);
	for (const table of ['logs', 'events', 'log_rows', 'rooms', 'links', 'seats'])
		expect(database.prepare(`SELECT count(*) AS count FROM ${table}`).get(), table).toEqual({ count: 0 });
	database.close();
	await start();
});

test('a room whose log was never begun is forgotten when the server starts again', async () => {
	const { code } = await server.rooms.seats.addRoom('never-begun');
	await server.close();
	await start();
	expect(await server.rooms.byCode(code)).toBeUndefined();
	expect(await server.rooms.seats.rooms()).toEqual([]);
});
