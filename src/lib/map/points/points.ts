import { LandMask } from '../geo/land-mask.ts';
import { projectLand } from '../geo/land.ts';
import { project, type WorldPoint } from '../geo/projection.ts';
import { finestHostsPerPoint, sampling, type PointSample } from './sample.ts';
import { placeOf, type Cluster } from './scatter.ts';
import { atOnce, inSlices, type Sliced } from './slices.ts';
import type { MapWorld } from '../map-world.ts';

/** Everything about the points that never changes while a world is shown. */
export interface Points extends PointSample {
	/** x and y of each point in world units. */
	readonly positions: Float32Array;
	/** Hosts that a point stands for once all have split. */
	readonly finestHosts: number;
	/** By metro: its place on the plane. */
	readonly metroPlaces: readonly WorldPoint[];
}

let landMask: LandMask | null = null;
const placed = new WeakMap<MapWorld['cells'], Points>();

/** Points placed between two rests. */
const PLACED_AT_A_TIME = 1000;

/** The points of a world; the same object again for the same world. */
export function pointsOf(world: MapWorld): Points {
	return known(world) ?? keep(world, placePoints(world));
}

/** Places the points of a world in slices, so that a page lives on meanwhile; {@link pointsOf} then has them. */
export function preparePoints(world: MapWorld): Promise<Points> {
	const points = known(world);
	if (points !== undefined) return Promise.resolve(points);
	let coming = underWay.get(world.cells);
	if (coming === undefined) {
		coming = inSlices(placing(world)).then((made) => keep(world, made));
		underWay.set(world.cells, coming);
	}
	return coming;
}

/** A map that is opened again is told its world anew: the points placed last are found again by where hosts stand. */
let last: MapWorld | null = null;

function known(world: MapWorld): Points | undefined {
	const same = placed.get(world.cells);
	if (same !== undefined || last === null || !standAlike(last, world)) return same;
	return keep(world, placed.get(last.cells)!);
}

function keep(world: MapWorld, points: Points): Points {
	placed.set(world.cells, points);
	last = world;
	return points;
}

/** Whether as many hosts stand at the same places in both worlds, as far apart. */
export function standAlike(one: MapWorld, other: MapWorld): boolean {
	const [a, b] = [one.cells, other.cells];
	return (
		a.count === b.count &&
		one.amongHosts === other.amongHosts &&
		one.metros.length === other.metros.length &&
		a.hosts.every((hosts, cell) => hosts === b.hosts[cell] && a.metro[cell] === b.metro[cell]) &&
		one.metros.every(({ lng, lat }, i) => lng === other.metros[i]!.lng && lat === other.metros[i]!.lat)
	);
}

const underWay = new WeakMap<MapWorld['cells'], Promise<Points>>();

/** Chooses and places the points of a world; 300,000 take some tenths of a second. */
export function placePoints(world: MapWorld, leastPoints?: number): Points {
	return atOnce(placing(world, leastPoints));
}

function* placing({ metros, cells, amongHosts }: MapWorld, leastPoints?: number): Sliced<Points> {
	if (landMask === null) {
		const rings = yield* projectLand();
		landMask = yield* LandMask.making(rings);
		yield;
	}
	const metroHosts = new Float64Array(metros.length);
	let total = 0;
	for (let cell = 0; cell < cells.count; cell++) {
		metroHosts[cells.metro[cell]!]! += cells.hosts[cell]!;
		total += cells.hosts[cell]!;
	}
	const finestHosts = finestHostsPerPoint(total, leastPoints);
	const sample = yield* sampling(cells.hosts, finestHosts);
	const clusters = metros.map(({ lng, lat }, metro): Cluster => ({
		at: project(lng, lat),
		share: metroHosts[metro]! / (amongHosts ?? total)
	}));
	const mask = landMask;
	const isLand = (x: number, y: number) => mask.isLand(x, y);
	const positions = new Float32Array(sample.count * 2);
	for (let point = 0; point < sample.count; point++) {
		const cluster = clusters[cells.metro[sample.cell[point]!]!]!;
		const [x, y] = placeOf(sample.id[point]!, cluster, isLand);
		positions[point * 2] = x;
		positions[point * 2 + 1] = y;
		if (point % PLACED_AT_A_TIME === 0) yield;
	}
	return { ...sample, positions, finestHosts, metroPlaces: clusters.map(({ at }) => at) };
}
