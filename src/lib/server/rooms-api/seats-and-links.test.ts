import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Browser, Seat, type Opened } from './testing/browser.ts';
import { dataFolder, HOST_KEY, startRooms, type RoomsServer } from './testing/rooms-server.ts';

const data = dataFolder();
let server: RoomsServer;
let host: Browser;
let room: Opened;
let desk: Seat;
let ana: Seat;
beforeAll(async () => {
	server = await startRooms({ dataFolder: data.folder });
});
afterAll(async () => {
	await server.close();
	data.remove();
});
beforeEach(async () => {
	host = new Browser(server.url);
	room = await host.open();
	desk = new Seat(host, room.code, room.person.id);
	ana = await visitor().join(room.code, 'player', 'sky', 'Ana');
});

const visitor = () => new Browser(server.url);
const door = () => `/api/rooms/${room.code}`;
const newCode = async (seat: Seat, person: string | null = null) =>
	(await seat.browser.post(`${seat.path}/hand-over`, { person })).body.code as string;
const takeSeat = (browser: Browser, code: string, both = false) =>
	browser.post(`${door()}/hand-over/seat`, { code, both });

describe('a seat on another device', () => {
	test('R90: is taken there by its code; the first device is told that it moved; the code fails the second time', async () => {
		const page = ana.live();
		await page.until(() => true);
		const code = await newCode(ana);
		const other = visitor();
		const look = await other.post(`${door()}/hand-over`, { code });
		expect(look.body.person).toMatchObject({ name: 'Ana', team: 'sky', kind: 'player' });
		expect((await ana.browser.get(ana.path)).status).toBe(200);

		expect((await takeSeat(other, code)).status).toBe(201);
		expect((await other.get(ana.path)).body.person).toMatchObject({ name: 'Ana' });
		expect(await page.closed).toBe(4005);
		expect(await ana.browser.get(ana.path)).toMatchObject({ status: 401, body: { code: 'seatMoved' } });
		expect((await ana.browser.get(`${ana.path}/feed`)).body.code).toBe('seatMoved');
		expect(await ana.live().closed).toBe(4005);
		expect(await takeSeat(visitor(), code)).toMatchObject({ status: 403, body: { code: 'codeUsed' } });
	});

	test('R90: stays on the first one too where both are used', async () => {
		const other = visitor();
		await takeSeat(other, await newCode(ana), true);
		const [one, two] = [ana.live(), new Seat(other, room.code, ana.person).live()];
		await one.until(() => true);
		await two.until(() => true);
		expect([...one.parts.keys()].sort()).toEqual([...two.parts.keys()].sort());
		one.leave();
		two.leave();
	});

	test('R90: whose device lost it comes back by a code from the desk, though the door is closed', async () => {
		await desk.ask({ type: 'lockRoom', players: true });
		const code = await newCode(desk, ana.person);
		const other = visitor();
		expect((await takeSeat(other, code)).status).toBe(201);
		expect((await other.get(ana.path)).body.person.name).toBe('Ana');
	});

	test('R90: nobody but staff makes a code for somebody else, and staff none for another desk', async () => {
		const ben = await visitor().join(room.code, 'player', 'sky', 'Ben');
		const second = await byLink('facilitator');
		const make = (seat: Seat, person: string) => seat.browser.post(`${seat.path}/hand-over`, { person });
		expect((await make(ben, ana.person)).status).toBe(403);
		expect((await make(ana, desk.person)).status).toBe(403);
		expect((await make(second, desk.person)).status).toBe(403);
		expect((await make(second, ana.person)).status).toBe(201);
	});

	test('who was removed is told so, with the time, and is no moved one', async () => {
		await desk.ask({ type: 'removePerson', person: ana.person });
		const { status, body } = await ana.browser.get(ana.path);
		expect({ status, code: body.code }).toEqual({ status: 401, code: 'seatRemoved' });
		expect(body.atMs).toBeGreaterThan(1.7e12);
		expect(await ana.live().closed).toBe(4003);
	});
});

async function byLink(kind: keyof Opened['links'], link = room.links[kind]): Promise<Seat> {
	const browser = visitor();
	const { status, body } = await browser.post(`${door()}/links`, { token: link.split('.')[1] });
	if (status !== 201) throw new Error(`${status}`);
	return new Seat(browser, room.code, body.person.id);
}

