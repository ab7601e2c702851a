import { geoCircle, geoEqualEarth, geoInterpolate, geoPath, type GeoPermissibleObjects } from 'd3-geo';
import { century, declination, equationOfTime } from 'solar-calculator';

export type LngLat = readonly [lng: number, lat: number];
export type Spot = readonly [x: number, y: number];

/** The plane of the still picture: Equal Earth as the map has it, 2000 units wide, cut south of Cape Horn. */
export const WIDTH = 2000;
const projection = geoEqualEarth().rotate([-11, 0]).fitWidth(WIDTH, { type: 'Sphere' }).precision(0.3);
const path = geoPath(projection).digits(1);
const SOUTH_EDGE_LAT = -57;

/** Heights of the sun at which the night deepens by a step, in degrees. */
const NIGHT_STEPS = [0, -6, -12, -18];
const EPOCH_2000_MS = Date.UTC(2000, 0, 1);

export function place([lng, lat]: LngLat): Spot {
	const [x, y] = projection([lng, lat])!;
	return [x, y];
}

export const HEIGHT = Math.round(place([11, SOUTH_EDGE_LAT])[1]);

/** A shape of the globe as an SVG path; empty where nothing of it is seen. */
export function pathOf(shape: GeoPermissibleObjects): string {
	return path(shape) ?? '';
}

/** Night in four steps, each laid over the one before, and its edge. After NOAA's solar calculator. */
export function nightOf(minuteSince2000: number): { readonly steps: string[]; readonly edge: string } {
	const t = century(new Date(EPOCH_2000_MS + minuteSince2000 * 60_000));
	const minuteOfDay = minuteSince2000 % 1440;
	const sunLng = (720 - minuteOfDay - equationOfTime(t)) / 4;
	const midnight: [number, number] = [sunLng + 180, -declination(t)];
	const circles = NIGHT_STEPS.map((height) =>
		geoCircle()
			.center(midnight)
			.radius(90 + height)
			.precision(1)()
	);
	const edge = { type: 'LineString' as const, coordinates: circles[0]!.coordinates[0]! };
	return { steps: circles.map(pathOf), edge: pathOf(edge) };
}

/** The great circle between two places. */
export function threadOf(from: LngLat, to: LngLat): string {
	const along = geoInterpolate([...from], [...to]);
	const coordinates = Array.from({ length: 49 }, (_, i) => along(i / 48));
	return pathOf({ type: 'LineString', coordinates });
}
