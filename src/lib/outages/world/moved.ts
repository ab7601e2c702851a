import { CLASS_COUNT, type Model } from '../../sim/model.ts';
import type { Market } from '../reform/market.ts';
import type { Fleet } from './fleet.ts';

/** Hosts of a fleet after a reform: counts by cell and demand by site; nothing else of the tables changes. */
export function moved(fleet: Fleet, vendorId: string, before: Market, after: Market): Model {
	const { model, vendor } = fleet;
	const { cells, sites, sectors } = model;
	const v = before.vendors.indexOf(vendorId);
	const of = sectors.map(({ id }) => before.sectors.indexOf(id));
	const grown = of.map((s) => {
		const was = before.shares[v]?.[s] ?? 0;
		return was > 0 ? (after.shares[v]![s]! - was) / was : 0;
	});
	const hosts = Int32Array.from(cells.hosts);
	const unitsPerDay = Float64Array.from(sites.unitsPerDay);
	goOver(model, vendor, grown, hosts, unitsPerDay);
	shareOut(
		fleet,
		of.map((s) => after.secondShare[s] ?? 0),
		hosts
	);
	return { ...model, cells: { ...cells, hosts }, sites: { ...sites, unitsPerDay } };
}

/**
 * Organisations of the vendor give a share of their hosts to a second one, and others give as many to it: the vendor is as
 * large as before, but every organisation loses fewer hosts at once.
 */
function shareOut(fleet: Fleet, shares: readonly number[], hosts: Int32Array): void {
	if (shares.every((share) => share === 0)) return;
	const { model, vendor, secondTwin, guests } = fleet;
	const { cells, sites, sectors } = model;
	const partOf = (cell: number) => sites.sector[cells.site[cell]!]! * CLASS_COUNT + cells.hostClass[cell]!;
	const given = new Float64Array(sectors.length * CLASS_COUNT);
	for (let cell = 0; cell < cells.count; cell++) {
		if (cells.vendor[cell] !== vendor) continue;
		const was = hosts[cell]!;
		take(hosts, cell, secondTwin[cell]!, shares[sites.sector[cells.site[cell]!]!]!);
		given[partOf(cell)]! += was - hosts[cell]!;
	}
	const hostsAround = (guest: number) => othersAt(fleet, guest).reduce((sum, cell) => sum + hosts[cell]!, 0);
	const room = new Float64Array(given.length);
	for (const guest of guests) room[partOf(guest)]! += hostsAround(guest);
	for (const guest of guests) {
		const part = partOf(guest);
		if (given[part] === 0 || room[part] === 0) continue;
		const share = given[part]! / room[part]!;
		for (const cell of othersAt(fleet, guest)) take(hosts, cell, guest, share);
	}
}

/** Cells of other vendors of a guest's class at its site. */
function othersAt({ model: { cells, sites } }: Fleet, guest: number): number[] {
	const site = cells.site[guest]!;
	const found: number[] = [];
	for (let cell = sites.cellStart[site]!; cell < sites.cellStart[site + 1]!; cell++)
		if (cell !== guest && cells.hostClass[cell] === cells.hostClass[guest]) found.push(cell);
	return found;
}

function take(hosts: Int32Array, from: number, to: number, share: number): void {
	if (from === to || share <= 0) return;
	const many = Math.floor(hosts[from]! * Math.min(1, share) + 0.5);
	hosts[from]! -= many;
	hosts[to]! += many;
}

/**
 * Whole organisations of a sector go over to a vendor or away from it: its sites grow or shrink by a share, with what
 * they serve, and the other sites of the same place by as many hosts the other way.
 */
function goOver(
	{ cells, sites, metros, sectors }: Model,
	vendor: number,
	grown: readonly number[],
	hosts: Int32Array,
	unitsPerDay: Float64Array
): void {
	if (grown.every((share) => share === 0)) return;
	const own = new Float64Array(metros.length * sectors.length);
	const other = new Float64Array(own.length);
	const isOwn = new Uint8Array(sites.count);
	const placeOf = (site: number) => sites.metro[site]! * sectors.length + sites.sector[site]!;
	for (let cell = 0; cell < cells.count; cell++) {
		const site = cells.site[cell]!;
		if (sites.organisation[site]! >= 0) continue;
		if (cells.hosts[cell]! === 0) continue;
		const isVendors = cells.vendor[cell] === vendor;
		if (isVendors) isOwn[site] = 1;
		(isVendors ? own : other)[placeOf(site)]! += cells.hosts[cell]!;
	}
	const factors = new Float64Array(sites.count).fill(1);
	for (let site = 0; site < sites.count; site++) {
		const place = placeOf(site);
		if (sites.organisation[site]! >= 0 || own[place] === 0 || other[place] === 0) continue;
		const share = Math.min(grown[sites.sector[site]!]!, (0.9 * other[place]!) / own[place]!);
		factors[site] = isOwn[site] === 1 ? 1 + share : 1 - (share * own[place]!) / other[place]!;
		unitsPerDay[site]! *= factors[site]!;
	}
	for (let cell = 0; cell < cells.count; cell++)
		hosts[cell] = Math.floor(cells.hosts[cell]! * factors[cells.site[cell]!]! + 0.5);
}
