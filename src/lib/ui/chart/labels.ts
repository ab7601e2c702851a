import type { Sample } from '../../room/feed/samples.ts';

export interface Gap {
	readonly minute: number;
	readonly upper: number;
	readonly lower: number;
}

/** Where two curves that were read off at the same minutes are farthest apart; null where they have no point in common. */
export function widestGap(
	a: readonly Sample[],
	b: readonly Sample[],
	value: (sample: Sample) => number
): Gap | null {
	const other = new Map(b.map((sample) => [sample.minute, value(sample)]));
	let widest: Gap | null = null;
	for (const sample of a) {
		const mine = value(sample);
		const theirs = other.get(sample.minute);
		if (theirs === undefined) continue;
		const gap = { minute: sample.minute, upper: Math.max(mine, theirs), lower: Math.min(mine, theirs) };
		if (widest === null || gap.upper - gap.lower > widest.upper - widest.lower) widest = gap;
	}
	return widest;
}

/** Rows for a table of a curve: the points nearest to the ticks of its axis, and the last one. */
export function atTicks<Point extends { readonly minute: number }>(
	curve: readonly Point[],
	minutes: readonly number[]
): Point[] {
	const reached = minutes.filter((minute) => minute <= (curve.at(-1)?.minute ?? -1));
	const nearest = reached.map((minute) =>
		curve.reduce((best, point) =>
			Math.abs(point.minute - minute) < Math.abs(best.minute - minute) ? point : best
		)
	);
	const last = curve.at(-1);
	return [...new Set(last === undefined ? nearest : [...nearest, last])];
}
