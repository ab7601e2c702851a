import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { CLOSED, PROTOCOL, type ServerMessage } from '../../room/protocol/protocol.ts';
import { Browser, Seat, type Opened } from './testing/browser.ts';
import { dataFolder, startRooms, type RoomsServer } from './testing/rooms-server.ts';

const data = dataFolder();
let server: RoomsServer;
let room: Opened;
let desk: Seat;
let ana: Seat;
beforeAll(async () => {
	server = await startRooms({ dataFolder: data.folder, awayAfterMs: 0 });
});
afterAll(async () => {
	await server.close();
	data.remove();
});
beforeEach(async () => {
	const host = new Browser(server.url);
	room = await host.open();
	desk = new Seat(host, room.code, room.person.id);
	ana = await new Browser(server.url).join(room.code, 'player', 'sky', 'Ana');
});

type Changed = Extract<ServerMessage, { type: 'changes' }>;
const changesOf = (messages: readonly ServerMessage[]) =>
	messages.filter((message): message is Changed => message.type === 'changes');
const nameIn = (parts: ReadonlyMap<string, unknown>) =>
	(parts.get('me') as { name: string } | undefined)?.name;

describe('what a person is shown', () => {
	test('R49: is the same by push and by asking, and begins with a welcome', async () => {
		const page = ana.live();
		await page.until(() => true);
		let [welcome, all] = await ana.poll();
		// That she is here is told a moment later, to one of the two before the other.
		while ((all as Changed).cursor !== page.cursor) [welcome, all] = await ana.poll();
		expect(page.heard[0]).toMatchObject({ type: 'welcome', protocol: PROTOCOL, build: 'b1' });
		expect(welcome).toMatchObject({ type: 'welcome', protocol: PROTOCOL, build: 'b1' });
		const polled = Object.entries((all as Changed).parts).filter(([, value]) => value !== null);
		expect(new Map(polled)).toEqual(page.parts);
		page.leave();
	});

	test('R49: holds nothing of another person’s own feed', async () => {
		const ben = await new Browser(server.url).join(room.code, 'player', 'ward', 'Ben of Ward');
		const page = ana.live();
		await page.until(() => true);
		await ben.ask({ type: 'rename', name: 'Bea of Ward' });
		await ana.ask({ type: 'rename', name: 'Anna' });
		await page.until((parts) => nameIn(parts) === 'Anna');
		expect(JSON.stringify(page.heard)).not.toContain('of Ward');
		page.leave();
	});

	test('R198: a facilitator who looks at a team’s page is shown what its members see, but for what is theirs alone', async () => {
		const looking = desk.live('', 'sky');
		await looking.until((parts) => parts.has('team'));
		expect((looking.parts.get('team') as { name: string }).name).toBe('Sky');
		for (const key of ['me', 'desk', 'plan']) expect(looking.parts.has(key)).toBe(false);
		await ana.ask({ type: 'writePad', text: 'SECRET-pad', base: 0 });
		await ana.ask({ type: 'rename', name: 'Anna' });
		const isRenamed = (parts: ReadonlyMap<string, unknown>) =>
			JSON.stringify(parts.get('team')).includes('Anna');
		await looking.until(isRenamed);
		const polled = JSON.stringify(await desk.poll('?wait=0&looksAt=sky'));
		expect(JSON.stringify(looking.heard) + polled).not.toContain('SECRET-pad');
		expect(polled).toContain('Anna');
		looking.leave();
	});

	test('R198: nobody but a facilitator looks at another’s page', async () => {
		const page = ana.live('', 'ward');
		expect(await page.closed).toBe(CLOSED.seatGone);
		expect(JSON.stringify(page.heard)).not.toContain('Ward');
		await expect(ana.poll('?wait=0&looksAt=ward')).rejects.toThrow('401');
	});

	test('a poll waits until something changes', async () => {
		const [all] = changesOf(await ana.poll());
		const waiting = ana.poll(`?since=${encodeURIComponent(all.cursor)}`);
		await ana.ask({ type: 'rename', name: 'Anna' });
		const changes = changesOf(await waiting);
		// Somebody else may come or go meanwhile: that is a change as well.
		while (changes.length < 9 && changes.every(({ parts }) => parts.me === undefined))
			changes.push(...changesOf(await ana.poll(`?since=${encodeURIComponent(changes.at(-1)!.cursor)}`)));
		expect(changes.at(-1)!.parts.me).toMatchObject({ name: 'Anna' });
		for (const { all, parts } of changes) {
			expect(all).toBe(false);
			expect(parts.facts).toBeUndefined();
		}
	});

	test('a poll that says so is answered at once, also where nothing has changed', async () => {
		let [last] = changesOf(await ana.poll());
		const again = () => ana.poll(`?since=${encodeURIComponent(last.cursor)}&wait=0`);
		let messages = await again();
		// That she is here is told a moment later.
		for (; changesOf(messages).length > 0; messages = await again()) [last] = changesOf(messages);
		expect(changesOf(messages)).toEqual([]);
		expect(messages).toHaveLength(1);
	});

	test('R50: a page that comes back with its cursor is sent what it has missed, and nothing twice', async () => {
		const before = ana.live();
		await before.until(() => true);
		before.leave();
		await before.closed;
		await ana.ask({ type: 'rename', name: 'Anna' });
		const after = ana.live(before.cursor);
		await after.until((parts) => nameIn(parts) === 'Anna');
		for (const { all, parts } of changesOf(after.heard)) {
			expect(all).toBe(false);
			expect(Object.keys(parts)).not.toContain('facts');
		}
		after.leave();
	});

	test('somebody is here for as long as a page of theirs is connected', async () => {
		const watching = desk.live();
		type Desk = { people: { id: string; isHere: boolean }[] } | undefined;
		const isHere = (parts: ReadonlyMap<string, unknown>) =>
			(parts.get('desk') as Desk)?.people.find(({ id }) => id === ana.person)?.isHere;
		const [one, two] = [ana.live(), ana.live()];
		await watching.until((parts) => isHere(parts) === true);
		await Promise.all([one.until(() => true), two.until(() => true)]);
		one.leave();
		await one.closed;
		await ana.ask({ type: 'rename', name: 'Anna' });
		await watching.until((parts) => JSON.stringify(parts.get('desk')).includes('Anna'));
		expect(isHere(watching.parts)).toBe(true);
		two.leave();
		await watching.until((parts) => isHere(parts) === false);
		watching.leave();
	});

	test('a silent room says now and then that it is there', async () => {
		const page = ana.live();
		const beats = () => page.heard.filter(({ type }) => type === 'beat').length;
		await page.until(() => beats() > 0);
		page.leave();
	});
});

