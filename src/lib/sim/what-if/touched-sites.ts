import type { Model } from '../model.ts';
import { NO_RELEASE, releaseOfCells } from '../world/release-of-cell.ts';

/** Sites to which something spreads, and all that is elsewhere. */
export interface TouchedSites {
	readonly sites: Int32Array;
	/** By sector and metro: whether its sites are among them. All sites of a sector in a metro are, or none. */
	readonly isPlace: Uint8Array;
	/** The other places of the metros in which they are. */
	readonly besides: Int32Array;
	/** Runs of sites that are not among them: first site, and the one after the last. */
	readonly elsewhere: readonly (readonly [number, number])[];
	/** Of all cells that a release may reach, the share at these sites. */
	readonly share: number;
}

/**
 * The sites to which something spreads that concerns these groups at first: all of a sector in a metro, because other
 * services see only what is missing of them together, and those that depend on these; where technicians are lent, all of
 * the metro.
 */
export function touchedSites(model: Model, groups: ReadonlySet<number>, anyoneLends: boolean): TouchedSites {
	const { sites, sectors, metros, dependencies } = model;
	const placeOf = (site: number) => sites.sector[site]! * metros.length + sites.metro[site]!;
	const isPlace = new Uint8Array(sectors.length * metros.length);
	const spread = (sector: number, metro: number): void => {
		const place = sector * metros.length + metro;
		if (isPlace[place] === 1) return;
		isPlace[place] = 1;
		if (anyoneLends) sectors.forEach((_, other) => spread(other, metro));
		for (const one of dependencies) if (one.on === sector) spread(one.sector, metro);
	};
	for (let site = 0; site < sites.count; site++) {
		if (groups.has(sites.group[site]!)) spread(sites.sector[site]!, sites.metro[site]!);
	}
	const touched: number[] = [];
	const elsewhere: [number, number][] = [];
	for (let site = 0; site < sites.count; site++) {
		const last = elsewhere.at(-1);
		if (isPlace[placeOf(site)] === 1) touched.push(site);
		else if (last?.[1] === site) last[1] = site + 1;
		else elsewhere.push([site, site + 1]);
	}
	return {
		sites: Int32Array.from(touched),
		isPlace,
		besides: besidesOf(isPlace, metros.length),
		elsewhere,
		share: shareOf(model, touched)
	};
}

function besidesOf(isPlace: Uint8Array, metros: number): Int32Array {
	const isMetro = new Uint8Array(metros);
	isPlace.forEach((is, place) => is === 1 && (isMetro[place % metros] = 1));
	const all = Int32Array.from(isPlace, (_, place) => place);
	return all.filter((place) => isPlace[place] === 0 && isMetro[place % metros] === 1);
}

function shareOf(model: Model, touched: readonly number[]): number {
	const release = releaseOfCells(model);
	const { cellStart } = model.sites;
	let some = 0;
	for (const site of touched) {
		for (let cell = cellStart[site]!; cell < cellStart[site + 1]!; cell++) {
			if (release[cell] !== NO_RELEASE) some++;
		}
	}
	return some / Math.max(1, release.filter((one) => one !== NO_RELEASE).length);
}
