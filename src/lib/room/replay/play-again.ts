import type { Policy } from '../../exercise/bots/policy.ts';
import type { ExerciseScenario } from '../../exercise/scenario/scenario.ts';
import { firstWorldOf, type Act } from '../../exercise/state.ts';
import type { Engine } from '../../exercise/world/engine.ts';
import { byMinute, worldOrders } from '../../exercise/world/orders.ts';
import type { Order } from '../../sim/model.ts';
import type { Frame } from '../../sim/observe/frame.ts';
import { openingSteps } from '../opening.ts';
import { playThrough } from '../play-through.ts';
import type { Checkpoints } from './checkpoints.ts';
import { RecordedRun } from './recorded-run.ts';
import { policiesOfScript, seatsOfScript, type PlayScript } from './script.ts';

/** What a play is repeated in. */
export interface ReplaySetting {
	readonly scenario: ExerciseScenario;
	readonly engine: Engine;
	readonly seed: string;
	/** What holds from the start on, whoever decides what: other values of the model's parameters. */
	readonly beforehand: readonly Order[];
	/** Minutes at which it is read off, ascending, from 0 to the end. */
	readonly minutes: readonly number[];
}

/** A play that has been repeated. */
export interface PlayedAgain {
	/** One for each of the minutes. */
	readonly frames: readonly Frame[];
	readonly acts: readonly Act[];
	/** Of its world's state at the end: 16 hexadecimal digits. */
	readonly hash: () => string;
}

/**
 * Plays a script again: the same rules, the same chance. Bots see the world as it is now, and so do the injects that wait
 * for a condition: both react.
 *
 * @param kept the decisions of the script that are taken; the others are left out, with what builds on them
 * @param checkpoints where plays that share its past have left off; null: it begins at the start
 * @param besides who else decides, in the seats of people
 */
export function playAgain(
	setting: ReplaySetting,
	script: PlayScript,
	kept: readonly boolean[],
	checkpoints: Checkpoints | null = null,
	besides: readonly Policy[] = []
): PlayedAgain {
	const { scenario, engine, seed, beforehand, minutes } = setting;
	const ordersOf = (orders: readonly Order[]) => byMinute([...beforehand, ...orders]);
	const before = checkpoints?.latest(script, kept) ?? null;
	const world =
		before === null ? new RecordedRun(engine.start(), { frames: minutes }) : before.resume(engine, minutes);
	const left = { ...script, decisions: script.decisions.filter((_, index) => kept[index] === true) };
	const rounds = [...new Set([...script.rounds, ...script.decisions.map(({ atMin }) => atMin)])];
	const policies = [...besides, ...policiesOfScript(scenario, { ...left, rounds })];
	const { state } = playThrough(scenario, {
		opening: openingSteps(seed, script.cut, seatsOfScript(script)),
		conducting: { policiesIn: () => policies, waitsForPeople: true },
		timeline: { frameAt: (orders, minute) => world.frameAt(ordersOf(orders), minute) },
		...(before === null ? {} : { from: before.play }),
		onHalt: (play) => checkpoints?.keep(script, kept, play, world)
	});
	const { acts } = firstWorldOf(state);
	return {
		frames: world.finish(ordersOf(worldOrders(scenario, { acts }))),
		acts,
		hash: () => world.run.hash()
	};
}
