import { geoEqualEarth, type GeoProjection } from 'd3-geo';

/** Width of the whole world in world units, the plane that everything on the map is placed on. */
export const WORLD_WIDTH = 2000;

/** Turned so that the Bering Strait is the seam and no land but Antarctica's is cut. */
const ROTATION_DEG = -11;

/** Height of an Equal Earth world of {@link WORLD_WIDTH}, pole to pole. */
export const WORLD_HEIGHT = 973.4;

/** The map ends south of Cape Horn: Antarctica is left out, and nobody's hosts stand there. */
export const SOUTH_EDGE_LAT = -58;

/** A point of the plane, in world units; y grows southwards. */
export type WorldPoint = readonly [x: number, y: number];

/** Equal Earth, which keeps areas: a region with twice the hosts on the same ground is twice as dense. */
export function worldProjection(): GeoProjection {
	return geoEqualEarth().rotate([ROTATION_DEG, 0]).fitWidth(WORLD_WIDTH, { type: 'Sphere' }).precision(0.1);
}

const projection = worldProjection();

/** Where a place lies on the plane. Every longitude and latitude has a place. */
export function project(lng: number, lat: number): WorldPoint {
	const [x, y] = projection([lng, lat])!;
	return [x, y];
}
