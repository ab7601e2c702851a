import type { Range } from './attribution.ts';

/** From the least to the greatest of several runs, by measure. */
export function rangeOf(runs: readonly (readonly number[])[]): Range[] {
	return (runs[0] ?? []).map((_, measure) => spanOf(runs.map((values) => values[measure]!)));
}

/**
 * How far a worth lies apart under other conditions, by measure: as it is estimated, moved by the difference that each
 * condition makes to something that is known of it without error.
 *
 * @param own what is known of it under the own conditions
 * @param others the same under each of the others
 */
export function movedRanges(
	means: readonly number[],
	own: readonly number[],
	others: readonly (readonly number[])[]
): Range[] {
	return means.map((mean, measure) =>
		spanOf([mean, ...others.map((other) => mean + other[measure]! - own[measure]!)])
	);
}

function spanOf(values: readonly number[]): Range {
	return { low: Math.min(...values), high: Math.max(...values) };
}
