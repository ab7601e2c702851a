import { beforeEach, describe, expect, it } from 'vitest';
import { CLOSED, PROTOCOL } from '../../room/protocol/protocol.ts';
import { FakeClock } from '../../room/testing/fake-clock.ts';
import { FIRST_WORD_MS, MISSED_MS, SOCKET_AGAIN_MS } from './feed-reader.ts';
import type { DeviceNews } from './device-watch.ts';
import { waitBeforeTry } from './network.ts';
import { NetworkConnection, type Hearing } from './network-connection.ts';
import { FakeNetwork } from './testing/fake-network.ts';

const WELCOME = { type: 'welcome', protocol: PROTOCOL, build: 'b', nowMs: 1000 };
const BEAT = { type: 'beat' };
const change = (cursor: string, parts: Record<string, unknown> = {}) => ({
	...{ type: 'changes', cursor, all: false, parts }
});

let clock: FakeClock;
let network: FakeNetwork;
let connection: NetworkConnection;
let heard: Hearing[];
let tellDevice: (what: DeviceNews) => void;

beforeEach(() => {
	clock = new FakeClock();
	network = new FakeNetwork((call, ms) => clock.later(call, ms));
	let ids = 0;
	connection = new NetworkConnection(
		{ code: 'K7M2A', person: 'p1' },
		{
			network,
			clock,
			draw: () => 0,
			makeId: () => `id-${++ids}`,
			watchDevice: (tell) => {
				tellDevice = tell;
				return () => (tellDevice = () => {});
			}
		}
	);
	heard = [];
	connection.hear((one) => heard.push(one));
});

const cursors = () => heard.flatMap((one) => (one.type === 'changes' ? [one.cursor] : []));
const sinceOf = (path: string) => new URLSearchParams(path.split('?')[1]).get('since');

/** Answers the newest poll and lets the answer arrive. */
async function answerPoll(...messages: unknown[]): Promise<void> {
	network.polls.at(-1)!.answer(200, { messages });
	await clock.pass(0);
}

