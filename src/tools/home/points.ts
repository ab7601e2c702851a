import type { WorldPoint } from '../../lib/map/geo/projection.ts';
import { placeOf } from '../../lib/map/points/scatter.ts';

/** How a host is drawn. */
export const MARKS = ['asleep', 'healthy', 'unprotected', 'crashed', 'recovered'] as const;
export type Mark = (typeof MARKS)[number];

/** A city of the picture: where it is, and its hosts by mark. */
export interface City {
	readonly at: WorldPoint;
	readonly hosts: Readonly<Record<Mark, number>>;
}

/**
 * Points by mark, each standing for exactly `hostsPerPoint` hosts: of all hosts, counted through city by city and mark
 * by mark, every so-manieth. Placed as the map places them.
 */
export function pointsOf(
	cities: readonly City[],
	hostsPerPoint: number,
	isLand: (x: number, y: number) => boolean
): Record<Mark, WorldPoint[]> {
	const found = Object.fromEntries(MARKS.map((mark) => [mark, [] as WorldPoint[]])) as Record<
		Mark,
		WorldPoint[]
	>;
	const all = cities.reduce((sum, { hosts }) => sum + sumOf(hosts), 0);
	let counted = 0;
	let points = 0;
	for (const { at, hosts } of cities) {
		const city = { at, share: sumOf(hosts) / all };
		for (const mark of MARKS) {
			counted += hosts[mark];
			for (; (points + 0.5) * hostsPerPoint < counted; points++)
				found[mark].push(placeOf(points, city, isLand));
		}
	}
	return found;
}

const sumOf = (hosts: Readonly<Record<Mark, number>>) => MARKS.reduce((sum, mark) => sum + hosts[mark], 0);
