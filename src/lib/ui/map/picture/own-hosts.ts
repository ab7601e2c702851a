import type { MapFacts, MapMoment } from '../../../client/map/messages.ts';
import { tallyByMetro, worldTally } from '../../../map/points/tally.ts';
import type { MapWorld } from '../../../map/world.ts';
import { HOST_STATES } from '../../../sim/table/tables.ts';
import { mapWords as words } from '../words.ts';

const STATES = HOST_STATES.length;

/** Few cities hold all of the own hosts: as shares of so many times these, their points stand close around them (assumed). */
const APART = 20;

/** The hosts of some organisations as a world of their own: a point stands for as few hosts as there is room for. */
export interface OwnHosts {
	readonly facts: MapFacts & Pick<MapWorld, 'amongHosts'>;
	/** Indices of the metros in which they stand. */
	readonly metros: readonly number[];
	/** What a moment of the whole world is for them. */
	readonly momentOf: (moment: MapMoment) => MapMoment;
}

/** The hosts of these organisations; null: none of them is on this map. */
export function ownHostsOf(facts: MapFacts, ids: readonly string[]): OwnHosts | null {
	const { organisations, spots } = facts;
	const isOwn = (spot: number) => ids.some((id) => organisations[spots.organisation[spot]!]?.id === id);
	const own = Int32Array.from({ length: spots.count }, (_, spot) => spot).filter(isOwn);
	if (own.length === 0) return null;
	const metro = Uint16Array.from(own, (spot) => spots.metro[spot]!);
	const hosts = Int32Array.from(own, (spot) => spots.hosts[spot]!);
	return {
		facts: {
			...facts,
			amongHosts: APART * hosts.reduce((sum, count) => sum + count, 0),
			spots: {
				count: own.length,
				metro,
				sector: Uint8Array.from(own, (spot) => spots.sector[spot]!),
				hostClass: Uint8Array.from(own, (spot) => spots.hostClass[spot]!),
				vendor: Uint8Array.from(own, (spot) => spots.vendor[spot]!),
				organisation: Int16Array.from(own, (spot) => spots.organisation[spot]!),
				hosts
			}
		},
		metros: [...new Set(metro)],
		momentOf: (moment) => {
			const counts = new Int32Array(own.length * STATES);
			own.forEach((spot, at) => {
				counts.set(moment.counts.subarray(spot * STATES, (spot + 1) * STATES), at * STATES);
			});
			return { ...moment, counts };
		}
	};
}

/** How many of them are down, and where most are: of a moment that is theirs. */
export function ownSentence({ facts, metros }: OwnHosts, moment: MapMoment): string {
	const { down, hosts } = worldTally(facts, moment);
	if (down === 0) return words.ownCalm(hosts);
	const cities = tallyByMetro(facts, moment);
	const worst = metros.reduce((most, one) => (cities[one]!.down > cities[most]!.down ? one : most));
	return words.ownSentence(down, hosts, facts.metros[worst]!.name);
}
