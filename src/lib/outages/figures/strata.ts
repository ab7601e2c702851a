/** Values of one quantity by stratum: as many shocks of each kind as were run. Kinds count alike, however many these are. */
export type Strata = readonly (readonly number[])[];

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
 * what varies inside of them counts (Woodruff 1952, "Confidence intervals for medians and other position measures").
 */
export function quantileInterval(strata: Strata, share: number): Interval {
	const sorted = weighed(strata);
	const value = at(sorted, share);
	const filled = strata.filter((values) => values.length > 0);
	const variance = filled.reduce((sum, values) => {
		const below = values.filter((one) => one <= value).length / values.length;
		// With a few values in it a stratum that seems certain is not.
		const inside = Math.max(below * (1 - below), 1 / (4 * values.length));
		return sum + inside / values.length;
	}, 0);
	const half = (Z_975 * Math.sqrt(variance)) / Math.max(1, filled.length);
	return { value, low: at(sorted, Math.max(0, share - half)), high: at(sorted, Math.min(1, share + half)) };
}

/** The mean over kinds with its 95 % interval; with less than two values in a stratum nothing is said of its error. */
export function meanInterval(strata: Strata): Interval | null {
	const filled = strata.filter((values) => values.length > 0);
	if (filled.length === 0 || filled.some((values) => values.length < 2)) return null;
	let [value, variance] = [0, 0];
	for (const values of filled) {
		const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
		const squares = values.reduce((sum, one) => sum + (one - mean) * (one - mean), 0);
		value += mean / filled.length;
		variance += squares / (values.length - 1) / values.length / (filled.length * filled.length);
	}
	const half = Z_975 * Math.sqrt(variance);
	return { value, low: value - half, high: value + half };
}
