import { geoCircle, geoInterpolate, geoPath, type GeoPermissibleObjects } from 'd3-geo';
import { project, SOUTH_EDGE_LAT, worldProjection, WORLD_WIDTH } from '../../lib/map/geo/projection.ts';
import { subsolarPoint } from '../../lib/map/geo/sun.ts';

export type LngLat = readonly [lng: number, lat: number];

/** The plane of the still picture is the map's, cut where the map ends. */
export const WIDTH = WORLD_WIDTH;
export const HEIGHT = Math.round(project(0, SOUTH_EDGE_LAT)[1]);
const path = geoPath(worldProjection().precision(0.3)).digits(1);

/** Heights of the sun at which the night deepens by a step, in degrees. */
const NIGHT_STEPS = [0, -6, -12, -18];

/** A shape of the globe as an SVG path; empty where nothing of it is seen. */
export function pathOf(shape: GeoPermissibleObjects): string {
	return path(shape) ?? '';
}

/** Where the sun stands below each step's height, from the sunset's on. */
export function nightCircles(minuteSince2000: number): GeoJSON.Polygon[] {
	const [sunLng, sunLat] = subsolarPoint(minuteSince2000);
	return NIGHT_STEPS.map((height) =>
		geoCircle()
			.center([sunLng + 180, -sunLat])
			.radius(90 + height)
			.precision(1)()
	);
}

/** Night in four steps, each laid over the one before, and its edge. */
export function nightOf(minuteSince2000: number): { readonly steps: string[]; readonly edge: string } {
	const circles = nightCircles(minuteSince2000);
	const edge = { type: 'LineString' as const, coordinates: circles[0]!.coordinates[0]! };
	return { steps: circles.map(pathOf), edge: pathOf(edge) };
}

/** The great circle between two places. */
export function threadOf(from: LngLat, to: LngLat): string {
	const along = geoInterpolate([...from], [...to]);
	const coordinates = Array.from({ length: 49 }, (_, i) => along(i / 48));
	return pathOf({ type: 'LineString', coordinates });
}
