import { geoPath, type GeoContext, type GeoPermissibleObjects } from 'd3-geo';
import { worldProjection } from './projection.ts';

/** Open lines on the plane, x and y in turn; a line that crosses the seam comes in pieces. */
export function linesOf(shape: GeoPermissibleObjects): Float32Array[] {
	const lines: number[][] = [];
	const pen: GeoContext = {
		beginPath() {},
		moveTo: (x, y) => void lines.push([x, y]),
		lineTo: (x, y) => void lines.at(-1)!.push(x, y),
		closePath() {},
		arc() {}
	};
	geoPath(worldProjection(), pen)(shape);
	return lines.filter((line) => line.length >= 4).map((line) => Float32Array.from(line));
}
