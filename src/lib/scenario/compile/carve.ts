import { HOST_CLASSES } from '../../sim/model.ts';
import type { ScenarioOrganisation, ScenarioSector, ScenarioVendor, WorldData } from '../scenario.ts';
import { spread } from './spread.ts';

/** The hosts of a named organisation at one of its sites: whole numbers by vendor and class (vendor × 5 + class). */
export interface OwnSite {
	readonly organisation: number;
	readonly metro: number;
	readonly sector: number;
	readonly hosts: readonly number[];
}

interface Parts {
	readonly vendors: readonly ScenarioVendor[];
	readonly sectors: readonly ScenarioSector[];
	readonly organisations: readonly ScenarioOrganisation[];
}

/** Sites of the named organisations, in the order in which the scenario names them. */
export function ownSites({ vendors, sectors, organisations }: Parts, world: WorldData): OwnSite[] {
	const metros = new Map(world.metros.map(({ id }, index) => [id, index]));
	return organisations.flatMap((own, organisation) => {
		const weights = vendors.flatMap(({ id }) => {
			const share = Object.hasOwn(own.vendors, id) ? own.vendors[id]! : 0;
			return HOST_CLASSES.map((hostClass) => share * own.classMix[hostClass]);
		});
		return own.sites.map(({ metro, hosts }) => ({
			organisation,
			metro: metros.get(metro)!,
			sector: sectors.findIndex(({ id }) => id === own.sector),
			hosts: spread(hosts, weights)
		}));
	});
}

/** A site that holds more hosts of a vendor than its sector has in that metro. */
export interface Overdraft {
	readonly site: OwnSite;
	readonly vendor: number;
	readonly has: number;
	readonly wants: number;
}

/** Takes the organisations' hosts out of their sectors' quotas; returns the sites for which there was not enough. */
export function carve(
	quotas: readonly Float64Array[],
	sites: readonly OwnSite[],
	sectorCount: number
): Overdraft[] {
	const overdrafts: Overdraft[] = [];
	for (const site of sites) {
		const place = site.metro * sectorCount + site.sector;
		quotas.forEach((quota, vendor) => {
			let wants = 0;
			for (let c = 0; c < HOST_CLASSES.length; c++) wants += site.hosts[vendor * HOST_CLASSES.length + c]!;
			const has = quota[place]!;
			if (wants > has) overdrafts.push({ site, vendor, has: Math.floor(Math.max(0, has)), wants });
			quota[place] = Math.max(0, has - wants);
		});
	}
	return overdrafts;
}
