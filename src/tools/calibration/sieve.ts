import { log } from '../../lib/sim/exact/log.ts';
import type { Reading } from './reading/reading.ts';
import { TARGETS } from './targets.ts';
import { ridge } from './ridge.ts';

/** Inputs whose squares and products a target's regression also sees: those with the largest slopes. */
const CURVED = 8;
/** How far outside of a window a prediction may lie, in standard deviations of the regression's errors. */
const SLACK = 0.75;

interface Window {
	readonly of: (reading: Reading) => number;
	readonly low: number;
	readonly high: number;
}

const LEAST_OUT = 1e-6;
const logOut = (share: number) => log(Math.max(LEAST_OUT, 1 - share));

const WINDOWS: readonly Window[] = [
	{
		of: ({ crashedHosts }) => log(Math.max(1, crashedHosts)),
		low: log(TARGETS.crashedLow),
		high: log(TARGETS.crashedHigh)
	},
	{ of: ({ backShare }) => logOut(backShare[0]!), low: logOut(TARGETS.back), high: 0 },
	{ of: ({ backShare }) => logOut(backShare[1]!), low: log(LEAST_OUT), high: logOut(TARGETS.back) },
	{ of: ({ backShare }) => logOut(backShare[2]!), low: logOut(TARGETS.endHigh), high: logOut(TARGETS.endLow) }
];

/**
 * Tells which points of the unit cube are worth a run: those for which regressions on runs already made predict every
 * target within its window, or near it. It only saves runs: what is accepted is decided by the run itself.
 */
export function sieve(
	points: readonly (readonly number[])[],
	readings: readonly Reading[]
): (point: readonly number[]) => boolean {
	const tests = WINDOWS.map(({ of, low, high }) => {
		const outcomes = readings.map(of);
		const slopes = ridge(points.map(centred), outcomes);
		const curved = slopes.weights
			.slice(1)
			.map((weight, input) => ({ input, size: Math.abs(weight) }))
			.sort((a, b) => b.size - a.size || a.input - b.input)
			.slice(0, CURVED)
			.map(({ input }) => input);
		const row = (point: readonly number[]) => withCurves(centred(point), curved);
		const { predict, deviation } = ridge(points.map(row), outcomes);
		return (point: readonly number[]) => {
			const predicted = predict(row(point));
			return predicted >= low - SLACK * deviation && predicted <= high + SLACK * deviation;
		};
	});
	return (point) => tests.every((test) => test(point));
}

const centred = (point: readonly number[]) => point.map((u) => u - 0.5);

function withCurves(point: readonly number[], curved: readonly number[]): number[] {
	const row = [...point];
	curved.forEach((a, i) => {
		for (const b of curved.slice(i)) row.push(point[a]! * point[b]!);
	});
	return row;
}
