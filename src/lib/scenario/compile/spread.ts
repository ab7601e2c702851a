/**
 * Whole numbers in place of fractions: hands out the next whole part of a running sum, so that however many shares
 * are taken, the wholes handed out never differ from the sum by more than one half.
 *
 * With a `least` above 1 it hands out nothing until so much has come together, and the rest once the sum comes to
 * `total`: few large numbers in place of many small ones, with the same total.
 */
export class Rounder {
	readonly #least: number;
	readonly #total: number;
	#sum = 0;
	#given = 0;

	constructor(least = 1, total = Infinity) {
		this.#least = least;
		this.#total = total;
	}

	take(amount: number): number {
		this.#sum += amount;
		const whole = Math.floor(this.#sum + 0.5) - this.#given;
		if (whole < this.#least && this.#sum < this.#total - 0.5) return 0;
		this.#given += whole;
		return whole;
	}
}

/** Whole numbers in the proportions of `weights` that add up to `total` (itself whole); all 0 where no weight is. */
export function spread(total: number, weights: readonly number[]): number[] {
	let sum = 0;
	for (const weight of weights) sum += weight;
	if (sum <= 0) return weights.map(() => 0);
	const rounder = new Rounder();
	return weights.map((weight) => rounder.take((total * weight) / sum));
}

/** The proportions of `weights` as shares of 1. */
export function normalised(weights: readonly number[]): number[] {
	let sum = 0;
	for (const weight of weights) sum += weight;
	return weights.map((weight) => (sum > 0 ? weight / sum : 0));
}
