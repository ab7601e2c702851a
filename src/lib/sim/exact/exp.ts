import { asDouble, asWords, HIGH, LOW } from './bits.ts';

/*
 * Engines compute Math.exp differently in the last bits, so a recorded run would not replay. Everything
 * here uses only operations that IEEE 754 rounds in one way: + - * /, comparisons and integer work.
 */

/**
 * ln 2 in two parts; the first has 21 trailing zero bits, so k * LN2_HIGH is exact for every exponent k.
 */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const ONE_BY_LN2 = 1.4426950408889634;

/**
 * Above this the result exceeds the largest double; below the other it is under half the smallest one.
 */
const OVERFLOW_ABOVE = 709.782712893384;
const UNDERFLOW_BELOW = -745.1332191019412;

/**
 * exp(r) − 1 for r = high − low with |r| ≤ 0.35, without cancellation.
 *
 * r·(e^r + 1)/(e^r − 1) is even: 2 + r²/6 − r⁴/360 + …, with coefficients 2·B(2k)/(2k)! (Bernoulli
 * numbers). Solved for e^r − 1 it gives r + r·c/(2 − c), where c is r less the terms after the 2. The
 * first term left out would change the result by less than 2⁻⁵⁸.
 */
function expMinusOneNearZero(high: number, low: number): number {
	const r = high - low;
	const t = r * r;
	const tail =
		t *
		(1 / 6 +
			t * (-1 / 360 + t * (1 / 15120 + t * (-1 / 604800 + t * (1 / 23950080 + t * (-691 / 653837184000))))));
	const c = r - tail;
	return high - (low - (r * c) / (2 - c));
}

/** y·2^k with one rounding at most, for k from −1076 to 1024. */
function scaleByPowerOfTwo(y: number, k: number): number {
	let exponent = k;
	let scaled = y;
	if (exponent > 1023) {
		scaled *= 2;
		exponent -= 1;
	} else if (exponent < -1022) {
		// 2^k itself would be subnormal; 2^-54 keeps the product normal until the last multiplication
		// rounds it.
		asWords[LOW] = 0;
		asWords[HIGH] = (exponent + 54 + 1023) << 20;
		return scaled * asDouble[0] * 5.551115123125783e-17;
	}
	asWords[LOW] = 0;
	asWords[HIGH] = (exponent + 1023) << 20;
	return scaled * asDouble[0];
}

/**
 * e to the power x, the same bits in every engine. Error below 1 unit in the last place; exp(0) is
 * exactly 1. Infinity, 0 and NaN come out as from Math.exp.
 */
export function exp(x: number): number {
	if (x !== x) return x;
	if (x > OVERFLOW_ABOVE) return Infinity;
	if (x < UNDERFLOW_BELOW) return 0;
	const k = Math.floor(x * ONE_BY_LN2 + 0.5);
	const y = 1 + expMinusOneNearZero(x - k * LN2_HIGH, k * LN2_LOW);
	return k === 0 ? y : scaleByPowerOfTwo(y, k);
}

/**
 * Chance that something with a constant hazard and the given mean waiting time happens within one step: 1
 * − exp(−step/mean), to the last bits even when the step is a tiny part of the mean. Always from 0 to 1.
 *
 * Not for a transition limited by capacity: there a step's throughput is step/mean, and this would lose
 * some of it.
 *
 * @param stepMin length of the step, minutes
 * @param meanMin mean waiting time, minutes; Infinity means never (0), zero or less means at once (1)
 */
export function chanceWithin(stepMin: number, meanMin: number): number {
	if (meanMin <= 0) return 1;
	if (meanMin === Infinity || stepMin <= 0) return 0;
	const x = stepMin / meanMin;
	return x < 0.34 ? -expMinusOneNearZero(-x, 0) : 1 - exp(-x);
}
