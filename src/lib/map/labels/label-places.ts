import type { WorldPoint } from '../geo/projection.ts';

/** A label that would like to be shown: where it points, how large it is, how much it matters. */
export interface WantedLabel {
	readonly id: number;
	readonly at: WorldPoint;
	readonly width: number;
	readonly height: number;
	readonly weight: number;
}

/** Where a label goes: its top left corner, all in CSS pixels. */
export interface PlacedLabel {
	readonly id: number;
	readonly at: WorldPoint;
	readonly left: number;
	readonly top: number;
}

export interface Box {
	readonly left: number;
	readonly top: number;
	readonly right: number;
	readonly bottom: number;
}

export const MOST_LABELS = 6;
const MARGIN = 8;
/** How far from its place a label may stand, in turn. */
export const REACHES = [26, 54, 84, 120];

/** A label is better placed this many pixels farther away than over one more thing that should be seen. */
const PX_PER_COVERED = 40;

/**
 * The labels that matter most, none over another, none over what is kept free, all within the picture. A label that
 * finds no room is left out.
 * @param covers how much that should be seen lies under a box
 * @param reaches how far from its place a label may stand, in turn
 */
export function placeLabels(
	requests: readonly WantedLabel[],
	within: Box,
	keepFree: readonly Box[] = [],
	most = MOST_LABELS,
	covers: (box: Box) => number = () => 0,
	reaches: readonly number[] = REACHES
): PlacedLabel[] {
	const placed: PlacedLabel[] = [];
	const taken: Box[] = [...keepFree];
	const byWeight = [...requests].sort((a, b) => b.weight - a.weight || a.id - b.id);
	for (const request of byWeight) {
		if (placed.length >= most) break;
		const [x, y] = request.at;
		if (x < within.left || x > within.right || y < within.top || y > within.bottom) continue;
		const free = corners(request, reaches).filter(({ box: candidate }) => {
			const inside =
				candidate.left >= within.left &&
				candidate.right <= within.right &&
				candidate.top >= within.top &&
				candidate.bottom <= within.bottom;
			return inside && !taken.some((other) => overlaps(candidate, other));
		});
		let box: Box | undefined;
		let least = Infinity;
		for (const candidate of free) {
			const cost = candidate.reach + PX_PER_COVERED * Math.min(6, covers(candidate.box));
			if (cost < least) [box, least] = [candidate.box, cost];
		}
		if (box === undefined) continue;
		taken.push(box);
		placed.push({ id: request.id, at: request.at, left: box.left, top: box.top });
	}
	return placed;
}

/** Right or left, below or above: near places first. */
function corners(
	{ at: [x, y], width, height }: WantedLabel,
	reaches: readonly number[]
): { box: Box; reach: number }[] {
	const boxes: { box: Box; reach: number }[] = [];
	for (const reach of reaches) {
		for (const [side, rise] of SIDES) {
			const left = side > 0 ? x + reach : x - reach - width;
			const top = y + rise * reach - height / 2;
			boxes.push({ box: { left, top, right: left + width, bottom: top + height }, reach });
		}
	}
	return boxes;
}

const SIDES: readonly (readonly [number, number])[] = [
	[1, 0.7],
	[1, -0.7],
	[-1, 0.7],
	[-1, -0.7],
	[1, 0],
	[-1, 0],
	[1, 1.4],
	[1, -1.4],
	[-1, 1.4],
	[-1, -1.4]
];

function overlaps(a: Box, b: Box): boolean {
	return (
		a.left < b.right + MARGIN &&
		b.left < a.right + MARGIN &&
		a.top < b.bottom + MARGIN &&
		b.top < a.bottom + MARGIN
	);
}
