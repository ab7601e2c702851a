import type { MapFacts } from '../../client/map/messages.ts';
import { tallyBy, tallyByMetro, worldTally, type Tally } from '../../map/tally.ts';
import type { MapFrame } from '../../map/world.ts';
import { inLocale } from '../text/words.ts';
import { mapWords as words } from './words.ts';

export interface TwinRow {
	readonly name: string;
	readonly tally: Tally;
	/** Hosts down more than in the frame compared with. */
	readonly change: number;
}

/** The map by continent, in a fixed order. */
export function regionRows(facts: MapFacts, frame: MapFrame, before: MapFrame): TwinRow[] {
	const ids = Object.keys(words.continents);
	const groupOf = (spot: number) => ids.indexOf(facts.metros[facts.spots.metro[spot]!]!.continent);
	return rows(
		facts,
		frame,
		before,
		ids.map((id) => words.continents[id]!),
		groupOf
	);
}

/** The map by sector, in the scenario's order. */
export function sectorRows(facts: MapFacts, frame: MapFrame, before: MapFrame): TwinRow[] {
	const names = facts.sectors.map(({ name }) => inLocale(name, 'en'));
	return rows(facts, frame, before, names, (spot) => facts.spots.sector[spot]!);
}

function rows(
	facts: MapFacts,
	frame: MapFrame,
	before: MapFrame,
	names: readonly string[],
	groupOf: (spot: number) => number
): TwinRow[] {
	const now = tallyBy(facts, frame, names.length, groupOf);
	const then = tallyBy(facts, before, names.length, groupOf);
	return names.map((name, i) => ({ name, tally: now[i]!, change: now[i]!.down - then[i]!.down }));
}

/** What is happening and where: the place, and the sector in it, with most hosts down. */
export function mapSentence(facts: MapFacts, frame: MapFrame): string {
	const all = worldTally(facts, frame);
	if (all.down === 0) return words.calm(all.of('asleep'));
	const metro = mostDown(tallyByMetro(facts, frame));
	const sector = mostDown(
		tallyBy(facts, frame, facts.sectors.length, (spot) =>
			facts.spots.metro[spot] === metro ? facts.spots.sector[spot]! : -1
		)
	);
	return words.sentence(all.down, facts.metros[metro]!.name, inLocale(facts.sectors[sector]!.name, 'en'));
}

function mostDown(tallies: readonly Tally[]): number {
	let most = 0;
	tallies.forEach(({ down }, i) => {
		if (down > tallies[most]!.down) most = i;
	});
	return most;
}
