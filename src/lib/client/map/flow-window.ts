import { stepLengthMin } from '../../sim/time/grid.ts';
import type { GridSpan } from '../../sim/model.ts';

/** Flows of single minutes flicker: they are counted over a step of the grid, or over so many minutes of short ones. */
const LEAST_MIN = 10;

/**
 * Where to count flows from that are shown at `untilMin`: from the snapshot before, or after a jump over a stretch of
 * the usual length.
 */
export function flowsFrom(spans: readonly GridSpan[], untilMin: number, lookedAtMin: number): number {
	const stretch = Math.max(LEAST_MIN, stepLengthMin(spans, Math.max(0, untilMin - 1)));
	if (lookedAtMin < untilMin && untilMin - lookedAtMin <= 2 * stretch) return lookedAtMin;
	return Math.max(0, untilMin - stretch);
}
