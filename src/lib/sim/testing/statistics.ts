/** Two samples of one figure, side by side. */
export interface Comparison {
	readonly means: readonly [number, number];
	readonly deviations: readonly [number, number];
	/** Difference of the means in standard errors (Welch). */
	readonly z: number;
	readonly varianceRatio: number;
	/** Largest distance between the two cumulative distributions (Kolmogorov and Smirnov). */
	readonly distance: number;
}

export function compare(a: readonly number[], b: readonly number[]): Comparison {
	const [meanA, varianceA] = moments(a);
	const [meanB, varianceB] = moments(b);
	return {
		means: [meanA, meanB],
		deviations: [Math.sqrt(varianceA), Math.sqrt(varianceB)],
		z: (meanA - meanB) / Math.sqrt(varianceA / a.length + varianceB / b.length),
		varianceRatio: varianceA / varianceB,
		distance: kolmogorovSmirnov(a, b)
	};
}

function moments(sample: readonly number[]): [mean: number, variance: number] {
	const mean = sample.reduce((sum, x) => sum + x, 0) / sample.length;
	const squares = sample.reduce((sum, x) => sum + (x - mean) * (x - mean), 0);
	return [mean, squares / (sample.length - 1)];
}

function kolmogorovSmirnov(a: readonly number[], b: readonly number[]): number {
	const up = (x: number, y: number) => x - y;
	const [as, bs] = [a.toSorted(up), b.toSorted(up)];
	let [i, j, most] = [0, 0, 0];
	while (i < as.length && j < bs.length) {
		const x = Math.min(as[i]!, bs[j]!);
		while (as[i] === x) i++;
		while (bs[j] === x) j++;
		most = Math.max(most, Math.abs(i / as.length - j / bs.length));
	}
	return most;
}

/** Limits that one comparison of two equal laws breaks once in a thousand; `z` once in 2,100. */
export interface Limits {
	readonly z: number;
	/** The variance ratio lies between this and its inverse: quantile 0.9995 of F with n − 1 and n − 1 degrees. */
	readonly varianceRatio: number;
	/** 1.949·√(2/n), the asymptotic two-sample limit of Kolmogorov and Smirnov. */
	readonly distance: number;
}

/** By number of runs in each sample. */
export const LIMITS: Readonly<Record<40 | 50 | 200 | 400, Limits>> = {
	40: { z: 3.5, varianceRatio: 2.961, distance: 0.4358 },
	50: { z: 3.5, varianceRatio: 2.618, distance: 0.3898 },
	200: { z: 3.5, varianceRatio: 1.599, distance: 0.1949 },
	400: { z: 3.5, varianceRatio: 1.392, distance: 0.1378 }
};
