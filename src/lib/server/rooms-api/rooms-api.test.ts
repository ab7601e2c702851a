import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PROTOCOL } from '../../room/protocol/protocol.ts';
import { securityHeaders } from '../security-headers.ts';
import { cookieName } from '../seats/cookies.ts';
import { Browser, Seat, SETUP, type Opened } from './testing/browser.ts';
import { dataFolder, HOST_KEY, startRooms, type RoomsServer } from './testing/rooms-server.ts';
import { BUILT_IN } from '../../scenario/packs/built-in.ts';

const data = dataFolder();
let server: RoomsServer;
let host: Browser;
let room: Opened;
let desk: Seat;
beforeAll(async () => {
	server = await startRooms({ dataFolder: data.folder });
	host = new Browser(server.url);
	room = await host.open();
	desk = new Seat(host, room.code, room.person.id);
});
afterAll(async () => {
	await server.close();
	data.remove();
});

const visitor = () => new Browser(server.url);

describe('opening a room', () => {
	test('answers with its codes and links, and seats whoever opened it at its desk', async () => {
		expect(room.person).toMatchObject({ kind: 'facilitator' });
		expect((await host.get(desk.path)).body).toEqual({ person: room.person });
		expect(Object.values(room.links).every((link) => link.includes(`#${room.code}.`))).toBe(true);
	});

	test('R48: a setup that does not fit is refused with a code and the faulty place', async () => {
		const refusal = async (setup: unknown) => {
			const { status, body } = await host.post('/api/rooms', { setup });
			return { status, ...body };
		};
		expect(await refusal({ ...SETUP, scenarioId: 'june-2024' })).toMatchObject({
			status: 400,
			code: 'unknownScenario',
			at: 'setup.scenarioId',
			known: expect.arrayContaining(BUILT_IN.map(({ id }) => id))
		});
		expect(await refusal({ ...SETUP, cut: 'endless' })).toMatchObject({
			code: 'unknownCut',
			at: 'setup.cut'
		});
		expect(await refusal({ ...SETUP, teams: [] })).toMatchObject({
			status: 400,
			code: 'malformed',
			at: 'setup.teams'
		});
	});

	test('R56: needs the host key from another machine', async () => {
		const elsewhere = { 'X-Forwarded-For': '10.0.0.9' };
		const open = async (hostKey?: string) =>
			visitor().post('/api/rooms', { setup: SETUP, ...(hostKey !== undefined && { hostKey }) }, elsewhere);
		expect(await open()).toMatchObject({ status: 401, body: { code: 'hostKeyNeeded' } });
		expect(await open('guessed')).toMatchObject({ status: 401, body: { code: 'wrongHostKey' } });
		expect((await open(HOST_KEY.toUpperCase())).status).toBe(201);
	});
});

describe('the door of a room', () => {
	test('says what can be known by its code, however that is typed', async () => {
		const { body, headers } = await visitor().get(`/api/rooms/${room.code.toLowerCase()}`);
		expect(body).toMatchObject({ code: room.code, opens: 'players', state: 'open', protocol: PROTOCOL });
		expect(body.teams.map(({ id }: { id: string }) => id)).toEqual(['sky', 'ward']);
		expect(headers.get('Cache-Control')).toBe('no-store');
		for (const [name, value] of Object.entries(securityHeaders)) expect(headers.get(name)).toBe(value);
	});

	test('R42: a wrong code is unknown, and the signs that no code has are named', async () => {
		expect(await visitor().get('/api/rooms/K0NO7')).toMatchObject({
			status: 404,
			body: { code: 'unknownCode', wrongSigns: ['0', 'O'] }
		});
		expect(await visitor().get('/api/rooms/AAAAAAA')).toMatchObject({
			status: 404,
			body: { wrongSigns: [] }
		});
	});

	test('R47: the audience’s code opens no team', async () => {
		const path = `/api/rooms/${room.audienceCode}`;
		expect((await visitor().get(path)).body).toMatchObject({ opens: 'audience' });
		const refused = await visitor().post(`${path}/seats`, { kind: 'player', name: '', team: 'sky' });
		expect(refused).toMatchObject({ status: 403, body: { code: 'notByThisCode' } });
		await visitor().join(room.audienceCode, 'phone', null);
		await visitor().join(room.audienceCode, 'observer', null);
	});

	test('a locked room refuses in the words of the room', async () => {
		const locked = await host.open();
		const lock = await new Seat(host, locked.code, locked.person.id).ask({ type: 'lockRoom', players: true });
		expect(lock.body.answer.kind).toBe('accepted');
		const join = { kind: 'player', name: '', team: 'sky' };
		expect(await visitor().post(`/api/rooms/${locked.code}/seats`, join)).toMatchObject({
			status: 409,
			body: { refusal: { code: 'roomLocked' } }
		});
		expect((await visitor().get(`/api/rooms/${locked.code}`)).body).toMatchObject({ state: 'locked' });
	});
});

describe('a link', () => {
	test('seats whoever has it as what it is for; that of the desk seats one more facilitator', async () => {
		for (const kind of ['evaluator', 'stage', 'observer', 'facilitator'] as const) {
			const token = room.links[kind].split('.')[1];
			const browser = visitor();
			const { status, body } = await browser.post(`/api/rooms/${room.code}/links`, { token });
			expect({ status, kind: body.kind }).toEqual({ status: 201, kind });
			expect((await browser.get(new Seat(browser, room.code, body.person.id).path)).status).toBe(200);
		}
	});

	test('that is made up opens nothing', async () => {
		for (const token of ['', 'x', 'A'.repeat(32)])
			expect(await visitor().post(`/api/rooms/${room.code}/links`, { token })).toMatchObject({ status: 403 });
	});
});

