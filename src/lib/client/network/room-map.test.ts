import { beforeEach, describe, expect, it } from 'vitest';
import { PROTOCOL } from '../../room/protocol/protocol.ts';
import { FakeClock } from '../../room/testing/fake-clock.ts';
import { NetworkConnection } from './network-connection.ts';
import { RoomSeries } from './room-series.svelte.ts';
import { FakeNetwork } from './testing/fake-network.ts';

const WELCOME = { type: 'welcome', protocol: PROTOCOL, build: 'b', nowMs: 1000 };
const change = (cursor: string) => ({ type: 'changes', cursor, all: false, parts: {} });

let clock: FakeClock;
let network: FakeNetwork;
let series: RoomSeries;

beforeEach(() => {
	clock = new FakeClock();
	network = new FakeNetwork((call, ms) => clock.later(call, ms));
	const connection = new NetworkConnection(
		{ code: 'K7M2A', person: 'p1' },
		{ network, clock, draw: () => 0, makeId: () => 'id', watchDevice: () => () => {} }
	);
	series = new RoomSeries(connection);
	network.socket.say(WELCOME);
	network.socket.say(change('c1'));
});

const asked = (path: string) => {
	const query = new URLSearchParams(path.split('?')[1]);
	return { since: query.get('since'), map: query.get('map') };
};

describe('R273: a page asks for a map', () => {
	it('as long as it shows one, and goes on from where it was', async () => {
		expect(asked(network.socket.path)).toEqual({ since: '', map: null });
		const fold = series.showMap();
		await clock.pass(0);
		expect(asked(network.socket.path)).toEqual({ since: 'c1', map: '1' });
		network.socket.say(WELCOME);
		network.socket.say(change('c2'));
		fold();
		await clock.pass(0);
		expect(asked(network.socket.path)).toEqual({ since: 'c2', map: null });
		expect(network.sockets.filter(({ isClosed }) => !isClosed)).toHaveLength(1);
	});

	it('once, where one map takes the place of another', async () => {
		const fold = series.showMap();
		await clock.pass(0);
		series.showMap();
		fold();
		await clock.pass(0);
		expect(network.sockets).toHaveLength(2);
	});

	it('at once too where something holds its socket back', async () => {
		network.socket.breakOff(1006);
		network.polls.at(-1)!.answer(200, { messages: [WELCOME, change('c2')] });
		await clock.pass(0);
		network.polls.at(-1)!.answer(200, { messages: [WELCOME, change('c3')] });
		await clock.pass(0);
		series.showMap();
		await clock.pass(0);
		const { path, isAborted } = network.polls.at(-1)!;
		expect(asked(path)).toEqual({ since: 'c3', map: '1' });
		expect(path).toContain('wait=0');
		expect(isAborted).toBe(false);
		expect(network.polls.at(-2)!.isAborted).toBe(true);
	});
});
