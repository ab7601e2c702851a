import { exp } from '../exact/exp.ts';

/** Largest variance np(1 − p) that this file is made for; its tables end there. */
export const FEW_UP_TO_VARIANCE = 6;

/** No count drawn here exceeds this: beyond it lies less than 1e-25 of every binomial that this file is made for. */
const LONGEST_WALK = 64;

const RECIPROCALS = new Float64Array(LONGEST_WALK + 1);
for (let k = 1; k <= LONGEST_WALK; k += 1) RECIPROCALS[k] = 1 / k;

/** e^(−i/64), far enough for (1 − p)^n at the largest variance V: V/(p(1 − p))·ln(1/(1 − p)) < 16.7 for p ≤ ½. */
const STEPS_PER_UNIT = 64;
const POWERS = new Float64Array(17 * STEPS_PER_UNIT);
for (let i = 0; i < POWERS.length; i += 1) POWERS[i] = exp(-i / STEPS_PER_UNIT);

/** e^x for x from −16.9 to 0, relative error below 1e-15: a table step and five terms of the series. */
function smallPower(x: number): number {
	const i = (0.5 - x * STEPS_PER_UNIT) | 0;
	const r = x + i * (1 / STEPS_PER_UNIT);
	const rr = r * r;
	const power = POWERS[i];
	return power + power * (r + rr * (1 / 2 + r * (1 / 6) + rr * (1 / 24 + r * (1 / 120))));
}

/**
 * The smallest count whose cumulative probability reaches `share`, for a binomial with odds p/(1 − p) per
 * host and probability `none` of no host at all: adds up probabilities from 0. Four at a time and counted
 * without a branch, because the mispredicted end of the loop costs more than three spare terms. Past n a
 * factor is 0, and so is all that follows.
 */
function walkUp(share: number, n: number, odds: number, none: number): number {
	let left = share - none;
	let mass = none;
	let k = 0;
	const last = n < LONGEST_WALK ? n : LONGEST_WALK;
	while (k < last) {
		const rest = n - k;
		const mass1 = mass * (rest * (odds * RECIPROCALS[k + 1]));
		const mass2 = mass1 * ((rest - 1) * (odds * RECIPROCALS[k + 2]));
		const mass3 = mass2 * ((rest - 2) * (odds * RECIPROCALS[k + 3]));
		mass = mass3 * ((rest - 3) * (odds * RECIPROCALS[k + 4]));
		const left1 = left - mass1;
		const left2 = left1 - mass2;
		const left3 = left2 - mass3;
		const left4 = left3 - mass;
		if (left4 <= 0) {
			k += +(left > 0) + +(left1 > 0) + +(left2 > 0) + +(left3 > 0);
			break;
		}
		left = left4;
		k += 4;
	}
	return k < n ? k : n;
}

/**
 * Binomial quantile for p ≤ ½ and variance np(1 − p) up to {@link FEW_UP_TO_VARIANCE}, exact up to
 * rounding (total variation below 1e-7, most of it from the 32 bits of u).
 *
 * Bonferroni's inequalities settle most draws without a power: with m = np, P(at least 1) ≤ m and ≥ m −
 * m²/2, and P(at least 2) ≤ m²/2.
 *
 * @param upper share of the distribution above the draw, 2⁻³³ to 1 − 2⁻³³
 * @param lower 1 − upper
 * @param logNone n·ln(1 − p)
 */
export function fewOfMany(upper: number, lower: number, n: number, p: number, logNone: number): number {
	const mean = n * p;
	if (upper >= mean) return 0;
	const pairs = 0.5 * mean * mean;
	if ((+(upper >= pairs) & +(upper < mean - pairs)) !== 0) return 1;
	return walkUp(lower, n, p / (1 - p), smallPower(logNone));
}
