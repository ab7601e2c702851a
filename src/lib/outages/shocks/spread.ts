import { exp } from '../../sim/exact/exp.ts';
import { log } from '../../sim/exact/log.ts';
import { normalQuantile } from '../../sim/random/normal.ts';

/** A quantity that shocks differ in, as its quantile: what a draw between 0 and 1 stands for. */
export interface Spread {
	readonly median: number;
	/** Nine in ten lie between these. */
	readonly low: number;
	readonly high: number;
	/** `log`: as far up as down by factors, cut off at twice the range; `even`: every value alike, and none outside. */
	readonly shape: 'log' | 'even';
}

const Z_95 = 1.6448536269514722;

/** Log-normal with a spread of its own above and below the median, so that both ends are where they are said to be. */
export function logSpread(median: number, low: number, high: number): Spread {
	return { median, low, high, shape: 'log' };
}

export function evenSpread(low: number, high: number): Spread {
	return { median: (low + high) / 2, low, high, shape: 'even' };
}

/** The value of a spread below which a share `u` of all shocks lies. */
export function quantile({ median, low, high, shape }: Spread, u: number): number {
	if (shape === 'even') return low + (high - low) * u;
	const z = normalQuantile(u);
	const sigma = z < 0 ? log(median / low) / Z_95 : log(high / median) / Z_95;
	const value = median * exp(sigma * z);
	return Math.min(high * 2, Math.max(low / 2, value));
}
