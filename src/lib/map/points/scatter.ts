import type { WorldPoint } from '../geo/projection.ts';

/** A metro as its points see it: where it is, and its share of the world's hosts. */
export interface Cluster {
	readonly at: WorldPoint;
	readonly share: number;
}

const TRIES = 9;
/** Nearly half of the points stand out in the country around the city. */
const OUTLYING = 0.45;
const OUTLYING_REACH = 3.4;

/**
 * Standard deviation of a city's points in world units (20 km): from the size of a town to a region's. Assumed, so
 * that large metros stay readable; the true places of hosts are not known below the metro.
 */
export function reach(share: number): number {
	return 1.3 + 34 * Math.sqrt(share);
}

/** Where a point stands: always the same place for the same number, and on land wherever the city has land around. */
export function placeOf(
	id: number,
	{ at: [x, y], share }: Cluster,
	isLand: (x: number, y: number) => boolean
): WorldPoint {
	let size = reach(share);
	if (uniform(id, 0) < OUTLYING) size *= OUTLYING_REACH;
	for (let attempt = 1; attempt <= TRIES; attempt++) {
		const px = x + bell(id, attempt * 8) * size;
		const py = y + bell(id, attempt * 8 + 4) * size;
		if (isLand(px, py)) return [px, py];
		size *= 0.85;
	}
	return [x + bell(id, 1) * 0.4, y + bell(id, 2) * 0.4];
}

/** Nearly normal with variance 1, from four uniform draws. */
function bell(id: number, salt: number): number {
	let sum = -2;
	for (let i = 0; i < 4; i++) sum += uniform(id, salt + i);
	return sum * 1.7320508;
}

/** A number in [0, 1) that only depends on the two numbers given. */
function uniform(id: number, salt: number): number {
	let h = Math.imul(id + 1, 0x9e3779b1) ^ Math.imul(salt + 1, 0x85ebca77);
	h = Math.imul(h ^ (h >>> 16), 0x21f0aaad);
	h = Math.imul(h ^ (h >>> 15), 0x735a2d97);
	return ((h ^ (h >>> 15)) >>> 0) / 0x1_0000_0000;
}
