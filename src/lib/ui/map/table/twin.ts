import type { MapFacts } from '../../../room/map/map-facts.ts';
import type { MapSnapshot } from '../../../sim/observe/map/map-snapshot.ts';
import { tallyBy, tallyByMetro, worldTally, type Tally } from '../../../map/points/tally.ts';
import { inLocale } from '../../../text/words.ts';
import { ringsSentence } from '../picture/release-rings.ts';
import { mapWords as words } from '../map-words.ts';

export interface TwinRow {
	readonly name: string;
	readonly tally: Tally;
	/** Hosts down more than in the snapshot compared with. */
	readonly change: number;
	/** What the row can be looked up by on the map. */
	readonly continent?: string;
	readonly metro?: number;
}

const CITIES = 12;

/** The map by continent, in a fixed order. */
export function regionRows(facts: MapFacts, snapshot: MapSnapshot, before: MapSnapshot): TwinRow[] {
	const ids = Object.keys(words.continents);
	const groupOf = (cell: number) => ids.indexOf(facts.metros[facts.cells.metro[cell]!]!.continent);
	const names = ids.map((id) => words.continents[id]!);
	return rows(facts, snapshot, before, names, groupOf).map((row, i) => ({ ...row, continent: ids[i]! }));
}

/** The map by sector, in the scenario's order. */
export function sectorRows(facts: MapFacts, snapshot: MapSnapshot, before: MapSnapshot): TwinRow[] {
	const names = facts.sectors.map(({ name }) => inLocale(name));
	return rows(facts, snapshot, before, names, (cell) => facts.cells.sector[cell]!);
}

/** The cities with most hosts down; where none is down, the largest. */
export function cityRows(facts: MapFacts, snapshot: MapSnapshot, before: MapSnapshot): TwinRow[] {
	const now = tallyByMetro(snapshot);
	const then = tallyByMetro(before);
	return facts.metros
		.map(({ name, country }, metro): TwinRow => {
			const [tally, was] = [now[metro]!, then[metro]!];
			const full = `${name}, ${facts.countries[country] ?? country}`;
			return { name: full, tally, change: tally.down - was.down, metro };
		})
		.sort((a, b) => b.tally.down - a.tally.down || b.tally.hosts - a.tally.hosts)
		.slice(0, CITIES);
}

/** All hosts. */
export function worldRow(facts: MapFacts, snapshot: MapSnapshot, before: MapSnapshot): TwinRow {
	return rows(facts, snapshot, before, [words.ofWorld], () => 0)[0]!;
}

function rows(
	facts: MapFacts,
	snapshot: MapSnapshot,
	before: MapSnapshot,
	names: readonly string[],
	groupOf: (cell: number) => number
): TwinRow[] {
	const now = tallyBy(facts, snapshot, names.length, groupOf);
	const then = tallyBy(facts, before, names.length, groupOf);
	return names.map((name, i) => ({ name, tally: now[i]!, change: now[i]!.down - then[i]!.down }));
}

/** What is happening and where: the place, and the sector in it, with most hosts down. */
export function mapSentence(facts: MapFacts, snapshot: MapSnapshot): string {
	const all = worldTally(snapshot);
	if (all.down === 0) return words.calm(all.of('asleep'));
	const metro = mostDown(tallyByMetro(snapshot));
	const sector = mostDown(
		tallyBy(facts, snapshot, facts.sectors.length, (cell) =>
			facts.cells.metro[cell] === metro ? facts.cells.sector[cell]! : -1
		)
	);
	return words.sentence(all.down, facts.metros[metro]!.name, inLocale(facts.sectors[sector]!.name));
}

/** The same, and how far the release has come where it goes out ring by ring. */
export function mapText(facts: MapFacts, snapshot: MapSnapshot): string {
	const rings = ringsSentence(facts, snapshot);
	return rings === null ? mapSentence(facts, snapshot) : `${mapSentence(facts, snapshot)} ${rings}`;
}

function mostDown(tallies: readonly Tally[]): number {
	let most = 0;
	tallies.forEach(({ down }, i) => {
		if (down > tallies[most]!.down) most = i;
	});
	return most;
}
