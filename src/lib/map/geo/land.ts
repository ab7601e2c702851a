import { feature } from 'topojson-client';
import type { MultiPolygon, Topology } from 'topojson-specification';
import landTopology from './land.generated.json';
import { outlineOf, type LinearRing } from './outline.ts';
import { atOnce, type Sliced } from '../points/slices.ts';

let projected: readonly LinearRing[] | null = null;

/** Every shore on the plane, lakes' too: a point is on land when an odd number of rings surrounds it. */
export function landRings(): readonly LinearRing[] {
	return atOnce(projectLand());
}

/** The same, land by land; kept for the next caller. */
export function* projectLand(): Sliced<readonly LinearRing[]> {
	if (projected !== null) return projected;
	const topology = landTopology as unknown as Topology<{ land: MultiPolygon }>;
	const { coordinates } = feature(topology, topology.objects.land).geometry;
	const rings: LinearRing[] = [];
	for (const polygon of coordinates) {
		rings.push(...outlineOf({ type: 'Polygon', coordinates: polygon }));
		yield;
	}
	return (projected = rings);
}
