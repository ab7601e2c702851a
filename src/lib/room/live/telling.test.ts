import { expect, test } from 'vitest';
import type { FeedKey } from '../feed/audience-key.ts';
import { MemoryLogStore } from '../store/memory-log-store.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import { openLiveRoom, PARALLEL } from '../testing/live-room.ts';

test('R171: on a slow machine telling takes no more than a quarter of the time; worlds and requests go on', async () => {
	const clock = new FakeClock();
	let isSlow = false;
	let spentMs = 0;
	const heard = () => {
		if (!isSlow) return;
		clock.spend(300);
		spentMs += 300;
	};
	const room = await openLiveRoom(new MemoryLogStore(), { summary: PARALLEL, clock, heard });
	await room.join('facilitator', 'Fay');
	await room.join('player', 'Lea', 'one');
	for (let n = 0; n < 3; n++) await room.goOn('p1');
	isSlow = true;
	const fromMs = clock.nowMs();
	for (let n = 0; n < 40; n++) {
		await room.ask('p2', { type: 'setReady', ready: n % 2 === 0 });
		await clock.pass(500);
	}
	// What is told at once, because the exercise has moved on, comes on top.
	expect(spentMs / (clock.nowMs() - fromMs)).toBeLessThan(0.35);
	isSlow = false;
	await clock.pass(60_000);
	// Nothing that waited is lost.
	expect(room.part('facilitator', 'desk')!.teams[0]!.isReady).toBe(false);
	expect(room.part('stage', 'clock')!.minute).toBe(room.part('team:one', 'clock')!.minute);
});

test('R294: what somebody does while telling rests is told when that is over, and not with the next picture', async () => {
	const clock = new FakeClock();
	let spentMs = 0;
	const heard = () => {
		clock.spend(2);
		spentMs += 2;
	};
	const room = await openLiveRoom(new MemoryLogStore(), { clock, heard });
	await room.join('facilitator', 'Fay');
	await room.goOn('p1');
	await clock.pass(1000);
	spentMs = 0;
	await room.ask('p1', { type: 'setTimer', seconds: 60 });
	const restsMs = 3 * spentMs;
	expect(restsMs).toBeGreaterThan(0);
	expect(restsMs).toBeLessThan(100);
	await room.ask('p1', { type: 'setTimer', seconds: 90 });
	expect(room.part('stage', 'timer')!.leftMs).toBe(60_000);
	await clock.pass(restsMs);
	expect(room.part('stage', 'timer')!.leftMs).toBe(90_000);
});

test('R172: a world that no staff look at is told to none of them; who looks at it is told all of it', async () => {
	const room = await openLiveRoom(new MemoryLogStore(), { summary: PARALLEL });
	await room.join('facilitator', 'Fay');
	await room.join('player', 'Lea', 'two');
	await room.ask('p1', { type: 'setPace', stepsPerSecond: null });
	for (let n = 0; n < 3; n++) await room.goOn('p1');
	await room.until(() => room.step().step === 'situation');
	const staff = (feed: FeedKey) => feed.startsWith('staff:');
	expect([...room.feeds.keys()].filter(staff)).toEqual(['staff:']);
	expect((await room.ask('p1', { type: 'look', team: 'two' })).kind).toBe('accepted');
	const samples = (feed: FeedKey) =>
		[...room.feeds.get(feed)!.keys()].filter((part) => part.startsWith('sample:'));
	expect(samples('staff:two')).toEqual(samples('team:two'));
	expect(samples('staff:two').length).toBeGreaterThan(5);
	expect(room.part('staff:two', 'frame')!.minute).toBe(room.part('team:two', 'clock')!.minute);
});
