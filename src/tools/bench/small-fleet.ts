import type { CellTable, Model, SiteTable } from '../../lib/sim/model.ts';

/** Hosts of the vendors that release something: the only ones that either engine steps. */
export function fleetHosts({ cells, releases }: Model): number {
	let hosts = 0;
	for (let cell = 0; cell < cells.count; cell++) {
		if (releases.some(({ vendor }) => vendor === cells.vendor[cell])) hosts += cells.hosts[cell];
	}
	return hosts;
}

/** All hosts of a model. */
export function allHosts({ cells }: Model): number {
	let hosts = 0;
	for (let cell = 0; cell < cells.count; cell++) hosts += cells.hosts[cell];
	return hosts;
}

/**
 * A sample of a model that one host at a time can be run on: every so-many-th site as it is, with no service depending
 * on another, so that a loop over hosts is charged for hosts and the time for each can be scaled to the whole.
 *
 * @param hosts how many to aim for
 * @param whom `fleet`: the releasing vendors' hosts alone, which is all that has to be stepped; `all`: as in the model
 */
export function sampleSites(model: Model, hosts: number, whom: 'fleet' | 'all'): Model {
	const { sites, cells } = model;
	const every = Math.max(1, Math.round((whom === 'fleet' ? fleetHosts(model) : allHosts(model)) / hosts));
	const counts = (cell: number) =>
		cells.hosts[cell] > 0 &&
		(whom === 'all' || model.releases.some(({ vendor }) => vendor === cells.vendor[cell]));
	const keptSites: number[] = [];
	const keptCells: number[] = [];
	const cellSite: number[] = [];
	const cellStart = [0];
	let populated = 0;
	for (let site = 0; site < sites.count; site++) {
		const own: number[] = [];
		for (let cell = sites.cellStart[site]; cell < sites.cellStart[site + 1]; cell++) {
			if (counts(cell)) own.push(cell);
		}
		if (own.length === 0 || populated++ % every !== 0) continue;
		for (const cell of own) {
			keptCells.push(cell);
			cellSite.push(keptSites.length);
		}
		keptSites.push(site);
		cellStart.push(keptCells.length);
	}
	return {
		...model,
		dependencies: [],
		sites: sitesOf(sites, keptSites, cellStart),
		cells: cellsOf(cells, keptCells, cellSite)
	};
}

function sitesOf(sites: SiteTable, kept: readonly number[], cellStart: readonly number[]): SiteTable {
	return {
		count: kept.length,
		metro: Uint16Array.from(kept, (site) => sites.metro[site]),
		sector: Uint8Array.from(kept, (site) => sites.sector[site]),
		group: Uint8Array.from(kept, (site) => sites.group[site]),
		organisation: Int16Array.from(kept, (site) => sites.organisation[site]),
		staffingScore: Float64Array.from(kept, (site) => sites.staffingScore[site]),
		size: Float64Array.from(kept, (site) => sites.size[site]),
		unitsPerDay: Float64Array.from(kept, (site) => sites.unitsPerDay[site]),
		cellStart: Int32Array.from(cellStart)
	};
}

function cellsOf(cells: CellTable, kept: readonly number[], site: readonly number[]): CellTable {
	return {
		count: kept.length,
		site: Int32Array.from(site),
		hostClass: Uint8Array.from(kept, (cell) => cells.hostClass[cell]),
		vendor: Uint8Array.from(kept, (cell) => cells.vendor[cell]),
		hosts: Int32Array.from(kept, (cell) => cells.hosts[cell]),
		coverageScore: Float64Array.from(kept, (cell) => cells.coverageScore[cell])
	};
}
