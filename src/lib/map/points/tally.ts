import { DOWN_MARKERS, MARKER_OF_STATE, MARKERS, type Marker } from '../../sim/observe/map/map-markers.ts';
import type { MapSnapshot } from '../../sim/observe/map/map-snapshot.ts';
import { HOST_STATES } from '../../sim/table/states.ts';
import type { MapWorld } from '../map-world.ts';

const STATES = HOST_STATES.length;
const KINDS = MARKERS.length;

/** Hosts by marker, in the order of MARKERS, and all together. */
export class Tally {
	readonly counts: Float64Array;

	constructor(counts: ArrayLike<number> = new Float64Array(KINDS)) {
		this.counts = Float64Array.from(counts);
	}

	of(marker: Marker): number {
		return this.counts[MARKERS.indexOf(marker)]!;
	}

	get down(): number {
		return DOWN_MARKERS.reduce((sum, marker) => sum + this.of(marker), 0);
	}

	get hosts(): number {
		return this.counts.reduce((sum, count) => sum + count, 0);
	}
}

/** What a map shows, added up by any groups of map cells: the same counts that points are drawn from. */
export function tallyBy(
	{ cells }: Pick<MapWorld, 'cells'>,
	{ counts }: Pick<MapSnapshot, 'counts'>,
	groups: number,
	groupOf: (cell: number) => number
): Tally[] {
	const tallies = Array.from({ length: groups }, () => new Tally());
	for (let cell = 0, at = 0; cell < cells.count; cell++, at += STATES) {
		const group = groupOf(cell);
		if (group < 0) continue;
		const into = tallies[group]!.counts;
		for (let state = 0; state < STATES; state++) into[MARKER_OF_STATE[state]!]! += counts[at + state]!;
	}
	return tallies;
}

type ByMetro = Pick<MapSnapshot, 'byMetro'>;

/** Hosts of the whole world by marker. */
export function worldTally({ byMetro }: ByMetro): Tally {
	const all = new Tally();
	for (let at = 0; at < byMetro.length; at++) all.counts[at % KINDS]! += byMetro[at]!;
	return all;
}

const known = new WeakMap<Int32Array, readonly Tally[]>();

/** Hosts by metro and marker. Legend, names, sentence and table all ask for them: they are made once for a snapshot. */
export function tallyByMetro({ byMetro }: ByMetro): readonly Tally[] {
	let tallies = known.get(byMetro);
	if (tallies === undefined) {
		tallies = Array.from({ length: byMetro.length / KINDS }, (_, metro) => {
			return new Tally(byMetro.subarray(metro * KINDS, (metro + 1) * KINDS));
		});
		known.set(byMetro, tallies);
	}
	return tallies;
}
