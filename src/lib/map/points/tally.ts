import { HOST_STATES } from '../../sim/table/tables.ts';
import { DOWN_MARKERS, MARKER_OF_STATE, MARKERS, type Marker } from '../markers.ts';
import type { MapFrame, MapWorld } from '../map-world.ts';

/** Hosts by marker, in the order of MARKERS, and all together. */
export class Tally {
	readonly counts = new Float64Array(MARKERS.length);

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

const STATES = HOST_STATES.length;

/** What a map shows, added up by whatever groups of cells are asked for: the same counts that points are drawn from. */
export function tallyBy(
	{ cells }: MapWorld,
	{ counts }: MapFrame,
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

/** Hosts of the whole world by marker. */
export function worldTally(world: MapWorld, frame: MapFrame): Tally {
	const all = new Tally();
	for (const { counts } of tallyByMetro(world, frame))
		for (let marker = 0; marker < counts.length; marker++) all.counts[marker]! += counts[marker]!;
	return all;
}

const known = new WeakMap<MapFrame['counts'], readonly Tally[]>();

/** Hosts by metro and marker. Legend, names, sentence and table all ask for them: they are added up once for a frame. */
export function tallyByMetro(world: MapWorld, frame: MapFrame): readonly Tally[] {
	let tallies = known.get(frame.counts);
	if (tallies === undefined) {
		const { metro } = world.cells;
		tallies = tallyBy(world, frame, world.metros.length, (cell) => metro[cell]!);
		known.set(frame.counts, tallies);
	}
	return tallies;
}