describe('a seat', () => {
	test('R47: is opened by its cookie and by nothing else', async () => {
		const ana = await visitor().join(room.code, 'player', 'sky');
		const ben = await visitor().join(room.code, 'player', 'sky');
		const stranger = visitor();
		const [mine] = ben.browser.cookies.values();
		for (const path of [ana.path, `${ana.path}/feed`]) {
			expect((await stranger.get(path)).status).toBe(401);
			const cookie = `${cookieName(room.code, ana.person)}=${mine}`;
			expect((await stranger.get(path, { Cookie: cookie })).status).toBe(401);
		}
		const asAna = new Seat(stranger, room.code, ana.person);
		expect((await asAna.ask({ type: 'rename', name: 'Mallory' })).status).toBe(401);
		expect(await asAna.live().closed).toBe(4003);
		expect((await ana.browser.get(ana.path)).body.person.name).toBe('');
	});

	test('one browser can have two in a room, each with its own cookie', async () => {
		const browser = visitor();
		const [ana, ben] = [
			await browser.join(room.code, 'player', 'sky', 'Ana'),
			await browser.join(room.code, 'player', 'ward', 'Ben')
		];
		expect(browser.cookies.size).toBe(2);
		expect((await browser.get(ana.path)).body.person).toMatchObject({ name: 'Ana', team: 'sky' });
		expect((await browser.get(ben.path)).body.person).toMatchObject({ name: 'Ben', team: 'ward' });
		await ben.ask({ type: 'rename', name: 'Bea' });
		expect((await browser.get(ana.path)).body.person.name).toBe('Ana');
		expect((await browser.get(ben.path)).body.person.name).toBe('Bea');
	});

	test('R2: a request that is sent again does nothing again and gets the answer of the first time', async () => {
		const first = await desk.ask({ type: 'lockRoom', players: false }, 'same');
		expect((await desk.ask({ type: 'lockRoom', players: true }, 'same')).body).toEqual(first.body);
		expect((await visitor().get(`/api/rooms/${room.code}`)).body.state).toBe('open');
	});

	test('what is no request is refused as unreadable, and what is not for its holder by the room', async () => {
		const ana = await visitor().join(room.code, 'player', 'sky');
		const post = (body: unknown) => ana.browser.post(`${ana.path}/requests`, body);
		expect((await post({ id: 'a', type: 'dance' })).body.answer.refusal.code).toBe('unreadable');
		const { body } = await ana.ask({ type: 'endRoom' });
		expect(body.answer).toMatchObject({ kind: 'refused', refusal: { code: 'notForYou' } });
	});

	test('R45: who asks too often is held back, and nobody else', async () => {
		const [ana, ben] = [
			await visitor().join(room.code, 'player', 'sky'),
			await visitor().join(room.code, 'player', 'sky')
		];
		const asked = await Promise.all(
			Array.from({ length: 240 }, () => ana.ask({ type: 'setReady', ready: true }))
		);
		const held = asked.filter(({ status }) => status === 429);
		expect(held.length).toBeGreaterThan(0);
		expect(held[0].headers.get('Retry-After')).toBe('1');
		expect((await ben.ask({ type: 'rename', name: 'Ben' })).status).toBe(200);
	});
});

describe('R46: a page of another site', () => {
	const foreign = { Origin: 'http://evil.example' };

	test('can send nothing, even with the cookie of a seat', async () => {
		const answers = [
			await host.post('/api/rooms', { setup: SETUP }, foreign),
			await host.post(`/api/rooms/${room.code}/seats`, { kind: 'phone', name: '', team: null }, foreign),
			await host.post(`${desk.path}/requests`, { id: 'x', type: 'endRoom' }, foreign)
		];
		for (const answer of answers)
			expect(answer).toMatchObject({ status: 403, body: { code: 'foreignOrigin' } });
	});

	test('can send no form, which needs no leave of a browser', async () => {
		const form = { 'Content-Type': 'text/plain' };
		expect((await host.post(`${desk.path}/requests`, '{}', form)).status).toBe(415);
	});

	test('can open no socket', async () => {
		const page = host.socket(`${desk.path}/live?protocol=${PROTOCOL}`, foreign);
		expect(await page.closed).toBe(1006);
		expect(page.heard).toEqual([]);
	});
});

describe('what is no question of rooms', () => {
	test('a body that is too large is refused before it is read', async () => {
		const large = { id: 'a', type: 'writePad', text: 'x'.repeat(70_000), base: 0 };
		expect(await host.post(`${desk.path}/requests`, large)).toMatchObject({
			status: 413,
			body: { code: 'tooLarge', mostBytes: 65_536 }
		});
	});

	test.each(['/api/rooms/addresses/x', '/api/rooms/A/B/C', '/api/rooms/'])('%s is not there', async (path) =>
		expect((await visitor().get(path)).status).toBe(404)
	);

	test('another method than an address knows is said to be so', async () => {
		const answer = await visitor().get('/api/rooms');
		expect(answer).toMatchObject({ status: 405, body: { code: 'otherMethod' } });
		expect(answer.headers.get('Allow')).toBe('POST');
	});

	test('where others reach the server, its own machine and a desk are told', async () => {
		expect((await visitor().get('/api/rooms/addresses')).body).toEqual({
			addresses: ['http://10.0.0.5:3000']
		});
		const elsewhere = { 'X-Forwarded-For': '10.0.0.9' };
		expect((await visitor().get('/api/rooms/addresses', elsewhere)).status).toBe(401);
		expect((await host.get('/api/rooms/addresses', elsewhere)).status).toBe(200);
	});

	test('nothing of this was a defect of the server', () => expect(server.errors).toEqual([]));
});
