import { memberOrders } from '../../../lib/scenario/calibration/ensemble.ts';
import { readRun, type Reading } from '../reading/reading.ts';
import { runJob } from '../../../lib/debrief/pool/run-job.ts';
import { compileModel } from '../../../lib/scenario/compile/model.ts';
import type { Frame } from '../../../lib/sim/observe/frame.ts';
import type { Order, Scope } from '../../../lib/sim/model.ts';
import { storedRuns } from '../files.ts';
import { readInput } from '../input.ts';
import { RUN_SEED } from '../calibrate.ts';

/** July 2024 in the debrief size, with accepted parameter sets in force, for tests that change one thing. */

const { scenario, record, priors } = readInput();

export const model = compileModel(scenario, 'debrief');
export const members = storedRuns().members;

/** The orders that put an accepted set in force. */
export const inForce = (set: number): Order[] => memberOrders(scenario.settings, priors, members[set]!);

export function order(parameter: string, value: number, atMin = 0, scope: Scope = { kind: 'world' }): Order {
	return { parameter, value, atMin, scope };
}

/** Frames of the record under an accepted set with some orders changed. */
export function frames(set: number, changed: readonly Order[], minutes: readonly number[]): Frame[] {
	return runJob(model, { seed: RUN_SEED, orders: [...inForce(set), ...record, ...changed], minutes });
}

/** What a calibration would read off such a run. */
export function reading(set: number, changed: readonly Order[]): Reading {
	return readRun(model, { seed: RUN_SEED, orders: [...inForce(set), ...record, ...changed] });
}
