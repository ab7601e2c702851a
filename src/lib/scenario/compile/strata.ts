import { CLASS_COUNT } from '../../sim/model.ts';
import { normalQuantile } from '../../sim/random/normal.ts';

/** Fractional part of the golden ratio: multiples of it fill the interval more evenly than random numbers do. */
const GOLDEN = 0.6180339887498949;
/**
 * One over the plastic number, the root of x³ = x + 1, and one over its square: together their multiples fill the unit
 * square evenly (Roberts 2018).
 */
const PLASTIC = 0.7548776662466927;
const PLASTIC_SQUARED = 0.5698402909980532;

/** Number of strata that so many hosts fall into; `stratumFrom`: hosts from which there are 2, 3 … of them. */
export function strataOf(hosts: number, stratumFrom: readonly number[]): number {
	let strata = 1;
	for (const from of stratumFrom) if (hosts >= from) strata++;
	return strata;
}

/**
 * How much of staffing follows from an organisation's size. Large ones have fewer technicians for each host: with the
 * spread of the model parameters about half as many as small ones, as surveys of staff for each user say (assumed). That
 * small firms recovered faster is known (fact cs-size-effect).
 */
const SIZE_WEIGHT = 0.25;

/** Which organisations each of a place's strata stands for, from small (−1) to large (1); alone it stands for all (0). */
export function organisationSizes(strata: number): number[] {
	return Array.from({ length: strata }, (_, i) => (strata === 1 ? 0 : (2 * i) / (strata - 1) - 1));
}

/**
 * Staffing scores of a sector's strata: standard normal quantiles of a low-discrepancy sequence (additive recurrence
 * with the golden ratio), taken in the order of their hosts, so that large places too are spread over good and bad;
 * moved down for large and up for small organisations.
 */
export function staffingScores(hosts: readonly number[], sizes: readonly number[]): number[] {
	const order = hosts.map((_, index) => index).sort((a, b) => hosts[b]! - hosts[a]! || a - b);
	const scores = new Array<number>(hosts.length).fill(0);
	order.forEach((stratum, rank) => {
		const luck = normalQuantile(fraction(0.5 + rank * GOLDEN));
		scores[stratum] = Math.sqrt(1 - SIZE_WEIGHT * SIZE_WEIGHT) * luck - SIZE_WEIGHT * sizes[stratum]!;
	});
	return scores;
}

/**
 * How much of coverage is a matter of the organisation; the rest differs by class: one has the agent on servers only,
 * another on desks only (assumed).
 */
const ORGANISATION_WEIGHT = 0.8;

/**
 * Coverage scores of a sector's strata, by class: standard normal, and evenly spread over the strata in the order of
 * their hosts, as those of staffing are, of which they are independent. By hosts they have mean 0 and variance 1, however
 * few strata there are: else a coarser world would be hit as another one.
 */
export function coverageScores(hosts: readonly number[]): number[][] {
	const order = hosts.map((_, index) => index).sort((a, b) => hosts[b]! - hosts[a]! || a - b);
	const scores: number[][] = hosts.map(() => []);
	const classWeight = Math.sqrt(1 - ORGANISATION_WEIGHT * ORGANISATION_WEIGHT);
	order.forEach((stratum, rank) => {
		const own = normalQuantile(fraction(0.5 + rank * PLASTIC));
		for (let c = 0; c < CLASS_COUNT; c++) {
			const ofClass = normalQuantile(fraction((c + 0.5) / CLASS_COUNT + rank * PLASTIC_SQUARED));
			scores[stratum]![c] = ORGANISATION_WEIGHT * own + classWeight * ofClass;
		}
	});
	for (let c = 0; c < CLASS_COUNT; c++) standardise(scores, c, hosts);
	return scores;
}

/** Shifts and stretches one class's scores to mean 0 and variance 1, weighted by hosts. One stratum alone is in the middle. */
function standardise(scores: readonly number[][], c: number, hosts: readonly number[]): void {
	const all = hosts.reduce((sum, n) => sum + n, 0);
	if (all === 0) return;
	const over = (valueOf: (score: number) => number) =>
		scores.reduce((sum, of, stratum) => sum + hosts[stratum]! * valueOf(of[c]!), 0) / all;
	const mean = over((score) => score);
	const spread = Math.sqrt(over((score) => (score - mean) * (score - mean)));
	for (const of of scores) of[c] = spread > 0 ? (of[c]! - mean) / spread : 0;
}

const fraction = (turn: number) => turn - Math.floor(turn);
