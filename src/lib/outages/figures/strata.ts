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
 * A quantile with its 95 % interval by order statistics: no shape is assumed. Strata are drawn in equal numbers, so only
 * what varies inside of them counts (Woodruff 1952, "Confidence intervals for medians and other position measures"), or what
 * varies between parameter sets where that is more.
 */
export function quantileInterval(strata: Strata, share: number, sets: Sets = Infinity): Interval {
	const sorted = weighed(strata);
	const value = at(sorted, share);
	const filled = strata.filter((values) => values.length > 0);
	const variance = filled.reduce((sum, values) => {
		const below = values.filter((one) => one <= value).length / values.length;
		// With a few values in it a stratum that seems certain is not.
		const inside = Math.max(below * (1 - below), 1 / (4 * values.length));
		return sum + inside / values.length;
	}, 0);
	const kinds = Math.max(1, filled.length);
	const isBelow = filled.map((values) => values.map((one) => (one <= value ? 1 : 0)));
	const half = Z_975 * Math.sqrt(Math.max(variance / (kinds * kinds), varianceBetween(isBelow, sets)));
	return { value, low: at(sorted, Math.max(0, share - half)), high: at(sorted, Math.min(1, share + half)) };
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

function meanOf(values: readonly number[]): number {
	return values.reduce((sum, one) => sum + one, 0) / values.length;
}
