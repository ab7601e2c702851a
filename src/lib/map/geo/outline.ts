import { geoPath, type GeoContext, type GeoPermissibleObjects } from 'd3-geo';
import { worldProjection } from './projection.ts';

/** A closed line of the plane: x and y in turn, in world units; the first point is not repeated. */
export type LinearRing = Float32Array;

const onPlane = worldProjection();

/** Outlines on the plane, cut at the seam. */
export function outlineOf(shape: GeoPermissibleObjects): LinearRing[] {
	const rings: LinearRing[] = [];
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
