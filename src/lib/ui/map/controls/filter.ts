import type { MapFacts } from '../../../room/map/map-facts.ts';
import { HOST_CLASSES } from '../../../sim/model.ts';
import { inLocale } from '../../../text/words.ts';
import { mapWords as words } from '../map-words.ts';

/** What is shown: everything where null. */
export interface MapFilter {
	readonly sector: number | null;
	readonly vendor: number | null;
	readonly hostClass: number | null;
	readonly organisation: number | null;
}

export const SHOW_ALL: MapFilter = { sector: null, vendor: null, hostClass: null, organisation: null };

/** Which cells a filter leaves; null: all of them. */
export function cellTest({ cells }: MapFacts, filter: MapFilter): ((cell: number) => boolean) | null {
	const { sector, vendor, hostClass, organisation } = filter;
	if (sector === null && vendor === null && hostClass === null && organisation === null) return null;
	return (cell) =>
		(sector === null || cells.sector[cell] === sector) &&
		(vendor === null || cells.vendor[cell] === vendor) &&
		(hostClass === null || cells.hostClass[cell] === hostClass) &&
		(organisation === null || cells.organisation[cell] === organisation);
}

/** What a filter leaves, in words; null: everything. */
export function filterWords(facts: MapFacts, filter: MapFilter): string | null {
	const { sector, vendor, hostClass, organisation } = filter;
	const parts = [
		organisation === null ? null : inLocale(facts.organisations[organisation]!.name),
		sector === null ? null : inLocale(facts.sectors[sector]!.name).toLowerCase(),
		hostClass === null ? null : words.classes[HOST_CLASSES[hostClass]!].toLowerCase(),
		vendor === null ? null : inLocale(facts.vendors[vendor]!.name)
	].filter((part) => part !== null);
	return parts.length === 0 ? null : parts.join(', ');
}
