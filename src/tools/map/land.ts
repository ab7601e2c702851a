import { geoEqualEarth } from 'd3-geo';
import type { MultiPolygon, Topology } from 'topojson-specification';
import { isClosed, ringArea, simplify, type ArcPoint } from './simplify.ts';

/** Only areas are measured on this plane, and Equal Earth keeps them however it is turned. */
const plane = geoEqualEarth().fitWidth(2000, { type: 'Sphere' });

/** Detail that is kept, in world units (2000 across): what is smaller than a pixel at the closest zoom goes. */
export const LEAST_TRIANGLE = 0.12;
export const LEAST_ISLAND = 0.6;

/** South of this a polygon is Antarctica or one of its islands. */
const ANTARCTIC_LAT = -59;

/**
 * Natural Earth's land as the map draws it: Antarctica and specks left out, shores simplified. TopoJSON in, TopoJSON
 * out, on the same grid of coordinates.
 */
export function buildLand(
	atlas: Topology,
	leastTriangle = LEAST_TRIANGLE,
	leastIsland = LEAST_ISLAND
): Topology {
	const { scale, translate } = atlas.transform!;
	const arcs = atlas.arcs.map((arc): ArcPoint[] => {
		let writtenX = 0;
		let writtenY = 0;
		return arc.map(([dx, dy]) => {
			writtenX += dx!;
			writtenY += dy!;
			const lngLat: [number, number] = [
				writtenX * scale[0] + translate[0],
				writtenY * scale[1] + translate[1]
			];
			const [x, y] = plane(lngLat)!;
			return { written: [writtenX, writtenY], x, y };
		});
	});
	const latOf = ({ written }: ArcPoint) => written[1] * scale[1] + translate[1];

	const kept: ArcPoint[][] = [];
	const newIndex = new Map<number, number>();
	const renumber = (ref: number): number => {
		const old = ref < 0 ? ~ref : ref;
		let index = newIndex.get(old);
		if (index === undefined) {
			index = kept.push(simplify(arcs[old]!, leastTriangle)) - 1;
			newIndex.set(old, index);
		}
		return ref < 0 ? ~index : index;
	};
	const isSpeck = (ring: number[]) => {
		const [only] = ring;
		const arc = arcs[only! < 0 ? ~only! : only!]!;
		return ring.length === 1 && isClosed(arc) && ringArea(arc) < leastIsland;
	};
	const isAntarctic = (ring: number[]) =>
		ring.every((ref) => arcs[ref < 0 ? ~ref : ref]!.every((point) => latOf(point) < ANTARCTIC_LAT));

	const polygons: number[][][] = [];
	for (const polygon of landArcs(atlas)) {
		const shore = polygon[0]!;
		if (isAntarctic(shore) || isSpeck(shore)) continue;
		polygons.push([shore, ...polygon.slice(1).filter((hole) => !isSpeck(hole))].map((r) => r.map(renumber)));
	}
	return {
		type: 'Topology',
		transform: atlas.transform!,
		objects: { land: { type: 'MultiPolygon', arcs: polygons } },
		arcs: kept.map(deltas)
	};
}

function landArcs(atlas: Topology): MultiPolygon['arcs'] {
	const { land } = atlas.objects;
	const found = land?.type === 'GeometryCollection' ? land.geometries[0] : land;
	if (found?.type !== 'MultiPolygon')
		throw new Error('the atlas has no land as one MultiPolygon: use land-50m.json of world-atlas');
	return found.arcs;
}

function deltas(arc: readonly ArcPoint[]): number[][] {
	return arc.map(({ written: [x, y] }, i) => {
		const before = arc[i - 1]?.written ?? [0, 0];
		return [x - before[0], y - before[1]];
	});
}
