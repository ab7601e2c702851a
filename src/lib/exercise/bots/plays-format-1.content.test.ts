import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compileModel } from '../../scenario/compile/model.ts';
import { packOf } from '../../scenario/testing/pack.ts';
import type { BotProfile } from '../log/events.ts';
import { exerciseScenario } from '../scenario/from-scenario.ts';
import { simEngine } from '../world/engine.ts';
import { Timeline } from '../world/timeline.ts';
import { asOfFormat1 } from '../testing/july-2024-format-1.ts';
import { openRoom, play } from '../testing/play.ts';
import { policiesOfSeats } from './roster.ts';
import { isDeep } from '../../sim/testing/deep.ts';

/*
 * What plays of bots came to when decisions were opened for them: they act at the same minutes without any round.
 * All in the deep run, one in five otherwise.
 */

interface Line {
	readonly kind: 'solo' | 'bots';
	readonly bot: BotProfile;
	readonly cut: string | null;
	readonly acts: readonly [number, string][];
	readonly released: readonly [number, string][];
}

const SEED = 'differential';
const FILE = new URL('../testing/fixtures/plays-format-1.jsonl', import.meta.url);
const lines = readFileSync(FILE, 'utf8')
	.trim()
	.split('\n')
	.map((line) => JSON.parse(line) as Line)
	.filter(({ kind }) => kind === 'bots')
	.filter((_, n) => isDeep || n % 5 === 0);
const { scenario } = packOf('july-2024');
const model = compileModel(scenario);
const exercise = asOfFormat1(exerciseScenario(scenario, model));

test.each(lines)('$bot, cut $cut', ({ bot, cut, acts }) => {
	const room = openRoom(exercise, SEED, cut, bot);
	const timeline = new Timeline(simEngine(model, SEED), { snapshots: 0 });
	const policies = policiesOfSeats(exercise, room.state.seats);
	const { state, refusals } = play(room, policies, exercise.horizonMin, { timeline });
	const { shared } = state.worlds;
	expect({
		acts: shared.acts.map((act) => [
			act.atMin,
			act.kind === 'decision' ? act.decision : act.setting.parameter
		])
	}).toEqual({ acts });
	expect(refusals).toEqual([]);
	expect(state.rounds).toEqual([]);
});
