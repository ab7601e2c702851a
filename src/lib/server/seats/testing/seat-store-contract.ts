import { beforeEach, describe, expect, test } from 'vitest';
import { LINKED_KINDS, type SeatStore } from '../seat-store.ts';
import { newToken } from '../tokens.ts';

/** The rules that every store of seats keeps. @param open makes an empty one */
export function describeSeatStore(name: string, open: () => Promise<SeatStore>): void {
	describe(`${name} as a store of seats`, () => {
		let seats: SeatStore;
		beforeEach(async () => void (seats = await open()));

		test('a room has a code for players, another for the audience, and a link for each kind of staff', async () => {
			const { id, code, audienceCode, links } = await seats.addRoom('r1');
			expect(code).not.toBe(audienceCode);
			expect(await seats.rooms()).toEqual([{ id, code, audienceCode }]);
			for (const kind of LINKED_KINDS) expect(await seats.linkKind('r1', links[kind])).toBe(kind);
		});

		test('R43: a link opens its own room and no other, and a made-up one none', async () => {
			const { links } = await seats.addRoom('r1');
			await seats.addRoom('r2');
			expect(await seats.linkKind('r2', links.facilitator)).toBeNull();
			for (const token of [newToken(), '', links.facilitator.slice(1)])
				expect(await seats.linkKind('r1', token)).toBeNull();
		});

		test('R43: a seat is found by its token until it is taken away, and that takes nobody else’s', async () => {
			await seats.addRoom('r1');
			const mine = await seats.addSeat({ room: 'r1', person: 'p1', kind: 'player' });
			const other = await seats.addSeat({ room: 'r1', person: 'p2', kind: 'phone' });
			expect(await seats.seatOf(mine)).toEqual({ room: 'r1', person: 'p1', kind: 'player' });
			await seats.closeSeat('r1', 'p1', { why: 'removed', atMs: 5 });
			expect(await seats.seatOf(mine)).toBeNull();
			expect(await seats.closedSeatOf(mine)).toEqual({ why: 'removed', atMs: 5 });
			expect(await seats.closedSeatOf(other)).toBeNull();
			expect(await seats.seatOf(other)).toMatchObject({ person: 'p2' });
			for (const token of [undefined, '', newToken()]) expect(await seats.seatOf(token)).toBeNull();
		});

		test('a room that is forgotten is gone with its seats and links', async () => {
			const { links } = await seats.addRoom('r1');
			const token = await seats.addSeat({ room: 'r1', person: 'p1', kind: 'player' });
			await seats.removeRoom('r1');
			expect(await seats.rooms()).toEqual([]);
			expect(await seats.seatOf(token)).toBeNull();
			expect(await seats.linkKind('r1', links.stage)).toBeNull();
		});

		test('R91: links of a kind are counted, made and withdrawn, and those of other kinds stay', async () => {
			const { links } = await seats.addRoom('r1');
			const second = await seats.addLink('r1', 'observer');
			expect(await seats.countLinks('r1')).toEqual({ facilitator: 1, evaluator: 1, stage: 1, observer: 2 });
			await seats.withdrawLinks('r1', 'observer');
			expect(await seats.countLinks('r1')).toMatchObject({ observer: 0, stage: 1 });
			expect(await seats.linkKind('r1', second)).toBeNull();
			expect(await seats.linkKind('r1', links.stage)).toBe('stage');
		});

		test('R90: a seat that was moved is open by its new token alone', async () => {
			await seats.addRoom('r1');
			const before = await seats.addSeat({ room: 'r1', person: 'p1', kind: 'player' });
			const after = await seats.addSeat({ room: 'r1', person: 'p1', kind: 'player' });
			await seats.closeSeat('r1', 'p1', { why: 'moved', atMs: 1_800_000_000_000 }, after);
			expect(await seats.closedSeatOf(before)).toEqual({ why: 'moved', atMs: 1_800_000_000_000 });
			expect(await seats.seatOf(after)).toMatchObject({ person: 'p1' });
		});
	});
}
