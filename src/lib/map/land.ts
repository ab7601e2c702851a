import { geoPath, type GeoContext, type GeoPermissibleObjects } from 'd3-geo';
import { feature } from 'topojson-client';
import type { MultiPolygon, Topology } from 'topojson-specification';
import landTopology from './land.generated.json';
import { worldProjection } from './projection.ts';
import { atOnce, type Sliced } from './slices.ts';

/** A closed line of the plane: x and y in turn, in world units; the first point is not repeated. */
export type Ring = Float32Array;

const onPlane = worldProjection();
let projected: readonly Ring[] | null = null;

/** Every shore on the plane, lakes' too: a point is on land when an odd number of rings surrounds it. */
export function landRings(): readonly Ring[] {
	return atOnce(projectLand());
}

/** The same, land by land; kept for whoever asks next. */
export function* projectLand(): Sliced<readonly Ring[]> {
	if (projected !== null) return projected;
	const topology = landTopology as unknown as Topology<{ land: MultiPolygon }>;
	const { coordinates } = feature(topology, topology.objects.land).geometry;
	const rings: Ring[] = [];
	for (const polygon of coordinates) {
		rings.push(...ringsOf({ type: 'Polygon', coordinates: polygon }));
		yield;
	}
	return (projected = rings);
}

/** Outlines on the plane, cut at the seam. */
export function ringsOf(shape: GeoPermissibleObjects): Ring[] {
	const rings: Ring[] = [];
	let open: number[] = [];
	const close = () => {
		if (open.length >= 6) rings.push(Float32Array.from(open));
		open = [];
	};
	const pen: GeoContext = {
		beginPath() {},
		moveTo(x, y) {
			close();
			open.push(x, y);
		},
		lineTo: (x, y) => void open.push(x, y),
		closePath: close,
		arc() {}
	};
	geoPath(onPlane, pen)(shape);
	close();
	return rings;
}
