import { geoPath, type GeoContext, type GeoPermissibleObjects } from 'd3-geo';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import landTopology from './land.generated.json';
import { worldProjection } from './projection.ts';

/** A closed line of the plane: x and y in turn, in world units; the first point is not repeated. */
export type Ring = Float32Array;

let projected: readonly Ring[] | null = null;

/** Every shore on the plane, lakes' too: a point is on land when an odd number of rings surrounds it. */
export function landRings(): readonly Ring[] {
	if (projected === null) {
		const topology = landTopology as unknown as Topology;
		projected = ringsOf(feature(topology, topology.objects.land!));
	}
	return projected;
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
	geoPath(worldProjection(), pen)(shape);
	close();
	return rings;
}
