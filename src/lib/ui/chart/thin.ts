import type { Point } from './paths.ts';

/** Mean width of a letter as a share of the type's size, a little on the wide side. */
const LETTER = 0.56;

/** About how wide a text is, in the unit of the type's size. */
export const textWidth = (text: string, typePx: number): number => text.length * LETTER * typePx;

/** Points that can be told apart on a screen: the first, the last, and none nearer to the one before than `apart`. */
export function thin(points: readonly Point[], apart: number): Point[] {
	const kept: Point[] = [];
	points.forEach((point, index) => {
		const before = kept.at(-1);
		if (before === undefined || index === points.length - 1 || point.x - before.x >= apart) kept.push(point);
	});
	return kept;
}

/** Heights moved apart so that labels at the ends of lines do not cover each other; the order stays. */
export function spread(heights: readonly number[], apart: number, most: number): number[] {
	const order = heights.map((_, index) => index).sort((a, b) => heights[a]! - heights[b]!);
	const placed = [...heights];
	let free = -Infinity;
	for (const index of order) {
		placed[index] = Math.max(placed[index]!, free);
		free = placed[index]! + apart;
	}
	let limit = most;
	for (const index of order.toReversed()) {
		placed[index] = Math.min(placed[index]!, limit);
		limit = placed[index]! - apart;
	}
	return placed;
}

/** At which end of its line a label crosses no path: the right one, unless the path runs there and not at the left. */
export function freeEnd(
	path: readonly Point[],
	{ width, top, bottom }: { readonly width: number; readonly top: number; readonly bottom: number },
	right: number
): 'start' | 'end' {
	const crosses = (from: number, to: number) =>
		path.some(({ x, y }) => x >= from && x <= to && y >= top && y <= bottom);
	return crosses(right - width, right) && !crosses(0, width) ? 'start' : 'end';
}
