import { describe, expect, test } from 'vitest';
import { codeOf, commit, deciding, filled } from '../../testing/filled-room.ts';

describe('decisions that are about to close', () => {
	test('R190: are announced to teams that have not decided and to the desk, until they close or stay open', async () => {
		const { ask, part, clock, goOn } = await deciding();
		await ask('p2', commit('paper'));
		await ask('p2', { type: 'setReady', ready: true });
		expect(codeOf(await ask('p1', { type: 'announceClosing', seconds: 20 }))).toBe('accepted');
		expect(part('facilitator', 'closing')).toBeDefined();
		expect(part('team:makers', 'closing')!.endsAtMs).toBeGreaterThan(clock.nowMs());
		expect(part('team:ward', 'closing')).toBeUndefined();
		for (const feed of ['stage', 'observer', 'evaluator', 'phone'] as const)
			expect(part(feed, 'closing')).toBeUndefined();
		await ask('p1', { type: 'announceClosing', seconds: null });
		expect(part('team:makers', 'closing')).toBeUndefined();
		await ask('p1', { type: 'announceClosing', seconds: 20 });
		await goOn('p1');
		expect(part('team:makers', 'closing')).toBeUndefined();
		expect(codeOf(await ask('p1', { type: 'announceClosing', seconds: 20 }))).toBe('notNow');
	});

	test('R190: stay open where the desk that announced it has gone, and nobody is told any more', async () => {
		const { ask, part, clock, step } = await deciding();
		await ask('p1', { type: 'announceClosing', seconds: 20 });
		await clock.pass(20_500);
		expect(part('team:makers', 'closing')).toBeUndefined();
		expect(step().step).toBe('decide');
	});
});

test('R288: a team that is ready before the start is ready in the briefing, and not in what comes after', async () => {
	const { ask, part, goOn } = await filled();
	expect(codeOf(await ask('p2', { type: 'setReady', ready: true }))).toBe('accepted');
	await goOn('p1');
	expect(part('stage', 'ready')).toEqual({ ready: 1, of: 2 });
	await goOn('p1');
	expect(part('stage', 'ready')).toEqual({ ready: 0, of: 2 });
});

test('R193: while teams read their briefs their leads say when they are ready to go; all see how many, the desk which', async () => {
	const { ask, part, goOn } = await filled();
	await goOn('p1');
	expect(part('stage', 'ready')).toEqual({ ready: 0, of: 2 });
	expect(codeOf(await ask('p3', { type: 'setReady', ready: true }))).toBe('notLead');
	expect(codeOf(await ask('p2', { type: 'setReady', ready: true }))).toBe('accepted');
	expect(part('stage', 'ready')).toEqual({ ready: 1, of: 2 });
	expect(part('facilitator', 'desk')!.teams.map(({ isReady }) => isReady)).toEqual([false, true]);
	await goOn('p1');
	expect(part('stage', 'ready')).toEqual({ ready: 0, of: 2 });
});
