import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { StepPart } from '../../room/live/parts.ts';
import type { DeskPart } from '../../room/live/desk/staff-parts.ts';
import { Browser, Seat, type Opened, type Page } from '../rooms-api/testing/browser.ts';
import { startRooms, type RoomsServer } from '../rooms-api/testing/rooms-server.ts';
import { openPostgresRooms } from '../stores/postgres/open-postgres-rooms.ts';
import {
	HOW_TO_GET_ONE,
	postgresPrograms,
	startCluster,
	type Cluster
} from '../stores/postgres/testing/cluster.ts';

const isThere = postgresPrograms() !== null;
if (!isThere) console.warn(HOW_TO_GET_ONE);

let cluster: Cluster;
let url: string;
let servers: readonly RoomsServer[] = [];
beforeAll(async () => {
	if (isThere) cluster = await startCluster();
});
afterAll(async () => {
	if (isThere) await cluster.stop();
});

async function start(): Promise<RoomsServer> {
	const server = await startRooms({ store: await openPostgresRooms(url), awayAfterMs: 50 });
	servers = [...servers, server];
	await server.rooms.restored;
	return server;
}

async function stop(server: RoomsServer): Promise<void> {
	servers = servers.filter((one) => one !== server);
	await server.close();
}

/** The same browser at another server: cookies are those of the name that people use. */
function at({ url: address }: RoomsServer, { browser, path, person }: Seat): Seat {
	const next = new Browser(address);
	for (const [name, value] of browser.cookies) next.cookies.set(name, value);
	return new Seat(next, path.split('/')[3], person);
}

const step = (parts: ReadonlyMap<string, unknown>) => parts.get('step') as StepPart | undefined;
const minute = ({ parts }: Page) => (parts.get('clock') as { minute: number } | undefined)?.minute ?? -1;

/** Lets an exercise begin, up to where its world is on its way. */
async function begin(desk: Seat, page: Page): Promise<void> {
	while (step(page.parts)?.step !== 'advance') {
		const { phase, step: at, round } = step(page.parts)!;
		await desk.ask({ type: 'goOn', from: { phase, step: at, round } });
		await page.until((parts) => step(parts)!.phase !== phase || step(parts)!.step !== at);
	}
}

describe.skipIf(!isThere)('R284: several processes that serve the same rooms', () => {
	let one: RoomsServer;
	let other: RoomsServer;
	let room: Opened;
	let desk: Seat;
	beforeEach(async () => {
		url = await cluster.newDatabase();
		[one, other] = [await start(), await start()];
		const host = new Browser(one.url);
		room = await host.open();
		desk = new Seat(host, room.code, room.person.id);
	});
	afterEach(async () => {
		await Promise.all(servers.map(stop));
	});

	test('a room is there at each of them, and what is done at one is shown at the other', async () => {
		const ana = await new Browser(other.url).join(room.code, 'player', 'sky', 'Ana');
		const [here, there] = [at(one, ana).live(), ana.live()];
		const atDesk = at(other, desk).live();
		await atDesk.until((parts) => JSON.stringify([...parts]).includes('Ana'));
		expect((await ana.ask({ type: 'rename', name: 'Anna' })).body.answer.kind).toBe('accepted');
		for (const page of [here, there])
			await page.until((parts) => JSON.stringify([...parts]).includes('Anna'));
		const { body } = await at(other, desk).ask({
			type: 'goOn',
			from: { phase: 'lobby', step: null, round: null }
		});
		expect(body.answer.kind).toBe('accepted');
		for (const page of [here, there, atDesk]) await page.until((parts) => step(parts)?.phase === 'briefing');
		expect(Object.fromEntries(there.parts)).toEqual(Object.fromEntries(here.parts));
	});

	test('the same request at both is done once', async () => {
		const ana = await new Browser(other.url).join(room.code, 'player', 'sky', 'Ana');
		const answers = await Promise.all(
			[ana, at(one, ana), ana].map((seat) => seat.ask({ type: 'rename', name: 'Bo' }, 'once'))
		);
		for (const { body } of answers) expect(body.answer).toEqual(answers[0].body.answer);
	});

	test('who is connected to any of them is here, and is away once they are connected to none', async () => {
		const ana = await new Browser(other.url).join(room.code, 'player', 'sky', 'Ana');
		const isHere = (parts: ReadonlyMap<string, unknown>) =>
			(parts.get('desk') as DeskPart | undefined)?.people.find(({ name }) => name === 'Ana')?.isHere === true;
		const page = desk.live();
		const [first, second] = [ana.live(), at(one, ana).live()];
		await page.until(isHere);
		first.leave();
		await first.closed;
		await second.until(() => true);
		second.leave();
		await page.until((parts) => !isHere(parts));
	});

	test('R340: a map that a page of either shows is drawn', async () => {
		for (const server of [other, one]) {
			const ana = await new Browser(server.url).join(room.code, 'player', 'sky', 'Ana');
			const page = ana.live('', null, true);
			await page.until((parts) => parts.has('mapWhole'));
			page.leave();
		}
	});

	test('a code that takes a seat to another device is made at one and used at the other', async () => {
		const ana = await new Browser(one.url).join(room.code, 'player', 'sky', 'Ana');
		const page = ana.live();
		await page.until(() => true);
		const { body } = await ana.browser.post(`${ana.path}/hand-over`, { person: null });
		const phone = new Browser(other.url);
		const used = await phone.post(`/api/rooms/${room.code}/hand-over/seat`, { code: body.code, both: false });
		expect(used.status).toBe(201);
		expect(await page.closed).toBe(4005);
		expect(
			(await phone.post(`/api/rooms/${room.code}/hand-over/seat`, { code: body.code, both: false })).body.code
		).toBe('codeUsed');
	});

	test('where the one that runs a room stops, the other goes on with it, and pages of that one stay connected', async () => {
		const there = at(other, desk);
		const page = there.live();
		await page.until(() => true);
		await there.ask({ type: 'setPace', stepsPerSecond: 2 });
		await begin(there, page);
		await page.until(() => minute(page) > 2);
		const before = minute(page);
		await stop(one);
		await page.until((parts) => minute(page) > before && step(parts)?.isPaused === false);
		expect((await there.ask({ type: 'pause' })).body.answer.kind).toBe('accepted');
	});

	test('where all have stopped, the next one finds the room as it was, and paused', async () => {
		const page = desk.live();
		await page.until(() => true);
		await begin(desk, page);
		await Promise.all([one, other].map(stop));
		const third = await start();
		const again = at(third, desk).live();
		await again.until((parts) => step(parts)?.isPaused === true);
		expect(step(again.parts)?.step).toBe('advance');
	});

	test('a room that is deleted at one is gone at the other', async () => {
		const ana = at(other, await new Browser(one.url).join(room.code, 'player', 'sky', 'Ana'));
		const page = ana.live();
		await page.until(() => true);
		await at(other, desk).ask({ type: 'endRoom' });
		expect((await at(other, desk).browser.post(`${desk.path}/erase`, {})).status).toBe(200);
		expect(await page.closed).toBe(4004);
		await expect
			.poll(async () => (await new Browser(one.url).get(`/api/rooms/${room.code}`)).status)
			.toBe(404);
	});
});
