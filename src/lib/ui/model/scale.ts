import type { FigureRow } from './model-view.ts';

/** Free space on either side, as a share of the picture's width: the marks' own half widths. */
const MARGIN = 0.04;

/** Where a figure lies in a picture of this width: from nothing (or the least that is shown) to the most. */
export function bandScale(
	{ low, high, band }: Pick<FigureRow, 'low' | 'high' | 'band'>,
	width: number
): (value: number) => number {
	const most = Math.max(high, band.high);
	const least = Math.min(low, band.low);
	// A narrow figure far from zero would be a dot at the end of the line.
	const from = least > most * 0.6 ? least - (most - least) * 0.5 : 0;
	const span = most - from || 1;
	return (value) => width * (MARGIN + ((1 - 2 * MARGIN) * (value - from)) / span);
}
