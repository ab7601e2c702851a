import { describe, expect, test } from 'vitest';
import type { FeedKey } from '../feed/audience-key.ts';
import type { Changes } from '../feed/feed.ts';
import { openLiveRoom, SUMMARY } from '../testing/live-room.ts';
import { playedPack } from '../testing/played-pack.ts';
import { Rehearsal } from './rehearsal.ts';

const WORDS = { names: ['Ana', 'Ben', 'Cem'], keep: ['We asked twice'], change: ['We waited'] };

/** A room in which a facilitator (p1) is alone with bots in every seat. */
async function rehearsed() {
	let hear: (feed: FeedKey, changes: Changes) => void = () => {};
	const room = await openLiveRoom(undefined, { heard: (feed, changes) => hear(feed, changes) });
	const rehearsal = new Rehearsal({
		room: room.room,
		pack: playedPack(),
		setup: SUMMARY.setup,
		clock: room.clock,
		words: WORDS,
		failed: (error) => room.faults.push(error)
	});
	for (const [feed, parts] of room.feeds) rehearsal.hear(feed, Object.fromEntries(parts));
	hear = (feed, changes) => rehearsal.hear(feed, changes);
	await room.join('facilitator', '');
	void rehearsal.begin();
	await room.clock.pass(500);
	return { room, rehearsal };
}

describe('a rehearsal', () => {
	test('R125: is played from the lobby to the hot wash by one person: everybody else does what people do', async () => {
		const { room } = await rehearsed();
		const seats = room.part('facilitator', 'desk')!.teams.map(({ here, lead }) => [here, lead !== null]);
		expect(seats).toEqual([
			[3, true],
			[3, true]
		]);
		await room.ask('p1', { type: 'setPace', stepsPerSecond: null });
		let hasAsked = false;
		while (room.step().phase !== 'hotWash') {
			const { phase, step } = room.step();
			if (step === 'decide') await room.ask('p1', { type: 'setTimer', seconds: 60 });
			await room.clock.pass(10_000);
			if (phase === 'preparation' || step === 'decide') {
				// Nobody who rehearses has to wait long for a team.
				expect(room.part('stage', 'ready')).toEqual({ ready: 2, of: 2 });
				expect(room.part('facilitator', 'desk')!.teams.map(({ advised }) => advised)).toEqual([2, 2]);
				hasAsked ||= room.part('facilitator', 'desk')!.teams.some((one) => one.hasAskedForTime);
			}
			await room.goOn('p1');
			await room.until(() => room.step().step !== 'advance');
		}
		expect(hasAsked).toBe(true);
		const decided = (await room.log()).filter(({ type }) => type === 'decisionCommitted');
		expect(decided).toMatchObject([{ decision: 'roll-back', seat: 'vendor' }]);
		await room.clock.pass(10_000);
		expect(room.part('facilitator', 'reflections')).toHaveLength(6);
		expect(room.faults).toEqual([]);
	});

	test('R125: has an audience that votes', async () => {
		const { room } = await rehearsed();
		const options = ['Now', 'Later'].map((text) => ({ text, decision: null }));
		await room.ask('p1', { type: 'openBallot', question: 'When?', options, to: 'all', seconds: null });
		await room.clock.pass(10_000);
		await room.ask('p1', { type: 'closeBallot', ballot: room.part('phone', 'ballot')!.id });
		const { votes, winners } = room.part('facilitator', 'tally')!;
		expect(votes.reduce((sum, n) => sum + n)).toBe(14);
		expect(winners).toEqual([0]);
	});

	test('does nothing any more once it is thrown away', async () => {
		const { room, rehearsal } = await rehearsed();
		rehearsal.close();
		await room.goOn('p1');
		await room.goOn('p1');
		await room.clock.pass(20_000);
		expect(room.part('stage', 'ready')).toEqual({ ready: 0, of: 2 });
	});
});
