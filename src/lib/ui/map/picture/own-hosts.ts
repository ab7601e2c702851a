import type { MapFacts } from '../../../room/map/map-facts.ts';
import type { MapSnapshot } from '../../../sim/observe/map/map-snapshot.ts';
import { tallyByMetro, worldTally } from '../../../map/points/tally.ts';
import type { MapWorld } from '../../../map/map-world.ts';
import { tallyMap } from '../../../sim/observe/map/map-shares.ts';
import { HOST_STATES } from '../../../sim/table/states.ts';
import { mapWords as words } from '../map-words.ts';

const STATES = HOST_STATES.length;

/** Few cities hold all of the own hosts: as shares of so many times these, their points stand close around them (assumed). */
const APART = 20;

/** The hosts of some organisations as a world of their own: a point stands for as few hosts as there is room for. */
export interface OwnHosts {
	readonly facts: MapFacts & Pick<MapWorld, 'amongHosts'>;
	/** Indices of the metros in which they stand. */
	readonly metros: readonly number[];
	/** What a snapshot of the whole world is for them. */
	readonly snapshotOf: (snapshot: MapSnapshot) => MapSnapshot;
}

/** The hosts of these organisations; null: none of them is on this map. */
export function ownHostsOf(facts: MapFacts, ids: readonly string[]): OwnHosts | null {
	const { organisations, cells } = facts;
	const isOwn = (cell: number) => ids.some((id) => organisations[cells.organisation[cell]!]?.id === id);
	const own = Int32Array.from({ length: cells.count }, (_, cell) => cell).filter(isOwn);
	if (own.length === 0) return null;
	const metro = Uint16Array.from(own, (cell) => cells.metro[cell]!);
	const hosts = Int32Array.from(own, (cell) => cells.hosts[cell]!);
	const ownCells = {
		count: own.length,
		metro,
		sector: Uint8Array.from(own, (cell) => cells.sector[cell]!),
		hostClass: Uint8Array.from(own, (cell) => cells.hostClass[cell]!),
		vendor: Uint8Array.from(own, (cell) => cells.vendor[cell]!),
		organisation: Int16Array.from(own, (cell) => cells.organisation[cell]!),
		hosts
	};
	return {
		facts: {
			...facts,
			amongHosts: APART * hosts.reduce((sum, count) => sum + count, 0),
			cells: ownCells
		},
		metros: [...new Set(metro)],
		snapshotOf: (snapshot) => {
			const counts = new Int32Array(own.length * STATES);
			own.forEach((cell, at) => {
				counts.set(snapshot.counts.subarray(cell * STATES, (cell + 1) * STATES), at * STATES);
			});
			return { ...snapshot, counts, ...tallyMap(counts, ownCells, facts.metros.length) };
		}
	};
}

/** How many of them are down, and where most are: of a snapshot that is theirs. */
export function ownSentence({ facts, metros }: OwnHosts, snapshot: MapSnapshot): string {
	const { down, hosts } = worldTally(snapshot);
	if (down === 0) return words.ownCalm(hosts);
	const cities = tallyByMetro(snapshot);
	const worst = metros.reduce((most, one) => (cities[one]!.down > cities[most]!.down ? one : most));
	return words.ownSentence(down, hosts, facts.metros[worst]!.name);
}