describe('the connection to a room', () => {
	it('begins with a WebSocket that says which protocol the page speaks', () => {
		expect(network.socket.path).toBe(`/api/rooms/K7M2A/seats/p1/live?since=&protocol=${PROTOCOL}`);
		expect(connection.status.kind).toBe('connecting');
	});

	it('is live with the first word, and stays so while beats come', async () => {
		network.socket.say(WELCOME);
		expect(connection.status.kind).toBe('live');
		for (let i = 0; i < 10; i++) {
			await clock.pass(MISSED_MS - 1);
			network.socket.say(BEAT);
		}
		expect(connection.status.kind).toBe('live');
		expect(network.sockets).toHaveLength(1);
		expect(network.polls).toHaveLength(0);
	});

	it('asks instead when two beats are missed, from the last change on', async () => {
		network.socket.say(WELCOME);
		network.socket.say(change('c1'));
		const first = network.socket;
		await clock.pass(MISSED_MS);
		expect(first.isClosed).toBe(true);
		expect(sinceOf(network.polls[0]!.path)).toBe('c1');
		await answerPoll(change('c2'));
		expect(connection.status.kind).toBe('polling');
		expect(cursors()).toEqual(['c1', 'c2']);
		expect(sinceOf(network.polls[1]!.path)).toBe('c2');
	});

	it('asks within 10 s of joining where something swallows sockets', async () => {
		await clock.pass(FIRST_WORD_MS);
		expect(FIRST_WORD_MS).toBeLessThan(10_000);
		expect(network.polls).toHaveLength(1);
	});

	it('wants the first answer of a poll at once, to know whether asking works, and then waits for changes', async () => {
		await clock.pass(FIRST_WORD_MS);
		expect(network.polls[0]!.path).toContain('wait=0');
		await answerPoll(WELCOME, change('c1'));
		expect(network.polls[1]!.path).not.toContain('wait');
	});

	it('tries a WebSocket again while it asks, and stops asking with its first word', async () => {
		await clock.pass(FIRST_WORD_MS);
		await answerPoll(change('c1'));
		await clock.pass(1000);
		network.socket.breakOff(1006);
		const before = network.sockets.length;
		for (let i = 0; i < 2; i++) {
			await clock.pass(SOCKET_AGAIN_MS / 2 - 1);
			await answerPoll();
		}
		expect(network.sockets.length).toBe(before);
		await clock.pass(2);
		expect(network.sockets.length).toBe(before + 1);
		expect(sinceOf(network.socket.path)).toBe('c1');
		network.socket.say(WELCOME);
		expect(connection.status.kind).toBe('live');
		expect(network.polls.at(-1)!.isAborted).toBe(true);
	});

	it('never hears an older change after a newer one', async () => {
		await clock.pass(FIRST_WORD_MS);
		network.socket.breakOff(1006);
		await clock.pass(1000);
		// This socket was opened from the beginning; a poll has brought c1 since.
		const stale = network.socket;
		await answerPoll(change('c1'));
		stale.say(WELCOME);
		expect(stale.isClosed).toBe(true);
		expect(sinceOf(network.socket.path)).toBe('c1');
		const late = network.polls.at(-1)!;
		network.socket.say(WELCOME);
		network.socket.say(change('c3'));
		late.answer(200, { messages: [change('c2')] });
		await clock.pass(0);
		expect(cursors()).toEqual(['c1', 'c3']);
	});

	it('is lost since the last word when nothing goes through, and waits longer each time, 5 s at most', async () => {
		network.socket.say(WELCOME);
		await clock.pass(3000);
		network.socket.breakOff(1006);
		network.polls[0]!.fail();
		await clock.pass(0);
		expect(connection.status).toEqual({ kind: 'lost', sinceMs: 0 });
		expect([0, 1, 2, 3, 4, 5, 50].map((failures) => waitBeforeTry(failures, () => 0))).toEqual([
			250, 500, 1000, 2000, 4000, 5000, 5000
		]);
		expect(waitBeforeTry(50, () => 1)).toBe(2500);
	});

	it('is live again when the server is back after a restart', async () => {
		network.socket.say(WELCOME);
		network.socket.breakOff(CLOSED.restarting);
		network.polls[0]!.fail();
		await clock.pass(250);
		network.socket.say(WELCOME);
		expect(connection.status.kind).toBe('live');
	});

	it('goes on from where it was when the device wakes up after a silence', async () => {
		network.socket.say(WELCOME);
		network.socket.say(change('c1'));
		clock.spend(60_000);
		tellDevice('woke');
		expect(network.sockets).toHaveLength(2);
		expect(sinceOf(network.socket.path)).toBe('c1');
	});

	it('keeps a connection that spoke a moment ago when a tab is shown again, but not on another network', () => {
		network.socket.say(WELCOME);
		tellDevice('woke');
		expect(network.sockets).toHaveLength(1);
		tellDevice('online');
		expect(network.sockets).toHaveLength(2);
	});

	it('R183: lets go of its socket when the page is left, and goes on from where it was when that is shown again', async () => {
		network.socket.say(WELCOME);
		network.socket.say(change('c1'));
		tellDevice('left');
		expect(network.socket.isClosed).toBe(true);
		await clock.pass(120_000);
		expect([network.sockets.length, network.polls.length]).toEqual([1, 0]);
		tellDevice('online');
		expect(network.sockets).toHaveLength(2);
		expect(sinceOf(network.socket.path)).toBe('c1');
	});

	it.each([
		['seatGone', CLOSED.seatGone, 401],
		['roomGone', CLOSED.roomGone, 404],
		['otherProtocol', CLOSED.otherProtocol, 426]
	] as const)('ends for good with %s, whichever way it is told', async (kind, code, status) => {
		const first = new NetworkConnection(
			{ code: 'K7M2A', person: 'p2' },
			{ network, clock, draw: () => 0, makeId: () => 'x', watchDevice: () => () => {} }
		);
		network.socket.breakOff(code);
		expect(first.status.kind).toBe(kind);

		await clock.pass(FIRST_WORD_MS);
		network.polls.at(-1)!.answer(status, { code: kind });
		await clock.pass(0);
		expect(connection.status.kind).toBe(kind);
		const tries = network.sockets.length + network.asks.length;
		await clock.pass(120_000);
		expect(network.sockets.length + network.asks.length).toBe(tries);
	});

	it('is not ended by a page of somebody else’s, a sign-in window’s say', async () => {
		await clock.pass(FIRST_WORD_MS);
		network.polls.at(-1)!.answer(404, null);
		await clock.pass(0);
		expect(connection.status.kind).toBe('lost');
	});

	it('does not speak with a server of another protocol', () => {
		network.socket.say({ ...WELCOME, protocol: PROTOCOL + 1 });
		expect(connection.status.kind).toBe('otherProtocol');
		expect(network.socket.isClosed).toBe(true);
	});

	it('is silent once it is closed', async () => {
		network.socket.say(WELCOME);
		connection.close();
		const before = heard.length;
		network.socket.say(change('c1'));
		await clock.pass(120_000);
		expect(heard).toHaveLength(before);
		expect(network.sockets).toHaveLength(1);
	});
});

