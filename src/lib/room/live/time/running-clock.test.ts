import { expect, test } from 'vitest';
import type { RoomEvent } from '../../../exercise/log/events.ts';
import { MemoryLogStore } from '../../store/memory-log-store.ts';
import { openLiveRoom } from '../../testing/live-room.ts';
import type { RoomSummary } from '../live-room-contract.ts';

/** A room whose world is on its way, run by one of several processes. */
async function onItsWay() {
	const store = new MemoryLogStore<RoomSummary>();
	const first = await openLiveRoom(store, { shared: { runsOn: false } });
	await first.join('facilitator', 'Fay');
	await first.join('player', 'Ana', 'ward');
	for (let n = 0; n < 6 && first.step().step !== 'advance'; n++) await first.goOn('p1');
	expect(first.step().step).toBe('advance');
	return { store, first };
}
const minute = (room: Awaited<ReturnType<typeof openLiveRoom>>) => room.part('facilitator', 'clock')!.minute;
const minutesOf = (log: readonly RoomEvent[]) =>
	log.flatMap((event) => (event.type === 'timeAdvanced' ? [event.toMin] : []));

test('R283: where the process that ran a room has died another goes on with it, from the minute that was shown', async () => {
	const { store, first } = await onItsWay();
	await first.ask('p1', { type: 'setPace', stepsPerSecond: 2 });
	await first.until(() => minute(first) > 3);
	await first.clock.pass(2500);
	const shown = minute(first);
	// It is not closed: it is simply heard of no more.
	const second = await openLiveRoom(store, { shared: { runsOn: true } });
	expect(second.step()).toMatchObject({ step: 'advance', isPaused: false });
	const before = minutesOf(await second.log()).at(-1) ?? 0;
	expect(before).toBeGreaterThan(0);
	expect(minute(second)).toBeGreaterThanOrEqual(before);
	await second.until(() => minute(second) > shown);
	await second.until(() => second.step().step !== 'advance');
	const minutes = minutesOf(await second.log());
	expect(minutes).toEqual([...new Set(minutes)].sort((a, b) => a - b));
	expect(second.faults).toEqual([]);
});

test('R283: where nobody has run it meanwhile it is paused', async () => {
	const { store, first } = await onItsWay();
	await first.until(() => minute(first) > 3);
	const second = await openLiveRoom(store, { shared: { runsOn: false } });
	expect(second.step()).toMatchObject({ step: 'advance', isPaused: true });
});

test('R283: a room that somebody had paused stays paused', async () => {
	const { store, first } = await onItsWay();
	await first.ask('p1', { type: 'pause' });
	const second = await openLiveRoom(store, { shared: { runsOn: true } });
	expect(second.step()).toMatchObject({ isPaused: true });
});
