import type { MapFacts } from '../../../room/map/map-facts.ts';
import type { MapSnapshot } from '../../../sim/observe/map/map-snapshot.ts';
import { tallyBy } from '../../../map/points/tally.ts';
import { concentration, type Concentration } from '../../../sim/hosts/concentration.ts';
import { inLocale } from '../../../text/words.ts';
import { mapWords as words } from '../map-words.ts';

/** How much of one fleet hangs on one vendor. */
export interface VendorRow extends Concentration {
	readonly name: string;
	/** Name of the largest single vendor; null: it is one of many that have no name here. */
	readonly vendor: string | null;
}

/** The fleets of sectors, of named organisations and of the world; those without hosts under an agent are left out. */
export function vendorRows(
	facts: MapFacts,
	snapshot: Pick<MapSnapshot, 'minute' | 'counts' | 'outputs'>
): VendorRow[] {
	const { sectors, organisations, vendors, cells } = facts;
	const fleets = [...sectors.map(({ name }) => name), ...organisations.map(({ name }) => name)];
	const bySector = hostsOf(facts, snapshot, sectors.length, (cell) => cells.sector[cell]!);
	const byOrganisation = hostsOf(facts, snapshot, organisations.length, (cell) => cells.organisation[cell]!);
	const world = hostsOf(facts, snapshot, 1, () => 0);
	const names = [...fleets.map((name) => inLocale(name)), words.ofWorld];
	return [...bySector, ...byOrganisation, ...world]
		.map((hosts, i): VendorRow => {
			const found = concentration(hosts, vendors);
			const largest = vendors[found.largest];
			const vendor = largest?.standsFor === 1 ? inLocale(largest.name) : null;
			return { ...found, name: names[i]!, vendor };
		})
		.filter(({ largest }) => largest >= 0);
}

/** By group: hosts by vendor. */
function hostsOf(
	facts: MapFacts,
	snapshot: Pick<MapSnapshot, 'minute' | 'counts' | 'outputs'>,
	groups: number,
	groupOf: (cell: number) => number
): number[][] {
	const { length } = facts.vendors;
	const tallies = tallyBy(facts, snapshot, groups * length, (cell) => {
		const group = groupOf(cell);
		return group < 0 ? -1 : group * length + facts.cells.vendor[cell]!;
	});
	return Array.from({ length: groups }, (_, group) =>
		tallies.slice(group * length, (group + 1) * length).map(({ hosts }) => hosts)
	);
}