describe('a request', () => {
	const ACCEPTED = { answer: { kind: 'accepted', version: 4 } };
	const idOf = (i: number) => (network.requests[i]!.ask.body as { id: string }).id;

	it('is answered with what the room says', async () => {
		const answer = connection.send({ type: 'pause' });
		await clock.pass(0);
		expect(network.requests[0]!.ask.body).toEqual({ id: 'id-1', type: 'pause' });
		network.requests[0]!.answer(200, ACCEPTED);
		expect(await answer).toEqual({ kind: 'accepted', version: 4 });
	});

	it('is sent again under the same id until it is answered', async () => {
		const answer = connection.send({ type: 'pause' });
		await clock.pass(0);
		network.requests[0]!.fail();
		await clock.pass(250);
		network.requests[1]!.answer(503, null);
		await clock.pass(500);
		expect([idOf(0), idOf(1), idOf(2)]).toEqual(['id-1', 'id-1', 'id-1']);
		network.requests[2]!.answer(200, ACCEPTED);
		expect((await answer).kind).toBe('accepted');
	});

	it('is given up 30 s after it was made', async () => {
		let answer: unknown = null;
		void connection.send({ type: 'pause' }).then((one) => (answer = one));
		await clock.pass(29_000);
		expect(answer).toBeNull();
		await clock.pass(5000);
		expect(answer).toEqual({ kind: 'notSent' });
	});

	it('R182: that goes out on a connection which has died without a word is sent again after two seconds', async () => {
		void connection.send({ type: 'pause' });
		await clock.pass(2000 + 250);
		expect(network.requests).toHaveLength(2);
		expect(idOf(1)).toBe('id-1');
	});

	it('R182: that waits for its next try is sent at once when the room can be reached again', async () => {
		void connection.send({ type: 'pause' });
		for (let n = 0; n < 4; n++) {
			await clock.pass(4000);
			network.requests.at(-1)!.fail();
		}
		await clock.pass(1);
		const before = network.requests.length;
		network.socket.say(WELCOME);
		await clock.pass(0);
		expect(network.requests).toHaveLength(before + 1);
	});

	it('R182: that went out before the room could be reached again is not waited for: it is sent again under the same id', async () => {
		network.socket.say(WELCOME);
		const answer = connection.send({ type: 'pause' });
		await clock.pass(0);
		network.socket.breakOff(CLOSED.restarting);
		network.polls[0]!.fail();
		await clock.pass(250);
		network.socket.say(WELCOME);
		await clock.pass(0);
		expect(network.requests[0]!.isAborted).toBe(true);
		expect([network.requests.length, idOf(1)]).toEqual([2, 'id-1']);
		network.requests[1]!.answer(200, ACCEPTED);
		expect((await answer).kind).toBe('accepted');
	});

	it('waits as long as a server wants that is asked too often', async () => {
		void connection.send({ type: 'pause' });
		await clock.pass(0);
		network.requests[0]!.answer(429, null, 7000);
		await clock.pass(6999);
		expect(network.requests).toHaveLength(1);
		await clock.pass(1);
		expect(network.requests).toHaveLength(2);
	});

	it('waits as long as a server wants, also when the room can be reached meanwhile', async () => {
		void connection.send({ type: 'pause' });
		await clock.pass(0);
		network.requests[0]!.answer(429, null, 7000);
		network.socket.say(WELCOME);
		await clock.pass(6999);
		expect(network.requests).toHaveLength(1);
	});

	it('waits for the one before it', async () => {
		void connection.send({ type: 'show', section: 'map' });
		const second = connection.send({ type: 'show', section: 'title' });
		await clock.pass(0);
		expect(network.requests).toHaveLength(1);
		network.requests[0]!.answer(200, ACCEPTED);
		await clock.pass(0);
		expect(idOf(1)).toBe('id-2');
		network.requests[1]!.answer(200, ACCEPTED);
		expect((await second).kind).toBe('accepted');
	});

	it('that cannot be read is not sent again', async () => {
		const answer = connection.send({ type: 'pause' });
		await clock.pass(0);
		network.requests[0]!.answer(400, { code: 'unreadable' });
		expect(await answer).toMatchObject({ kind: 'refused', refusal: { code: 'unreadable' } });
	});

	it('of a seat that is gone ends the connection', async () => {
		const answer = connection.send({ type: 'pause' });
		await clock.pass(0);
		network.requests[0]!.answer(401, { code: 'noSeat' });
		expect(await answer).toEqual({ kind: 'notSent' });
		expect(connection.status.kind).toBe('seatGone');
	});
});
