import { beforeEach, describe, expect, test } from 'vitest';
import type { RoomEvent } from '../../exercise/log/events.ts';
import { StoreFault, type LogHead, type LogStore } from '../store/log-store.ts';

/** What a test's list shows of a log. */
export type Title = { readonly title: string };

const event = (n: number): RoomEvent => ({
	type: 'noted',
	command: `c${n}`,
	author: { kind: 'facilitator' },
	text: `${n}`
});
const some = (from: number, to: number) =>
	Array.from({ length: to - from }, (_, index) => event(from + index));
const head = (id: string, writer = 'w', title = 'First'): LogHead<Title> => ({
	id,
	writer,
	format: 2,
	summary: { title }
});

/**
 * The rules that every store of logs keeps.
 *
 * @param open makes an empty store, or gives it back as another process would find it
 */
export function describeLogStore(
	name: string,
	open: () => Promise<{ readonly store: LogStore<Title>; readonly reopened: () => Promise<LogStore<Title>> }>
): void {
	describe(`${name} as a store of logs`, () => {
		let store: LogStore<Title>;
		let reopened: () => Promise<LogStore<Title>>;
		beforeEach(async () => ({ store, reopened } = await open()));

		const codeOf = async (work: Promise<unknown>) => {
			const error: unknown = await work.then(
				() => null,
				(reason: unknown) => reason
			);
			if (error !== null && !(error instanceof StoreFault)) throw error;
			return error?.code ?? null;
		};

		test('R20: what was written is there again, in its order, for the next process too', async () => {
			await store.create({ head: head('a'), events: some(0, 3) });
			await store.append(head('a', 'w', 'Second'), 3, some(3, 12));
			const later = await reopened();
			expect(await later.read('a')).toEqual({ head: head('a', 'w', 'Second'), events: some(0, 12) });
			expect((await later.read('a', 10))!.events).toEqual(some(10, 12));
			expect(await later.read('b')).toBeNull();
		});

		test('R21: an append at another version than the log has changes nothing', async () => {
			await store.create({ head: head('a'), events: some(0, 3) });
			expect(await codeOf(store.append(head('a'), 2, [event(7)]))).toBe('behind');
			expect(await codeOf(store.append(head('a'), 4, [event(4)]))).toBe('behind');
			expect((await store.read('a'))!.events).toEqual(some(0, 3));
		});

		test('R22: an append that is sent again is harmless, also with more after it', async () => {
			await store.create({ head: head('a'), events: some(0, 3) });
			await store.append(head('a'), 3, some(3, 5));
			await store.append(head('a'), 3, some(3, 5));
			await store.append(head('a'), 3, some(3, 7));
			expect((await store.read('a'))!.events).toEqual(some(0, 7));
		});

		test('R23: of two writers only the one who took the log over may append', async () => {
			await store.create({ head: head('a'), events: some(0, 2) });
			const taken = await store.takeOver('a', 'other');
			expect(taken).toEqual({ head: head('a', 'other'), events: some(0, 2) });
			expect(await codeOf(store.append(head('a'), 2, [event(2)]))).toBe('elsewhere');
			await store.append(head('a', 'other'), 2, [event(2)]);
			expect((await store.read('a'))!.events).toEqual(some(0, 3));
			expect(await store.takeOver('b', 'other')).toBeNull();
		});

		test('R24: a log that was forgotten is gone with its rows, and appending to it says so', async () => {
			await store.create({ head: head('a'), events: some(0, 1) });
			await store.create({ head: head('b'), events: some(0, 1) });
			await store.putRow('a', 'seats', 's', 1);
			await store.forget('a');
			expect(await store.read('a')).toBeNull();
			expect(await store.rows('a', 'seats')).toEqual([]);
			expect(await codeOf(store.append(head('a'), 1, [event(1)]))).toBe('gone');
			expect(await codeOf(store.putRow('a', 'seats', 's', 1))).toBe('gone');
			expect((await store.list()).map(({ id }) => id)).toEqual(['b']);
		});

		test('R25: a list has the head of every log as it was written last', async () => {
			await store.create({ head: head('b'), events: some(0, 1) });
			await store.create({ head: head('a'), events: [] });
			await store.append(head('b', 'w', 'Second'), 1, [event(1)]);
			expect(await store.list()).toEqual([head('a'), head('b', 'w', 'Second')]);
		});

		test('R26: a log written from its beginning takes the place of the one before', async () => {
			await store.create({ head: head('a'), events: some(0, 5) });
			await store.create({ head: head('a', 'other'), events: some(8, 9) });
			expect(await store.read('a')).toEqual({ head: head('a', 'other'), events: some(8, 9) });
		});

		test('R27: rows are kept beside a log, by table and key', async () => {
			await store.create({ head: head('a'), events: [] });
			await store.putRow('a', 'seats', 'z', { hash: '1' });
			await store.putRow('a', 'seats', 'b', { hash: '2' });
			await store.putRow('a', 'seats', 'z', { hash: '3' });
			await store.putRow('a', 'ballots', 'z', 'yes');
			await store.removeRow('a', 'ballots', 'none');
			const later = await reopened();
			expect(await later.rows('a', 'seats')).toEqual([
				{ key: 'b', value: { hash: '2' } },
				{ key: 'z', value: { hash: '3' } }
			]);
			await later.removeRow('a', 'seats', 'b');
			expect((await later.rows('a', 'seats')).map(({ key }) => key)).toEqual(['z']);
			expect(await later.rows('a', 'ballots')).toEqual([{ key: 'z', value: 'yes' }]);
		});

		test('R324: many rows are written and removed at once, all of them or none', async () => {
			await store.create({ head: head('a'), events: [] });
			await store.putRow('a', 'votes', 'p1', 0);
			await store.putRow('a', 'votes', 'p2', 1);
			await store.changeRows('a', {
				put: ['p1', 'p2', 'p3'].map((key) => ({ table: 'counted', key, value: `of ${key}` })),
				remove: ['p1', 'none'].map((key) => ({ table: 'votes', key }))
			});
			const later = await reopened();
			expect((await later.rows('a', 'counted')).map(({ value }) => value)).toEqual([
				'of p1',
				'of p2',
				'of p3'
			]);
			expect((await later.rows('a', 'votes')).map(({ key }) => key)).toEqual(['p2']);
			const change = { put: [{ table: 'counted', key: 'p4', value: 1 }], remove: [] };
			expect(await codeOf(later.changeRows('b', change))).toBe('gone');
			await later.changeRows('a', { put: [], remove: [] });
		});
	});
}
