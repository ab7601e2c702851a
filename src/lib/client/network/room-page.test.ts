import { describe, expect, it } from 'vitest';
import { CLOSED } from '../../room/protocol/protocol.ts';
import { FakeClock } from '../../room/testing/fake-clock.ts';
import { NetworkConnection } from './network-connection.ts';
import type { OpenedSeat, whyNoSeat } from './open-seat.ts';
import { Retries } from './retries.ts';
import { RoomPage } from './room-page.svelte.ts';
import type { SeatAddress } from './seat-address.ts';
import { FakeNetwork } from './testing/fake-network.ts';

const SEAT: SeatAddress = { code: 'K7M4A', person: 'p1' };
const OTHER: SeatAddress = { code: 'K7M4A', person: 'p2' };
const seat = (one: SeatAddress): OpenedSeat => ({ kind: 'seat', seat: one });

/** A page whose address is for what was found last. */
function opened(known: Awaited<ReturnType<Parameters<typeof whyNoSeat>[1]['seat']>> = { kind: 'notOurs' }) {
	const clock = new FakeClock();
	const network = new FakeNetwork((call, ms) => clock.later(call, ms));
	const found: (OpenedSeat | Promise<OpenedSeat>)[] = [];
	const watchDevice = () => () => {};
	const page = new RoomPage<OpenedSeat>({
		find: async () => found.shift()!,
		connect: (one) =>
			new NetworkConnection(one, { network, clock, draw: () => 0, makeId: () => 'id', watchDevice }),
		api: { seat: async () => known },
		retries: new Retries({ clock, draw: () => 0, watchDevice }),
		clock
	});
	return { page, found, network, clock };
}

describe('a page of a room', () => {
	it('shows the room of the seat that its address is for, and leaves it open where it is asked for again', async () => {
		const { page, found, network } = opened();
		found.push(seat(SEAT), seat(SEAT), seat(OTHER), seat({ ...OTHER, looksAt: 'ward' }));
		expect(await page.open()).toEqual(SEAT);
		const { room } = page;
		await page.open();
		expect(page.room).toBe(room);
		expect(network.sockets).toHaveLength(1);
		await page.open();
		expect(page.room?.seat).toEqual(OTHER);
		expect(network.sockets.map(({ isClosed }) => isClosed)).toEqual([true, false]);
		await page.open();
		expect(network.socket.path).toContain('looksAt=ward');
	});

	it('shows why there is none, and goes on by itself where the same question may be answered later', async () => {
		const { page, found, clock } = opened();
		found.push({ kind: 'unreachable' }, seat(SEAT));
		expect(await page.open()).toBeNull();
		expect(page.noRoom).toEqual({ kind: 'unreachable' });
		await clock.pass(5000);
		expect([page.noRoom, page.room?.seat]).toEqual([null, SEAT]);
	});

	it('does not show what an earlier address still brings', async () => {
		const { page, found } = opened();
		let late: (found: OpenedSeat) => void = () => {};
		found.push(new Promise((resolve) => (late = resolve)), seat(OTHER));
		const first = page.open();
		await page.open();
		late(seat(SEAT));
		expect(await first).toBeNull();
		expect(page.room?.seat).toEqual(OTHER);
	});

	it('R181: says when and why, once its connection has been told that its seat is none', async () => {
		const { page, found, network, clock } = opened({ kind: 'notYours', why: 'seatRemoved', atMs: 7 });
		found.push(seat(SEAT));
		await page.open();
		network.socket.breakOff(CLOSED.seatGone);
		await clock.pass(0);
		expect(page.room?.status.kind).toBe('seatGone');
		expect(page.noRoom).toEqual({ kind: 'seatGone', code: 'K7M4A', atMs: 7 });
	});
});