/** Asks again and again, as a page does: what comes before the end is told as a change. */
async function pollToTheEnd({ browser, path }: Seat, since: string): Promise<{ readonly status: number }> {
	const answer = await browser.get(`${path}/feed?since=${encodeURIComponent(since)}`);
	if (answer.status !== 200) return answer;
	const [changed] = changesOf(answer.body.messages as readonly ServerMessage[]);
	return pollToTheEnd({ browser, path } as Seat, changed?.cursor ?? since);
}

describe('a page is told', () => {
	test('R51: when its person plays for another team: everything of that one, nothing of the old one', async () => {
		const page = ana.live();
		await page.until(() => true);
		const teamOf = (parts: ReadonlyMap<string, unknown>) =>
			(parts.get('team') as { id: string } | undefined)?.id;
		expect(teamOf(page.parts)).toBe('sky');
		const cursor = page.cursor;
		await desk.ask({ type: 'place', person: ana.person, team: 'ward' });
		await page.until((parts) => teamOf(parts) === 'ward');
		expect(changesOf(page.heard).some(({ all }, index) => all && index > 0)).toBe(true);
		const [late] = changesOf(await ana.poll(`?since=${encodeURIComponent(cursor)}`));
		expect(late.all).toBe(true);
		page.leave();
	});

	test('R52: when its seat is taken away: it is closed, and the cookie opens nothing any more', async () => {
		const page = ana.live();
		await page.until(() => true);
		const waiting = pollToTheEnd(ana, page.cursor);
		await desk.ask({ type: 'removePerson', person: ana.person });
		expect(await page.closed).toBe(4003);
		expect((await waiting).status).toBe(401);
		expect((await ana.browser.get(ana.path)).status).toBe(401);
		expect(await ana.live(page.cursor).closed).toBe(4003);
	});

	test('when it is of another protocol', async () => {
		expect(await ana.browser.socket(`${ana.path}/live?protocol=0`).closed).toBe(4001);
		expect((await ana.browser.get(`${ana.path}/feed?protocol=0`)).status).toBe(426);
	});

	test('when there is no such room', async () => {
		const page = ana.browser.socket(`/api/rooms/AAAAA/seats/${ana.person}/live?protocol=${PROTOCOL}`);
		expect(await page.closed).toBe(4004);
	});
});

describe('a page that does no good', () => {
	test('R57: too slow to hear everything, it is closed; it comes back with its cursor', async () => {
		const before = server.sockets();
		const page = ana.live();
		await page.until(() => true);
		page.pause();
		const served = (await server.rooms.byCode(room.code))!.room;
		const large = (n: number) => ({ large: `"${n}${'x'.repeat(500_000)}"` });
		for (let n = 0; n < 200 && server.sockets() > before; n++) {
			served.hear({
				type: 'publish',
				room: room.code,
				feed: 'team:sky',
				told: { changes: large(n), patches: {}, forLate: [] }
			});
			await new Promise((resolve) => setImmediate(resolve));
		}
		expect(server.sockets()).toBe(before);
		const again = ana.live(page.cursor);
		await again.until((parts) => parts.has('large'));
		expect(changesOf(again.heard)[0].all).toBe(false);
		again.leave();
	});

	test('that sends more than a page does is closed', async () => {
		const page = ana.live();
		await page.until(() => true);
		page.send('x'.repeat(5000));
		expect(await page.closed).toBe(1009);
	});
});
