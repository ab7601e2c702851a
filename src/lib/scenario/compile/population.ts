import { CLASS_COUNT, HOST_CLASSES, type CellTable, type SiteTable } from '../../sim/model.ts';
import type { Scenario, WorldData } from '../scenario.ts';
import { carve, ownSites, type OwnSite } from './carve.ts';
import type { Detail } from './detail.ts';
import { fleetQuotas } from './fleet.ts';
import { Rounder, spread } from './spread.ts';
import type { Regions } from './regions.ts';
import { coverageScores, organisationSizes, staffingScores, strataOf } from './strata.ts';
import { Tables } from './tables.ts';

/**
 * Who runs which hosts where: sites and cells.
 *
 * At each metro and sector stand, in this order: 1 to 4 strata of the organisations of every vendor with a release, small
 * organisations before large ones;
 * one bystander site for the hosts of all other vendors; and the named organisations' sites, taken out of the
 * former. Whole numbers are made by {@link Rounder}, so that each vendor's hosts, and each class's within a sector,
 * add up exactly, however coarse the detail. Places without hosts are left out.
 */
export function population(
	scenario: Scenario,
	world: WorldData,
	regions: Regions,
	detail: Detail
): { sites: SiteTable; cells: CellTable } {
	const { vendors, sectors } = scenario;
	const fine = fleetQuotas(scenario, world);
	if (fine === null)
		throw new RangeError('the vendors’ hosts do not fit into the managed hosts of this world');
	const ownFine = ownSites(scenario, world);
	carve(fine, ownFine, sectors.length);
	const quotas = fine.map((quota) => byRegion(quota, regions, sectors.length));
	const own = ownFine.map((site) => ({ ...site, metro: regions.of[site.metro]! }));

	const released = vendors.map((_, vendor) => scenario.releases.some((release) => release.vendor === vendor));
	const rounders = quotas.map((quota, vendor) => {
		const least = scenario.managedHosts * (released[vendor] ? detail.leastShare : detail.leastBystanderShare);
		return classRounders(scenario, quota, ownOf(own, vendor), vendor, Math.max(1, least));
	});
	const tables = new Tables(scenario);
	const ownAt = groupBy(own, ({ metro, sector }) => metro * sectors.length + sector);

	for (let metro = 0; metro < regions.metros.length; metro++) {
		for (let sector = 0; sector < sectors.length; sector++) {
			const place = metro * sectors.length + sector;
			const take = (vendor: number, parts: number): number[] =>
				HOST_CLASSES.map((_, c) => rounders[vendor]![sector]![c]!(quotas[vendor]![place]! / parts));
			for (let vendor = 0; vendor < vendors.length; vendor++) {
				if (!released[vendor]) continue;
				const strata = strataOf(quotas[vendor]![place]!, detail.stratumFrom);
				for (const size of organisationSizes(strata)) {
					tables.addStratum(metro, sector, vendor, take(vendor, strata), size);
				}
			}
			const others = vendors.map((_, vendor) => (released[vendor] ? null : take(vendor, 1)));
			tables.addBystanders(metro, sector, others);
			for (const site of ownAt.get(place) ?? []) tables.addOwn(site);
		}
	}
	return tables.finish(staffingScores, coverageScores);
}

/** For each sector and class of a vendor, a function that takes a place's quota and gives its whole hosts. */
function classRounders(
	{ sectors, vendors }: Scenario,
	quota: Float64Array,
	ownHosts: number,
	vendor: number,
	least: number
): ((hosts: number) => number)[][] {
	const inSector = sectors.map(() => 0);
	quota.forEach((hosts, place) => (inSector[place % sectors.length]! += hosts));
	const anonymous =
		vendors[vendor]!.hosts === null ? Math.round(sum(inSector)) : vendors[vendor]!.hosts! - ownHosts;
	const bySector = spread(Math.max(0, anonymous), inSector);
	return sectors.map((sector, s) => {
		const mix = HOST_CLASSES.map((hostClass) => sector.classMix[hostClass]);
		return spread(bySector[s]!, mix).map((total) => {
			const rounder = new Rounder(least, total);
			const scale = inSector[s]! > 0 ? total / inSector[s]! : 0;
			return (hosts: number) => rounder.take(hosts * scale);
		});
	});
}

/** A quota by metro and sector, added up by region and sector. */
function byRegion(quota: Float64Array, { of, metros }: Regions, sectorCount: number): Float64Array {
	const merged = new Float64Array(metros.length * sectorCount);
	quota.forEach((hosts, place) => {
		merged[of[Math.floor(place / sectorCount)]! * sectorCount + (place % sectorCount)]! += hosts;
	});
	return merged;
}

function ownOf(sites: readonly OwnSite[], vendor: number): number {
	let hosts = 0;
	for (const site of sites)
		for (let c = 0; c < CLASS_COUNT; c++) hosts += site.hosts[vendor * CLASS_COUNT + c]!;
	return hosts;
}

function groupBy<T>(items: readonly T[], key: (item: T) => number): Map<number, T[]> {
	const groups = new Map<number, T[]>();
	for (const item of items) {
		const group = groups.get(key(item));
		if (group) group.push(item);
		else groups.set(key(item), [item]);
	}
	return groups;
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}
