import type { Spot } from './plane.ts';

/** How a host is drawn. */
export const MARKS = ['asleep', 'healthy', 'unprotected', 'crashed', 'recovered'] as const;
export type Mark = (typeof MARKS)[number];

export interface Cluster {
	readonly at: Spot;
	readonly hosts: Readonly<Record<Mark, number>>;
}

const TRIES = 9;
const OUTLYING_SHARE = 0.45;
const OUTLYING_REACH = 3.4;

/**
 * Points by mark, each standing for exactly `hostsPerPoint` hosts: of all hosts, counted through city by city and mark
 * by mark, every so-manieth. Scattered around their city, on land where the city has land around; the true places of
 * hosts are not known below the city.
 */
export function pointsOf(
	clusters: readonly Cluster[],
	hostsPerPoint: number,
	isLand: (spot: Spot) => boolean
): Record<Mark, Spot[]> {
	const found = Object.fromEntries(MARKS.map((mark) => [mark, [] as Spot[]])) as Record<Mark, Spot[]>;
	const all = clusters.reduce((sum, { hosts }) => sum + sumOf(hosts), 0);
	let counted = 0;
	let points = 0;
	for (const { at, hosts } of clusters) {
		const reach = 1.3 + 34 * Math.sqrt(sumOf(hosts) / all);
		for (const mark of MARKS) {
			counted += hosts[mark];
			for (; (points + 0.5) * hostsPerPoint < counted; points++)
				found[mark].push(scattered(points, at, reach, isLand));
		}
	}
	return found;
}

function scattered(id: number, [x, y]: Spot, reach: number, isLand: (spot: Spot) => boolean): Spot {
	let size = uniform(id, 0) < OUTLYING_SHARE ? reach * OUTLYING_REACH : reach;
	for (let attempt = 1; attempt <= TRIES; attempt++, size *= 0.85) {
		const spot: Spot = [x + bell(id, attempt * 8) * size, y + bell(id, attempt * 8 + 4) * size];
		if (isLand(spot)) return spot;
	}
	return [x + bell(id, 1) * 0.4, y + bell(id, 2) * 0.4];
}

const sumOf = (hosts: Readonly<Record<Mark, number>>) => MARKS.reduce((sum, mark) => sum + hosts[mark], 0);

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
