import { asDouble, asWords, HIGH } from './bits.ts';

/** ln 2 in two parts, as in exp.ts: k * LN2_HIGH is exact. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

const HALF_SQRT2_HIGH_WORD = 0x3fe6a09e;
const TWO_54 = 18014398509481984;

/**
 * ln(1 + f) + k·ln 2 for 1 + f between √½ and √2.
 *
 * With s = f/(2 + f), ln(1 + f) = 2·artanh(s) = 2s + s·R, R = 2s²/3 + 2s⁴/5 + …. Writing 2s as f − s·f
 * and splitting f²/2 off keeps the rounding of s out of the leading digits.
 */
function logNearOne(f: number, k: number): number {
	const s = f / (2 + f);
	const t = s * s;
	const w = t * t;
	const even = w * (2 / 5 + w * (2 / 9 + w * (2 / 13 + w * (2 / 17 + w * (2 / 21)))));
	const odd = t * (2 / 3 + w * (2 / 7 + w * (2 / 11 + w * (2 / 15 + w * (2 / 19 + w * (2 / 23))))));
	const halfSquare = 0.5 * f * f;
	return k * LN2_HIGH - (halfSquare - (s * (halfSquare + odd + even) + k * LN2_LOW) - f);
}

/**
 * Natural logarithm, the same bits in every engine. Error below 1 unit in the last place; log(1) is
 * exactly 0. Zero gives −Infinity, a negative number NaN, as from Math.log.
 */
export function log(x: number): number {
	if (!(x > 0)) return x === 0 ? -Infinity : NaN;
	if (x === Infinity) return x;
	let k = 0;
	let scaled = x;
	if (x < 2.2250738585072014e-308) {
		scaled = x * TWO_54;
		k = -54;
	}
	asDouble[0] = scaled;
	// Moves the bit pattern so that mantissas from √½ to √2 share one exponent.
	const high = asWords[HIGH] - HALF_SQRT2_HIGH_WORD;
	k += high >> 20;
	asWords[HIGH] = (high & 0xfffff) + HALF_SQRT2_HIGH_WORD;
	return logNearOne(asDouble[0] - 1, k);
}

/**
 * ln(1 + x), exact to the last bits for small x as well, where log(1 + x) would have lost them. The usual
 * call is log1p(−p): the logarithm of the chance that nothing happens. x = −1 gives −Infinity, less gives
 * NaN.
 */
export function log1p(x: number): number {
	if (x > -0.2928 && x < 0.4142) return logNearOne(x, 0);
	const sum = 1 + x;
	if (!(sum > 0) || sum === Infinity) return log(sum);
	// What the rounding of 1 + x dropped, brought back to first order.
	const lost = sum - x === 1 ? 0 : x >= 1 ? 1 - (sum - x) : x - (sum - 1);
	return log(sum) + lost / sum;
}
