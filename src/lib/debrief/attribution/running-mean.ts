/** Quantiles of Student's t for 97.5 %, by degrees of freedom from 1: two-sided intervals of 95 %. */
const T_975 = [
	12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131,
	2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042
];
const NORMAL_975 = 1.96;

/** The quantile of Student's t that 97.5 % lie below. Past 30 degrees of freedom by its first correction of the normal one. */
export function tQuantile(freedom: number): number {
	if (freedom < 1) return Infinity;
	return (
		T_975[freedom - 1] ?? NORMAL_975 + (NORMAL_975 * NORMAL_975 * NORMAL_975 + NORMAL_975) / (4 * freedom)
	);
}

/** Mean and spread of what has come so far (Welford 1962: no sum of squares that would swallow the difference). */
export class RunningMean {
	count = 0;
	mean = 0;
	#squares = 0;

	add(value: number): void {
		this.count += 1;
		const off = value - this.mean;
		this.mean += off / this.count;
		this.#squares += off * (value - this.mean);
	}

	/** Of what has come; 0 with less than two. */
	get variance(): number {
		return this.count < 2 ? 0 : this.#squares / (this.count - 1);
	}

	/**
	 * Half of the 95 % interval of the mean, by Student's t; infinite with less than two.
	 *
	 * @param prior a variance that counts as two more values: few values that happen to lie close together say little
	 */
	halfWidth(prior = 0): number {
		if (this.count < 2) return Infinity;
		const variance = this.variance + (2 * prior) / (this.count - 1);
		return tQuantile(this.count - 1) * Math.sqrt(variance / this.count);
	}
}
