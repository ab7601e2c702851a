import { describe, expect, it } from 'vitest';
import { readingMinutes } from '../../debrief/counterfactuals/reading-minutes.ts';
import { firstWorldOf, type Act } from '../../exercise/state.ts';
import { engineBeside, simEngine } from '../../exercise/world/engine.ts';
import { worldOrders } from '../../exercise/world/orders.ts';
import { compileModel } from '../../scenario/compile/model.ts';
import { packOf as textOf } from '../../scenario/testing/pack.ts';
import { seedFromText } from '../../sim/run.ts';
import { isDeep } from '../../sim/testing/deep.ts';
import { Recording } from '../../sim/what-if/recording.ts';
import { packOf } from '../scenario-library.ts';
import { Checkpoints } from './checkpoints.ts';
import { playAgain } from './play-again.ts';
import { scenarioOfScript, scriptOf } from './script.ts';
import { personsPlay } from './testing/played.ts';
import { WorldRunner, type WorldJob } from './world-runner.ts';

const { scenario, exercise } = packOf(textOf('july-2024').scenario);
const seed = 'a seed';
const model = compileModel(scenario, 'debrief');
const engine = simEngine(model, seed);
const named = (acts: readonly Act[]) =>
	acts.map((act) => [act.atMin, act.kind === 'decision' ? act.decision : act.setting.parameter]);

/** Beside bots that react to what they see, and beside the record, which does what it did. */
const PLAYS = [
	{ role: 'security-vendor', cut: 'short', others: 'cautious', like: 'expert' },
	{ role: 'hospital-network', cut: 'short', others: 'record', like: 'thrifty' }
] as const;

describe.each(PLAYS)('a play of $role beside $others', (how) => {
	const play = personsPlay(exercise, engine, seed, how);
	const [world] = Object.keys(play.state.worlds);
	const script = scriptOf(exercise, play.state, world!);
	const setting = {
		scenario: scenarioOfScript(exercise, script),
		...{ engine, seed, beforehand: [] },
		minutes: readingMinutes(exercise.spans, exercise.horizonMin)
	};
	const all = script.decisions.map(() => true);

	it('R221: comes out as it was played, when it is played again with everything kept', () => {
		const again = playAgain(setting, script, all);
		const { acts } = firstWorldOf(play.state);
		expect(named(again.acts)).toEqual(named(acts));
		const whole = engine.start();
		whole.advance(worldOrders(exercise, { acts }), exercise.horizonMin);
		expect(again.hash()).toBe(whole.hash());
	});

	it('R221: comes out the same from where a play with the same past left off as from the start', () => {
		const checkpoints = new Checkpoints(80);
		const every = isDeep ? 1 : 7;
		for (let left = 0; left < all.length; left += every) {
			const kept = all.map((_, index) => index !== left && index !== left + 2);
			const whole = playAgain(setting, script, kept);
			const shared = playAgain(setting, script, kept, checkpoints);
			expect(shared.hash()).toBe(whole.hash());
			expect(shared.frames).toEqual(whole.frames);
			expect(shared.acts).toEqual(whole.acts);
		}
	});

	it('R330: comes out the same beside a recording of the play as it was', () => {
		const { acts } = firstWorldOf(play.state);
		const recording = new Recording(
			model,
			seedFromText(seed),
			worldOrders(exercise, { acts }),
			setting.minutes
		);
		const beside = { ...setting, engine: engineBeside(recording) };
		const every = isDeep ? 1 : 5;
		for (let left = 0; left < all.length; left += every) {
			const kept = all.map((_, index) => index !== left && index % 4 !== left % 4);
			const [one, other] = [beside, setting].map((where) => playAgain(where, script, kept));
			expect(one!.acts).toEqual(other!.acts);
			expect(one!.frames).toEqual(other!.frames);
			expect(one!.hash()).toBe(other!.hash());
		}
	});

	it('R334: comes to the same figures whether its worlds share what they can or are each run whole', () => {
		const attributed = { script, mine: [how.role] };
		const [shared, whole] = [true, false].map(
			(sharesPast) => new WorldRunner(exercise, model, scenario.sectors, attributed, sharesPast)
		);
		// A recording of the play is made once several of its worlds have been asked for.
		for (let left = 0; left < (isDeep ? all.length : 9); left++) {
			const decisions = [...all.keys()].filter((index) => index !== left && index % 9 !== left);
			const job: WorldJob = { play: attributed, seed, beforehand: [], decide: { kind: 'kept', decisions } };
			expect(shared!.run(job)).toEqual(whole!.run(job));
		}
	});

	it('lets what builds on a decision fall with it', () => {
		const kept = script.decisions.map(({ decision }) => decision !== 'roll-back');
		const taken = named(playAgain(setting, script, kept).acts).map(([, decision]) => decision);
		expect(taken).not.toContain('offer-automated-fix');
	});
});

it('bots decide otherwise where a play has come out otherwise', () => {
	const play = personsPlay(exercise, engine, seed, PLAYS[0]);
	const script = scriptOf(exercise, play.state, Object.keys(play.state.worlds)[0]!);
	const minutes = readingMinutes(exercise.spans, exercise.horizonMin);
	const setting = { scenario: scenarioOfScript(exercise, script), engine, seed, beforehand: [], minutes };
	const mine = new Set(script.decisions.map(({ decision }) => decision));
	const ofBots = (kept: boolean) =>
		named(
			playAgain(
				setting,
				script,
				script.decisions.map(() => kept)
			).acts
		).filter(([, decision]) => !mine.has(String(decision)));
	expect(ofBots(false)).not.toEqual(ofBots(true));
});
