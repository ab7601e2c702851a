import { normalQuantile } from '../../sim/random/normal.ts';

/** Fractional part of the golden ratio: multiples of it fill the interval more evenly than random numbers do. */
const GOLDEN = 0.6180339887498949;

/** Number of strata that so many hosts fall into; `stratumFrom`: hosts from which there are 2, 3 … of them. */
export function strataOf(hosts: number, stratumFrom: readonly number[]): number {
	let strata = 1;
	for (const from of stratumFrom) if (hosts >= from) strata++;
	return strata;
}

/**
 * Staffing scores of a sector's strata: standard normal quantiles of a low-discrepancy sequence (additive recurrence
 * with the golden ratio), taken in the order of size, so that large organisations too are spread over good and bad.
 */
export function staffingScores(hosts: readonly number[]): number[] {
	const order = hosts.map((_, index) => index).sort((a, b) => hosts[b]! - hosts[a]! || a - b);
	const scores = new Array<number>(hosts.length).fill(0);
	order.forEach((stratum, rank) => {
		const turn = 0.5 + rank * GOLDEN;
		scores[stratum] = normalQuantile(turn - Math.floor(turn));
	});
	return scores;
}
