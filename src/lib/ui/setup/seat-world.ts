import type { MapPreview, SeatHosts } from '../../client/map/map-preview.ts';
import { tallyBy, type Tally } from '../../map/points/tally.ts';
import { inLocale, wordsFor } from '../../text/words.ts';

/** What a seat has in the world before anything happens. */
export interface SeatWorld {
	/** Tests which hosts are the seat's; null: none are. */
	readonly isOwn: ((cell: number) => boolean) | null;
	/** By metro: the seat's hosts there. */
	readonly metros: readonly Tally[];
	/** Whether its hosts stand in some places only, so that those can be marked. */
	readonly isSomewhere: boolean;
	/** What there is, and where, in words. */
	readonly sentence: string;
}

const MOST_NAMED = 3;

/** The world as the holder of a seat has it; `roles` more than one for a person who plays several. */
export function seatWorld({ facts, snapshot, seats }: MapPreview, roles: readonly string[]): SeatWorld {
	const words = wordsFor().newRun.world;
	const { cells } = facts;
	const mine = seats.filter(({ role }) => roles.includes(role));
	const isOwn = ownHosts(mine);
	const metros = tallyBy(facts, snapshot, facts.metros.length, (cell) =>
		isOwn?.(cells, cell) === true ? cells.metro[cell]! : -1
	);
	const total = metros.reduce((sum, { hosts }) => sum + hosts, 0);
	const places = metros
		.map(({ hosts }, metro) => ({ hosts, name: facts.metros[metro]!.name }))
		.filter(({ hosts }) => hosts > 0)
		.sort((a, b) => b.hosts - a.hosts);
	const named = places.slice(0, MOST_NAMED).map(({ name }) => name);
	const all = cells.hosts.reduce((sum, hosts) => sum + hosts, 0);
	const world = words.everybody(all, facts.metros.length);
	const vendor = mine.find((seat) => seat.vendor !== null)?.vendor ?? null;
	const organisations = mine.flatMap((seat) => seat.organisations);
	const sentence =
		total === 0
			? `${world} ${words.nobody}`
			: organisations.length > 0
				? words.own(organisationNames(facts, organisations), total, places.length, named)
				: words.agents(inLocale(facts.vendors[vendor!]!.name), total, named);
	return {
		isOwn: isOwn === null ? null : (cell) => isOwn(cells, cell),
		metros,
		isSomewhere: organisations.length > 0 && total > 0,
		sentence
	};
}

type MapCells = MapPreview['facts']['cells'];

/** Organisations are the narrower claim: a person who plays the whole table has those, and not all of a vendor's customers. */
function ownHosts(seats: readonly SeatHosts[]): ((cells: MapCells, cell: number) => boolean) | null {
	const organisations = new Set(seats.flatMap((seat) => seat.organisations));
	if (organisations.size > 0) return ({ organisation }, cell) => organisations.has(organisation[cell]!);
	const vendors = new Set(seats.flatMap(({ vendor }) => (vendor === null ? [] : [vendor])));
	return vendors.size > 0 ? (cells, cell) => vendors.has(cells.vendor[cell]!) : null;
}

function organisationNames({ organisations }: MapPreview['facts'], ids: readonly number[]): string[] {
	return ids.map((id) => inLocale(organisations[id]!.name));
}