describe('links of staff', () => {
	test('R91: the host makes new ones and withdraws old ones; who came by one stays', async () => {
		const links = `${desk.path}/links`;
		const first = await byLink('evaluator');
		const made = await host.post(links, { kind: 'evaluator', act: 'make' });
		expect(made.body.link).toMatch(new RegExp(`^/evaluate#${room.code}\\.`));
		expect((await host.get(links)).body.links).toMatchObject({ evaluator: 2, stage: 1 });
		await byLink('evaluator', made.body.link);
		await host.post(links, { kind: 'evaluator', act: 'withdraw' });
		await expect(byLink('evaluator')).rejects.toThrow('403');
		await expect(byLink('evaluator', made.body.link)).rejects.toThrow('403');
		expect((await first.browser.get(first.path)).status).toBe(200);
		await byLink('stage');
	});

	test('R91: nobody but the host does so, another facilitator neither', async () => {
		const others = [await byLink('facilitator'), await byLink('evaluator'), ana];
		for (const { browser, path } of others) {
			for (const act of ['make', 'withdraw'])
				expect((await browser.post(`${path}/links`, { kind: 'stage', act })).status).toBe(403);
			expect((await browser.get(`${path}/links`)).body).toEqual({ code: 'hostOnly' });
		}
		await byLink('stage');
	});

	test('R91: nothing that a lower role is sent, and nothing that is kept, holds a token', async () => {
		const made = (await host.post(`${desk.path}/links`, { kind: 'facilitator', act: 'make' })).body.link;
		const secrets = [...Object.values(room.links), made].map((link: string) => link.split('.')[1]);
		const cookies = () => [...host.cookies.values()];
		const below = [
			...(await Promise.all(
				(['facilitator', 'evaluator', 'stage', 'observer'] as const).map((k) => byLink(k))
			)),
			ana,
			await visitor().join(room.audienceCode, 'phone', null)
		];
		for (const seat of below) {
			const answers = [
				await seat.poll('?wait=0'),
				(await seat.browser.get(seat.path)).body,
				(await seat.browser.get(door())).body,
				(await seat.browser.post(`${door()}/hand-over`, { code: await newCode(seat) })).body
			];
			const text = JSON.stringify(answers);
			for (const secret of [...secrets, ...cookies()]) expect(text).not.toContain(secret);
			for (const own of seat.browser.cookies.values()) expect(text).not.toContain(own);
		}
		const files = readdirSync(data.folder).map((file) => readFileSync(join(data.folder, file), 'latin1'));
		for (const secret of [...secrets, ...cookies()])
			for (const text of files) expect(text).not.toContain(secret);
		for (const secret of [...secrets, ...cookies()])
			expect(JSON.stringify(server.errors)).not.toContain(secret);
	});
});

describe('a host whose laptop has died', () => {
	test('R96: takes the room over on any machine by the host key, and by nothing else', async () => {
		const laptop = visitor();
		const take = (hostKey: string) => laptop.post(`${door()}/desk`, { hostKey });
		expect(await take('')).toMatchObject({ status: 401, body: { code: 'hostKeyNeeded' } });
		expect((await take('guessed')).status).toBe(401);
		expect((await laptop.post('/api/rooms/list', { hostKey: 'guessed' })).status).toBe(401);
		const { rooms } = (await laptop.post('/api/rooms/list', { hostKey: HOST_KEY })).body;
		expect(rooms[0]).toMatchObject({ code: room.code, endedAtMs: null, teams: ['Sky', 'Ward'] });
		const { status, body } = await take(HOST_KEY);
		expect(status).toBe(201);
		const taken = new Seat(laptop, room.code, body.person.id);
		expect((await laptop.get(`${taken.path}/links`)).status).toBe(200);
		// The laptop that died comes back as one of several.
		expect((await host.get(desk.path)).status).toBe(200);
		expect((await host.get(`${desk.path}/links`)).status).toBe(403);
	});
});

describe('erasing', () => {
	test('R95: a host erases a room that has ended, and nothing of it stays in any file', async () => {
		const named = await visitor().join(room.code, 'player', 'ward', 'Zacharias Quux');
		const erase = (seat: Seat) => seat.browser.post(`${seat.path}/erase`, {});
		expect(await erase(desk)).toMatchObject({ status: 409, body: { code: 'notEnded' } });
		await desk.ask({ type: 'endRoom' });
		expect((await erase(ana)).status).toBe(403);
		expect((await erase(desk)).status).toBe(200);
		expect((await visitor().get(door())).status).toBe(404);
		expect((await named.browser.get(named.path)).status).toBe(404);
		const files = readdirSync(data.folder).map((file) => readFileSync(join(data.folder, file), 'latin1'));
		for (const text of files) expect(text).not.toContain('Zacharias Quux');
	});

	test('R95: erased names are in no file any more, while the room can be read', async () => {
		await visitor().join(room.code, 'player', 'ward', 'Yolanda Quux');
		await desk.ask({ type: 'endRoom' });
		const { body } = await desk.ask({ type: 'eraseNames' });
		expect(body.answer.kind).toBe('accepted');
		const files = readdirSync(data.folder).map((file) => readFileSync(join(data.folder, file), 'latin1'));
		for (const text of files) expect(text).not.toContain('Yolanda Quux');
		expect((await visitor().get(door())).body.state).toBe('ended');
	});
});
