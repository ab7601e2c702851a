import { describe, expect, test } from 'vitest';
import { codeOf, commit, deciding } from '../testing/filled-room.ts';

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
