import { readingMinutes } from '../../lib/debrief/counterfactuals/reading-minutes.ts';
import { firstWorldOf } from '../../lib/exercise/state.ts';
import { worldOrders } from '../../lib/exercise/world/orders.ts';
import { botSeats } from '../../lib/room/opening.ts';
import { playBots } from '../../lib/room/play-through.ts';
import { DEFAULT_SCENARIO } from '../../lib/scenario/packs/built-in.ts';
import type { Order } from '../../lib/sim/model.ts';
import { createWorld, Observer, Runner, seedFromText } from '../../lib/sim/run.ts';
import { Recording } from '../../lib/sim/what-if/recording.ts';
import { WhatIfRun } from '../../lib/sim/what-if/what-if-run.ts';
import { oneDecisionOtherwise } from '../decisions/one-decision-otherwise.ts';
import { Study } from '../decisions/study.ts';
import { loadPack } from '../packs.ts';
import { digits, type Measured } from './report.ts';

const SEED = '1';
/** Every so-many-th decision: all of them take as many minutes. */
const EVERY = 5;

/**
 * Measures what a run with one decision otherwise takes beside the recording of the played run, as a share of a whole run
 * with that decision, both read off as a debrief does. They take turns and count time of the processor, so that a busy
 * machine slows both alike.
 */
export function measureCounterfactuals(say: (what: string) => void): Measured[] {
	say('one decision otherwise');
	const { model, exercise } = loadPack(DEFAULT_SCENARIO);
	const { acts } = firstWorldOf(
		playBots(exercise, { seed: SEED, seats: botSeats(exercise, 'record') }).state
	);
	const minutes = readingMinutes(model.clock.spans, model.clock.horizonMin);
	const seed = seedFromText(SEED);
	const readWhole = (orders: readonly Order[]) => {
		const world = createWorld(model, seed);
		const [runner, observer] = [new Runner(world), new Observer(world)];
		return minutes.map((minute) => (runner.advance(orders, minute), observer.frame()));
	};
	const played = worldOrders(exercise, { acts });
	readWhole(played);
	const wholeMs = cpuMs(() => readWhole(played));
	let recording: Recording | undefined;
	const recordingMs = cpuMs(() => (recording = new Recording(model, seed, played, minutes)));
	const ratios = oneDecisionOtherwise(new Study(exercise, model), acts, { every: EVERY }).map(
		({ orders }) => {
			const besideMs = cpuMs(() => {
				const run = new WhatIfRun(recording!);
				return minutes.map((minute) => (run.advance(orders, minute), run.frame()));
			});
			return besideMs / cpuMs(() => readWhole(orders));
		}
	);
	const tenth = ratios.filter((ratio) => ratio <= 0.1).length;
	return [
		{
			name: 'counterfactual_vs_whole_run_ratio',
			value: ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length,
			note:
				`mean over ${ratios.length} of ${exercise.decisions.length} decisions, answers to messages among them; ` +
				`${tenth} of them take a tenth at most; the recording itself takes ${digits(recordingMs / wholeMs)} whole runs`
		}
	];
}

function cpuMs(act: () => unknown): number {
	const before = process.cpuUsage();
	act();
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1000;
}
