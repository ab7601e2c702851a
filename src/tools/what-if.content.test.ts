import { describe, expect, test } from 'vitest';
import { readingMinutes } from '../lib/debrief/counterfactuals/reading-minutes.ts';
import { firstWorldOf } from '../lib/exercise/state.ts';
import { worldOrders } from '../lib/exercise/world/orders.ts';
import { botSeats } from '../lib/room/opening.ts';
import { playBots } from '../lib/room/play-through.ts';
import { compileModel } from '../lib/scenario/compile/model.ts';
import { createWorld, Observer, Runner, seedFromText, stateHash } from '../lib/sim/run.ts';
import { isDeep } from '../lib/sim/testing/deep.ts';
import { Recording } from '../lib/sim/what-if/recording.ts';
import { WhatIfRun } from '../lib/sim/what-if/what-if-run.ts';
import { oneDecisionOtherwise } from './decisions/one-decision-otherwise.ts';
import { Study } from './decisions/study.ts';
import { loadPack } from './packs.ts';

const { scenario, exercise } = loadPack('july-2024');
const model = compileModel(scenario, 'debrief');
const study = new Study(exercise, model);
const minutes = readingMinutes(model.clock.spans, model.clock.horizonMin);
const BOTS = ['record', 'cautious', 'fast', 'thrifty', 'expert', 'none'] as const;
const SEEDS = isDeep ? ['1', '2', '3', '4', '5'] : ['1'];
const PLAYS = BOTS.flatMap((bot) => SEEDS.map((seed) => ({ bot, seed })));
/** Every decision of the pack, or one in forty of them, which are others for each play. */
const EVERY = isDeep ? 1 : 40;

describe('a run with one decision otherwise', () => {
	test.each(PLAYS)('R330: comes to what a whole run comes to: $bot, seed $seed', ({ bot, seed: text }) => {
		const { acts } = firstWorldOf(playBots(exercise, { seed: text, seats: botSeats(exercise, bot) }).state);
		const seed = seedFromText(text);
		const recording = new Recording(model, seed, worldOrders(exercise, { acts }), minutes);
		const first = BOTS.indexOf(bot) % EVERY;
		for (const { decision, orders } of oneDecisionOtherwise(study, acts, { every: EVERY, first })) {
			const world = createWorld(model, seed);
			const [whole, observer] = [new Runner(world), new Observer(world)];
			const run = new WhatIfRun(recording);
			for (const minute of minutes) {
				whole.advance(orders, minute);
				run.advance(orders, minute);
				expect(run.frame(), `${decision}, minute ${minute}`).toEqual(observer.frame());
			}
			expect(stateHash(run.world()), decision).toBe(stateHash(world));
		}
	});
});
