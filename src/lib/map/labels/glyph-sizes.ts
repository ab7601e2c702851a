import type { Marker } from '../../sim/observe/map/map-markers.ts';

/** Size of each marker across, in CSS pixels, while the whole world is in view. */
export const GLYPH_PX: Readonly<Record<Marker, number>> = {
	asleep: 1,
	healthy: 1.15,
	fetching: 2,
	crashed: 2,
	repairing: 3,
	unprotected: 3.8,
	recovered: 3.2,
	compromised: 4.4
};

/** How solid each marker is; the many stay behind the few. */
export const GLYPH_ALPHA: Readonly<Record<Marker, number>> = {
	asleep: 0.5,
	healthy: 0.62,
	fetching: 1,
	crashed: 1,
	repairing: 1,
	unprotected: 1,
	recovered: 0.9,
	compromised: 1
};

/** Size of the glow around a crashed point in CSS pixels, and its strength before points add up. */
export const GLOW_PX = 11;
export const GLOW_STRENGTH = 0.045;

/**
 * How much larger markers are drawn close up, so that their shapes can be told apart: by 1.7 at most; a little smaller
 * on ground that is smaller than a desk's. Points do not swell with the map, they split.
 * @param closeness 1 with the whole world in view on a desk
 */
export function dotScale(closeness: number): number {
	if (closeness < 1) return Math.max(0.7, closeness);
	return Math.min(1.7, 1 + 0.25 * Math.log2(closeness));
}
