/**
 * Values of one quantity by stratum, in the order of their shocks: as many of each kind as were run. Kinds count alike,
 * however many these are.
 */
export type Strata = readonly (readonly number[])[];

/**
 * Number of parameter sets, which the shocks of every kind go through in turn: values of one set err together, so they are
 * one observation. Where nothing is said each shock has a set of its own.
 */
type Sets = number;

/** A figure and the ends of its 95 % interval. */
export interface Interval {
	readonly value: number;
	readonly low: number;
	readonly high: number;
}

const Z_975 = 1.96;

/** Successive shocks fall into so many blocks; how far these lie apart tells how far all of them err. */
const BLOCKS = 13;
/** With fewer shocks of a kind in each they lie as far apart as single draws do. */
const BLOCK_LEAST = 4;
/** 97.5 % point of Student's distribution with one degree of freedom less than there are blocks. */
const T_975 = 2.179;

interface Weighed {
	readonly value: number;
	/** Weight of all values up to this one. */
	readonly upTo: number;
}

function weighed(strata: Strata): Weighed[] {
	const filled = strata.filter((values) => values.length > 0);
	const all = filled.flatMap((values) =>
		values.map((value) => ({ value, weight: 1 / (filled.length * values.length) }))
	);
	all.sort((a, b) => a.value - b.value);
	let upTo = 0;
	return all.map(({ value, weight }) => ({ value, upTo: (upTo += weight) }));
}

function at(sorted: readonly Weighed[], share: number): number {
	const found = sorted.find(({ upTo }) => upTo >= share - 1e-12);
	return (found ?? sorted[sorted.length - 1])?.value ?? 0;
}

/** Values below which these shares of all shocks lie, kinds alike. */
export function quantiles(strata: Strata, shares: readonly number[]): number[] {
	const sorted = weighed(strata);
	return shares.map((share) => at(sorted, share));
}

/**
 * A quantile with its 95 % interval by order statistics: no shape is assumed (Woodruff 1952, "Confidence intervals for
 * medians and other position measures"). What errs is the share of shocks below it.
 */
export function quantileInterval(strata: Strata, share: number, sets: Sets = Infinity): Interval {
	const sorted = weighed(strata);
	const value = at(sorted, share);
	const filled = strata.filter((values) => values.length > 0);
	const half = halfOfShare(
		filled.map((values) => values.map((one) => (one <= value ? 1 : 0))),
		sets
	);
	return { value, low: at(sorted, Math.max(0, share - half)), high: at(sorted, Math.min(1, share + half)) };
}

/**
 * Half of the 95 % interval of a share. Over kinds the error of runs and that of parameter sets are told apart, because kinds
 * share nothing but their sets; within one kind they are not, and the larger one counts.
 */
function halfOfShare(isBelow: Strata, sets: Sets): number {
	const { length: kinds } = isBelow;
	if (kinds === 0) return 0;
	const drawn = binomialVariance(isBelow);
	if (kinds === 1) return Z_975 * Math.sqrt(Math.max(drawn, varianceBetween(isBelow, sets)));
	const blocks = varianceOfBlocks(isBelow);
	const ofRuns = blocks === null ? Z_975 * Z_975 * drawn : T_975 * T_975 * blocks;
	return Math.sqrt(ofRuns + Z_975 * Z_975 * varianceOfSets(isBelow, sets));
}

/** Variance of a share over strata if every shock were drawn by itself. */
function binomialVariance(isBelow: Strata): number {
	const sum = isBelow.reduce((total, values) => {
		const below = meanOf(values);
		// With a few values in it a stratum that seems certain is not.
		return total + Math.max(below * (1 - below), 1 / (4 * values.length)) / values.length;
	}, 0);
	return sum / (isBelow.length * isBelow.length);
}

/**
 * The same as it is. Shocks of a kind follow a sequence that fills the space of draws evenly, and each stretch of it is the
 * same set of points, shifted: stretches err less than single draws would, and how far they lie apart tells how much less
 * (replicates of randomised quasi-Monte Carlo: Owen 2013, "Monte Carlo theory, methods and examples", 17.4). Null: too few.
 */
function varianceOfBlocks(isBelow: Strata): number | null {
	const long = Math.floor(Math.min(...isBelow.map(({ length }) => length)) / BLOCKS);
	if (long < BLOCK_LEAST) return null;
	const means = Array.from({ length: BLOCKS }, (_, block) =>
		meanOf(isBelow.map((values) => meanOf(values.slice(block * long, (block + 1) * long))))
	);
	const middle = meanOf(means);
	const squares = means.reduce((sum, one) => sum + (one - middle) * (one - middle), 0);
	return squares / (BLOCKS - 1) / BLOCKS;
}

/** The mean over kinds with its 95 % interval; with less than two values in a stratum nothing is said of its error. */
export function meanInterval(strata: Strata, sets: Sets = Infinity): Interval | null {
	const filled = strata.filter((values) => values.length > 0);
	if (filled.length === 0 || filled.some((values) => values.length < 2)) return null;
	let [value, variance] = [0, 0];
	for (const values of filled) {
		const mean = meanOf(values);
		const squares = values.reduce((sum, one) => sum + (one - mean) * (one - mean), 0);
		value += mean / filled.length;
		variance += squares / (values.length - 1) / values.length / (filled.length * filled.length);
	}
	const half = Z_975 * Math.sqrt(Math.max(variance, varianceBetween(filled, sets)));
	return { value, low: value - half, high: value + half };
}

/** Variance of the mean over strata by how far apart parameter sets lie (the linearised estimate for clusters); 0: one set. */
function varianceBetween(strata: Strata, sets: Sets): number {
	const most = Math.max(0, ...strata.map(({ length }) => length));
	const count = Math.min(sets, most);
	if (!Number.isFinite(sets) || count < 2) return 0;
	const bySet = new Float64Array(count);
	for (const values of strata) {
		const mean = meanOf(values);
		values.forEach((one, at) => (bySet[at % count]! += (one - mean) / (strata.length * values.length)));
	}
	return (count / (count - 1)) * bySet.reduce((sum, one) => sum + one * one, 0);
}

/**
 * What sets add to the variance of a mean over kinds: how far values of different kinds err together where they have the
 * same set. Within a kind values of one set have draws in common as well, so those are left out and made up for.
 */
function varianceOfSets(strata: Strata, sets: Sets): number {
	const { length: kinds } = strata;
	const alone = strata.reduce((sum, values) => sum + varianceBetween([values], sets), 0) / (kinds * kinds);
	return (Math.max(0, varianceBetween(strata, sets) - alone) * kinds) / (kinds - 1);
}

function meanOf(values: readonly number[]): number {
	return values.reduce((sum, one) => sum + one, 0) / values.length;
}
