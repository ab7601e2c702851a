import type { MapFacts, MapMoment } from '../../client/map/messages.ts';
import { tallyBy, type Tally } from '../../map/tally.ts';
import { mapWords as words } from './words.ts';

/** The hosts of some organisations on a map of the world. */
export interface OwnHosts {
	readonly isShown: (spot: number) => boolean;
	/** Indices of the metros in which they stand. */
	readonly metros: readonly number[];
}

/** The hosts of these organisations; null: none of them is on this map. */
export function ownHostsOf({ organisations, spots }: MapFacts, ids: readonly string[]): OwnHosts | null {
	const own = new Set(organisations.flatMap(({ id }, index) => (ids.includes(id) ? [index] : [])));
	const isShown = (spot: number) => own.has(spots.organisation[spot]!);
	const metros = new Set<number>();
	for (let spot = 0; spot < spots.count; spot++) if (isShown(spot)) metros.add(spots.metro[spot]!);
	return metros.size === 0 ? null : { isShown, metros: [...metros].sort((a, b) => a - b) };
}

/** These hosts by mark. */
export function ownTally(facts: MapFacts, moment: MapMoment, { isShown }: OwnHosts): Tally {
	return tallyBy(facts, moment, 1, (spot) => (isShown(spot) ? 0 : -1))[0]!;
}

/** How many of them are down, and where most are. */
export function ownSentence(facts: MapFacts, moment: MapMoment, own: OwnHosts): string {
	const { down, hosts } = ownTally(facts, moment, own);
	if (down === 0) return words.ownCalm(hosts);
	const { metro } = facts.spots;
	const cities = tallyBy(facts, moment, facts.metros.length, (spot) =>
		own.isShown(spot) ? metro[spot]! : -1
	);
	const worst = own.metros.reduce((most, one) => (cities[one]!.down > cities[most]!.down ? one : most));
	return words.ownSentence(down, hosts, facts.metros[worst]!.name);
}
