import { WHOLE } from '../../sim/observe/map/map-shares.ts';
import { atOnce, type Sliced } from './slices.ts';

/** Points to show of the whole world at least, where it has the hosts for it. */
export const LEAST_POINTS = 60_000;

/**
 * Points split in two again and again as the map grows under them: the fewest (0) on a phone, twice as many on a small
 * screen, the world view of a desk after {@link DESK_SPLITS}, and two more as one comes closer.
 */
export const SPLITS = 4;
export const DESK_SPLITS = 2;
const FINEST_PER_POINT = 1 << (SPLITS - DESK_SPLITS);

/**
 * Hosts that a point stands for when every point has split: 1, 2 or 5 times a power of ten, and the largest that
 * still leaves {@link LEAST_POINTS} in the world view.
 */
export function finestHostsPerPoint(totalHosts: number, leastPoints = LEAST_POINTS): number {
	const most = totalHosts / (leastPoints * FINEST_PER_POINT);
	let step = 1;
	for (let decade = 1; decade <= most; decade *= 10) {
		for (const digit of [1, 2, 5]) if (decade * digit <= most) step = decade * digit;
	}
	return step;
}

/** Hosts that a point stands for after so many splits. */
export function hostsPerPoint(finest: number, splits: number): number {
	return finest * (1 << (SPLITS - splits));
}

/** Points sampled between two rests. */
const SAMPLED_AT_A_TIME = 10_000;

export interface PointSample {
	readonly count: number;
	/** By point: its cell. Points come level by level: those of the world view, then those that splits add. */
	readonly cell: Uint32Array;
	/** By point: its place among the hosts of its cell, 0 to WHOLE − 1. */
	readonly rank: Uint16Array;
	/** By point: its number in the order of the cells, which stays the same however many points there are. */
	readonly id: Uint32Array;
	/** Points up to and with each number of splits. */
	readonly countAfterSplits: readonly number[];
}

/**
 * A systematic sample: of all hosts, counted through cell by cell, every `finest`-th is a point. So each point stands
 * for exactly that many hosts, a metro gets its points to within one, and so does every sector of a metro. A cell
 * with fewer hosts than that has a point or has none.
 */
export function samplePoints(hosts: Int32Array, finest: number): PointSample {
	return atOnce(sampling(hosts, finest));
}

/** The same in slices: a page lives on meanwhile. */
export function* sampling(hosts: Int32Array, finest: number): Sliced<PointSample> {
	let total = 0;
	for (const count of hosts) total += count;
	const points = Math.floor(total / finest + 0.5);
	const countAfterSplits = new Array<number>(SPLITS + 1).fill(0);
	for (let id = 0; id < points; id++) {
		countAfterSplits[level(id)]!++;
		if (id % SAMPLED_AT_A_TIME === 0) yield;
	}
	for (let i = 1; i <= SPLITS; i++) countAfterSplits[i]! += countAfterSplits[i - 1]!;

	const sample = {
		count: points,
		cell: new Uint32Array(points),
		rank: new Uint16Array(points),
		id: new Uint32Array(points),
		countAfterSplits
	};
	const next = [0, ...countAfterSplits];
	let cell = 0;
	let until = hosts[0] ?? 0;
	for (let id = 0; id < points; id++) {
		const host = (id + 0.5) * finest;
		while (host >= until) until += hosts[++cell]!;
		const to = next[level(id)]!++;
		sample.cell[to] = cell;
		sample.rank[to] = evenRank(id);
		sample.id[to] = id;
		if (id % SAMPLED_AT_A_TIME === 0) yield;
	}
	return sample;
}

/** After how many splits a point is there: every sixteenth from the start, every second only at the last. */
function level(id: number): number {
	for (let splits = 0; splits < SPLITS; splits++) if (id % (1 << (SPLITS - splits)) === 0) return splits;
	return SPLITS;
}

/** Steps of the golden section are even over any run of points, so that even a small metro shows its shares. */
const GOLDEN = 0.618033988749895;

function evenRank(id: number): number {
	return Math.floor(((id * GOLDEN) % 1) * WHOLE);
}
