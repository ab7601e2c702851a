import { HOST_STATES } from '../../sim/table/tables.ts';
import { DOWN_MARKS, MARK_OF_STATE, MARKS, type Mark } from '../marks.ts';
import type { MapFrame, MapWorld } from '../world.ts';

/** Hosts by mark, in the order of MARKS, and all together. */
export class Tally {
	readonly counts = new Float64Array(MARKS.length);

	of(mark: Mark): number {
		return this.counts[MARKS.indexOf(mark)]!;
	}

	get down(): number {
		return DOWN_MARKS.reduce((sum, mark) => sum + this.of(mark), 0);
	}

	get hosts(): number {
		return this.counts.reduce((sum, count) => sum + count, 0);
	}
}

const STATES = HOST_STATES.length;

/** What a map shows, added up by whatever groups of spots are asked for: the same counts that points are drawn from. */
export function tallyBy(
	{ spots }: MapWorld,
	{ counts }: MapFrame,
	groups: number,
	groupOf: (spot: number) => number
): Tally[] {
	const tallies = Array.from({ length: groups }, () => new Tally());
	for (let spot = 0, at = 0; spot < spots.count; spot++, at += STATES) {
		const group = groupOf(spot);
		if (group < 0) continue;
		const into = tallies[group]!.counts;
		for (let state = 0; state < STATES; state++) into[MARK_OF_STATE[state]!]! += counts[at + state]!;
	}
	return tallies;
}

/** Hosts of the whole world by mark. */
export function worldTally(world: MapWorld, frame: MapFrame): Tally {
	const all = new Tally();
	for (const { counts } of tallyByMetro(world, frame))
		for (let mark = 0; mark < counts.length; mark++) all.counts[mark]! += counts[mark]!;
	return all;
}

const known = new WeakMap<MapFrame['counts'], readonly Tally[]>();

/** Hosts by metro and mark. Legend, names, sentence and table all ask for them: they are added up once for a frame. */
export function tallyByMetro(world: MapWorld, frame: MapFrame): readonly Tally[] {
	let tallies = known.get(frame.counts);
	if (tallies === undefined) {
		const { metro } = world.spots;
		tallies = tallyBy(world, frame, world.metros.length, (spot) => metro[spot]!);
		known.set(frame.counts, tallies);
	}
	return tallies;
}
