import { describe, expect, it } from 'vitest';
import type { Patch } from '../../room/feed/patch.ts';
import { PROTOCOL } from '../../room/protocol/protocol.ts';
import { FakeClock } from '../../room/testing/fake-clock.ts';
import { LiveRoomView } from './live-room.svelte.ts';
import { NetworkConnection } from './network-connection.ts';
import { RoomSeries } from './room-series.svelte.ts';
import { FakeNetwork } from './testing/fake-network.ts';

function open() {
	const clock = new FakeClock();
	const network = new FakeNetwork((call, ms) => clock.later(call, ms));
	const seat = { code: 'K7M4A', person: 'p1' };
	const connection = new NetworkConnection(seat, {
		...{ network, clock, draw: () => 0, makeId: () => 'id-1', watchDevice: () => () => {} }
	});
	const room = new LiveRoomView(seat, connection, clock, new RoomSeries(connection));
	const change = (parts: Record<string, unknown>, all = false, patches?: Record<string, Patch>) =>
		network.socket.say({ type: 'changes', cursor: 'c', all, parts, patches });
	return { room, network, clock, change };
}

const sample = (minute: number) => [[minute, 7, 0, 0, 0, 0, 0], [], [], null, []];

describe('a live room', () => {
	it('holds each part as it was told last', () => {
		const { room, change } = open();
		expect(room.part('clock')).toBeNull();
		change({ clock: { minute: 5, isMoving: true }, timer: null });
		expect(room.part('clock')).toEqual({ minute: 5, isMoving: true });
		change({ clock: null });
		expect(room.part('clock')).toBeNull();
	});

	it('R214: takes what has changed of a part into what it was told before', () => {
		const { room, change } = open();
		change({ ready: { ready: 1, of: 4 }, clock: { minute: 5, isMoving: true } });
		change({}, false, { ready: [{ ready: 2 }], clock: [{ minute: 6 }] });
		expect(room.part('ready')).toEqual({ ready: 2, of: 4 });
		expect(room.part('clock')).toEqual({ minute: 6, isMoving: true });
	});

	it('puts the points of the curves in order, and none twice', () => {
		const { room, change } = open();
		change({ 'sample:10': sample(10), 'sample:0': sample(0) });
		change({ 'sample:10': sample(10), 'sample:15': sample(15) });
		expect(room.series!.samples.map(({ minute }) => minute)).toEqual([0, 10, 15]);
	});

	it('forgets everything where everything is told anew', () => {
		const { room, change } = open();
		change({ clock: { minute: 5, isMoving: true }, 'sample:5': sample(5) });
		change({ step: { phase: 'lobby' } }, true);
		expect(room.part('clock')).toBeNull();
		expect(room.series!.samples).toEqual([]);
	});

	it('counts time by the server’s clock', async () => {
		const { room, network, clock } = open();
		await clock.pass(1000);
		network.socket.say({ type: 'welcome', protocol: PROTOCOL, build: 'b', nowMs: 61_000 });
		await clock.pass(500);
		expect(room.serverNowMs()).toBe(61_500);
	});

	it('says why a request was not done, until the next one', async () => {
		const { room, network } = open();
		const sent = room.send({ type: 'pause' });
		expect(room.waiting).toBe(1);
		await Promise.resolve();
		const refusal = { code: 'notNow', params: {} };
		network.requests[0]!.answer(200, { answer: { kind: 'refused', refusal } });
		await sent;
		expect(room.waiting).toBe(0);
		expect(room.setback).toEqual(refusal);
		void room.send({ type: 'resume' });
		expect(room.setback).toBeNull();
	});
});
