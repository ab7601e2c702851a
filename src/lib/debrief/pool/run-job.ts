import { simEngine } from '../../exercise/world/engine.ts';
import { byMinute } from '../../exercise/world/orders.ts';
import type { Frame } from '../../sim/observe/frame.ts';
import type { Model, Order } from '../../sim/model.ts';
import { WhatIfRun } from '../../sim/what-if/what-if-run.ts';
import { Recordings } from './recordings.ts';

/** One run of a world, and what is to be read off it. Plain data: it travels between threads as it is. */
export interface RunJob {
	/** The text that the random draws stand for. */
	readonly seed: string;
	/** In any order; of orders for one minute the last one holds. */
	readonly orders: readonly Order[];
	/** Minutes since the scenario's start, ascending. */
	readonly minutes: readonly number[];
	/**
	 * Orders of a run that many runs are compared with, this one among them: whoever runs several of them runs only what
	 * differs. It decides how long it takes, never what comes out.
	 */
	readonly beside?: readonly Order[];
}

/**
 * Runs the world from its start and reads it off at the job's minutes: one frame for each of them, in their order.
 *
 * @throws RangeError when a minute is not a number from 0 to the scenario's horizon, or comes before the one before it
 */
export function runJob(model: Model, job: RunJob, recordings = new Recordings()): Frame[] {
	const { seed, orders, minutes, beside } = job;
	const { horizonMin } = model.clock;
	checkMinutes(minutes, horizonMin);
	const run =
		beside === undefined ? simEngine(model, seed).start() : new WhatIfRun(recordings.besides(model, job));
	const sorted = byMinute(orders);
	return minutes.map((minute) => {
		if (run.minute < minute) run.advance(sorted, minute);
		return run.frame();
	});
}

function checkMinutes(minutes: readonly number[], horizonMin: number): void {
	let before = 0;
	for (const minute of minutes) {
		if (!(minute >= 0 && minute <= horizonMin))
			throw new RangeError(
				`minute ${minute} is outside of the scenario; read off between 0 and ${horizonMin}`
			);
		if (minute < before)
			throw new RangeError(
				`minute ${minute} comes after minute ${before}; list the minutes in ascending order`
			);
		before = minute;
	}
}
