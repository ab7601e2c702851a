import { beforeAll, describe, expect, it } from 'vitest';
import { compileModel } from '../../scenario/compile/model.ts';
import { packOf } from '../../scenario/testing/pack.ts';
import type { Frame } from '../../sim/observe/frame.ts';
import { simEngine } from '../world/engine.ts';
import { exerciseScenario } from '../scenario/from-scenario.ts';
import { harmOf } from '../assessment/harm.ts';
import { worldOrders } from '../world/orders.ts';
import type { Act } from '../state.ts';
import { openRoom, play } from '../testing/play.ts';
import type { Bot } from './policy.ts';
import { randomBot } from './random.ts';
import { BOTS, policiesOf } from './roster.ts';
import { isDeep } from '../../sim/testing/deep.ts';

/**
 * What characters are worth on their own goals in July 2024, on the debrief-size world, the other roles on the record.
 * Thousands of runs: only among the deep tests.
 */
const SEEDS = Array.from({ length: 200 }, (_, index) => String(index + 1));
/** Seeds for medians, which need fewer. */
const SOME = SEEDS.slice(0, 40);
const JUDGING = ['cautious', 'fast', 'thrifty', 'expert'] as const;

describe.runIf(isDeep)('characters in July 2024', () => {
	const { scenario } = packOf('july-2024');
	const model = compileModel(scenario, 'debrief');
	const exercise = exerciseScenario(scenario, model);
	const none = new Map<string, Frame>();

	const endOf = (seed: string, acts: readonly Act[]): Frame => {
		const run = simEngine(model, seed).start();
		run.advance(worldOrders(exercise, { acts }), exercise.horizonMin);
		return run.frame();
	};
	const harm = (role: string, seed: string, bot: Bot): number => {
		const bots = exercise.roles.map(({ id }) => [id, id === role ? bot : BOTS.record] as const);
		const room = openRoom(exercise, seed, 'full');
		const { state } = play(room, policiesOf(exercise, Object.fromEntries(bots)), exercise.horizonMin);
		const { acts } = state.worlds.shared;
		return harmOf(exercise, role, endOf(seed, acts), none.get(seed)!, acts)!.index;
	};
	beforeAll(() => SEEDS.forEach((seed) => none.set(seed, endOf(seed, []))));

	describe.each(scenario.roles.filter(({ goal }) => goal !== null).map(({ id }) => id))('%s', (role) => {
		it('each beats one that acts by chance in at least 80 % of 200 seeds', () => {
			const wins = Object.fromEntries(JUDGING.map((name) => [name, 0]));
			for (const seed of SEEDS) {
				const byChance = harm(role, seed, randomBot(seed));
				for (const name of JUDGING) wins[name] += harm(role, seed, BOTS[name]) < byChance ? 1 : 0;
			}
			for (const name of JUDGING)
				expect([name, wins[name] >= 0.8 * SEEDS.length, wins[name]]).toContain(true);
		});

		it('the expert does less harm than the record, and the record less than nobody, in the median', () => {
			const median = (bot: Bot) => {
				const all = SOME.map((seed) => harm(role, seed, bot)).sort((a, b) => a - b);
				return all[all.length / 2];
			};
			const [expert, record] = [BOTS.expert, BOTS.record].map(median);
			expect(expert).toBeLessThan(record);
			// Harm is counted against nobody acting anywhere, which is 1.
			expect(record).toBeLessThan(1);
		});
	});
});
