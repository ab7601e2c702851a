import type { Range } from './attribution.ts';
import type { Estimates } from './sampler.ts';

/** From the least to the greatest of several runs, by measure. */
export function rangeOf(runs: readonly (readonly number[])[]): Range[] {
	return (runs[0] ?? []).map((_, measure) => {
		const values = runs.map((values) => values[measure]!);
		return { low: Math.min(...values), high: Math.max(...values) };
	});
}

/**
 * How far worths lie apart under other conditions: what is known of them, moved by the difference that a condition made in
 * the same few orders. The error of those orders is in both and drops out, as far as it is the same.
 *
 * @param few what those orders say under the own conditions
 * @param others what the same orders say under each of the others
 */
export function shiftedRanges(
	{ worths }: Estimates,
	few: Estimates,
	others: readonly Estimates[]
): Range[][] {
	return (worths ?? []).map((measures, item) =>
		measures.map(({ mean }, measure) => {
			const base = few.worths?.[item]?.[measure]?.mean ?? mean;
			const all = [
				mean,
				...others.flatMap(({ worths }) => {
					const other = worths?.[item]?.[measure]?.mean;
					return other === undefined ? [] : [mean + other - base];
				})
			];
			return { low: Math.min(...all), high: Math.max(...all) };
		})
	);
}
