import { compileModel } from '../../scenario/compile/model.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { CLASS_COUNT, type CellTable, HOST_CLASSES, type Model } from '../../sim/model.ts';
import type { Market } from '../reform/market.ts';

/** The tables of a world in which one vendor may fail, before anything has been agreed. */
export interface Fleet {
	readonly model: Model;
	/** Index of the vendor whose releases these are, and of its hosts outside the kernel and on a second vendor. */
	readonly vendor: number;
	readonly userMode: number;
	readonly second: number;
	/** By cell: where its hosts go that leave the kernel, or get a second vendor; itself where there is no such cell. */
	readonly userTwin: Int32Array;
	readonly secondTwin: Int32Array;
	/** Cells, empty at first, of hosts that get this vendor as their second one. */
	readonly guests: Int32Array;
}

/** Coarser steps than a played world has: only what a shock comes to is read. */
const SPANS = [
	{ untilMin: 180, stepMin: 5 },
	{ untilMin: 720, stepMin: 30 },
	{ untilMin: 1440, stepMin: 60 },
	{ untilMin: 14_400, stepMin: 240 }
];
/** Every release is made at the first minute. */
export const RELEASE_MIN = 0;

/**
 * The tables of a scenario for releases of one vendor. Each cell of its hosts has two twins at the same site, empty at
 * first: hosts whose agent runs outside the kernel, and hosts of a second vendor. So a reform moves counts between cells
 * and nothing else, and every cell draws the same chances in all worlds that are compared.
 *
 * @param vendorId of an entry that stands for many vendors, one of them is meant
 */
export function fleetOf(scenario: Scenario, vendorId: string): Fleet {
	const told = apart(scenario, vendorId);
	const vendor = told.vendors.findIndex(({ id }) => id === vendorId);
	const horizonMin = SPANS[SPANS.length - 1]!.untilMin;
	const base = compileModel(
		{
			...told,
			clock: { ...told.clock, horizonMin, spans: SPANS },
			releases: [{ vendor, atMin: RELEASE_MIN, defect: 'bootCrash' }]
		},
		'sketch'
	);
	return withTwins(base, vendor);
}

/** An entry that stands for many vendors, as one of them and the rest. */
function apart(scenario: Scenario, vendorId: string): Scenario {
	const entry = scenario.vendors.find(({ id }) => id === vendorId);
	if (entry === undefined) throw new RangeError(`the scenario has no vendor '${vendorId}'`);
	const { standsFor } = entry;
	if (standsFor <= 1) return scenario;
	const part = (share: number) => ({
		hosts: entry.hosts === null ? null : Math.round(entry.hosts * share),
		shareOfRest: entry.shareOfRest * share
	});
	const rest = { ...entry, ...part(1 - 1 / standsFor), id: `${vendorId}.rest`, standsFor: standsFor - 1 };
	return {
		...scenario,
		vendors: [
			...scenario.vendors.map((one) =>
				one.id === vendorId ? { ...one, ...part(1 / standsFor), standsFor: 1 } : one
			),
			rest
		],
		// Named organisations that run it run it still.
		organisations: scenario.organisations
	};
}

function withTwins(base: Model, vendor: number): Fleet {
	const [userMode, second] = [base.vendors.length, base.vendors.length + 1];
	const guest = second + 1;
	const { id } = base.vendors[vendor]!;
	const { sites, cells } = base;
	const from: number[] = [];
	const ofVendor: number[] = [];
	const start = [0];
	for (let site = 0; site < sites.count; site++) {
		const [first, end] = [sites.cellStart[site]!, sites.cellStart[site + 1]!];
		const own: number[] = [];
		for (let cell = first; cell < end; cell++) {
			from.push(cell);
			ofVendor.push(cells.vendor[cell]!);
			if (cells.vendor[cell] === vendor) own.push(cell);
		}
		for (const twin of [userMode, second]) {
			from.push(...own);
			ofVendor.push(...own.map(() => twin));
		}
		// Where others run, this vendor may become the second one.
		for (const cell of own.length > 0 ? [] : firstOfEachClass(cells, first, end)) {
			from.push(cell);
			ofVendor.push(guest);
		}
		start.push(from.length);
	}
	const twinned: CellTable = {
		count: from.length,
		site: Int32Array.from(from, (cell) => cells.site[cell]!),
		hostClass: Uint8Array.from(from, (cell) => cells.hostClass[cell]!),
		vendor: Uint8Array.from(ofVendor, (of) => (of === guest ? vendor : of)),
		hosts: Int32Array.from(from, (cell, at) => (ofVendor[at]! < userMode ? cells.hosts[cell]! : 0)),
		coverageScore: Float64Array.from(from, (cell) => cells.coverageScore[cell]!)
	};
	const twin = (of: number) => {
		const found = Int32Array.from(from, (_, at) => at);
		for (let at = 0; at < from.length; at++) {
			if (ofVendor[at] !== of) continue;
			const site = twinned.site[at]!;
			for (let other = start[site]!; other < at; other++)
				if (from[other] === from[at] && ofVendor[other] === vendor) found[other] = at;
		}
		return found;
	};
	const names = [`${id}.user`, `${id}.second`];
	return {
		model: {
			...base,
			vendors: [...base.vendors, ...names.map((name) => ({ id: name, standsFor: 1 }))],
			releases: [vendor, userMode].map((of) => ({
				vendor: of,
				atMin: RELEASE_MIN,
				defect: 'bootCrash' as const
			})),
			cells: twinned,
			sites: { ...sites, cellStart: Int32Array.from(start) },
			settings: base.settings.flatMap((setting) =>
				setting.scope.kind === 'vendor' && setting.scope.id === id
					? [setting, { ...setting, scope: { kind: 'vendor' as const, id: names[0]! } }]
					: [setting]
			)
		},
		...{ vendor, userMode, second },
		guests: Int32Array.from(from.keys()).filter((at) => ofVendor[at] === guest),
		userTwin: twin(userMode),
		secondTwin: twin(second)
	};
}

function firstOfEachClass({ hostClass }: CellTable, first: number, end: number): number[] {
	return HOST_CLASSES.flatMap((_, c) => {
		for (let cell = first; cell < end; cell++) if (hostClass[cell] === c) return [cell];
		return [];
	});
}

/** Who runs whose agent before anything has been agreed. */
export function marketOf(scenario: Scenario): Market {
	const { vendors, sectors, cells, sites } = compileModel(scenario, 'sketch');
	const hosts = vendors.map(() => sectors.map(() => 0));
	for (let cell = 0; cell < cells.count; cell++)
		hosts[cells.vendor[cell]!]![sites.sector[cells.site[cell]!]!]! += cells.hosts[cell]!;
	const all = sectors.map((_, s) => hosts.reduce((sum, one) => sum + one[s]!, 0));
	return {
		vendors: vendors.map(({ id }) => id),
		sectors: sectors.map(({ id }) => id),
		standsFor: vendors.map(({ standsFor = 1 }) => standsFor),
		shares: hosts.map((one) => one.map((count, s) => (all[s]! > 0 ? count / all[s]! : 0))),
		sectorHosts: all,
		secondShare: sectors.map(() => 0)
	};
}

/** Hosts of a fleet after a reform: counts by cell and demand by site; nothing else of the tables changes. */
export function moved(
	fleet: Fleet,
	vendorId: string,
	before: Market,
	after: Market,
	inUserMode: (hostClass: number) => number
): Model {
	const { model, vendor, userTwin } = fleet;
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
	for (let cell = 0; cell < cells.count; cell++) {
		if (cells.vendor[cell] === vendor) take(hosts, cell, userTwin[cell]!, inUserMode(cells.hostClass[cell]!));
	}
	return { ...model, cells: { ...cells, hosts }, sites: { ...sites, unitsPerDay } };
}

/**
 * Organisations of the vendor give a share of their hosts to a second one, and others give as many to it: the vendor is as
 * large as before, but every organisation loses fewer hosts at once.
 */
function shareOut(
	{ model, vendor, secondTwin, guests }: Fleet,
	shares: readonly number[],
	hosts: Int32Array
): void {
	if (shares.every((share) => share === 0)) return;
	const { cells, sites, sectors } = model;
	const placeOf = (cell: number) => {
		const site = cells.site[cell]!;
		return (sites.metro[site]! * sectors.length + sites.sector[site]!) * CLASS_COUNT + cells.hostClass[cell]!;
	};
	const given = new Float64Array(model.metros.length * sectors.length * CLASS_COUNT);
	for (let cell = 0; cell < cells.count; cell++) {
		if (cells.vendor[cell] !== vendor) continue;
		const was = hosts[cell]!;
		take(hosts, cell, secondTwin[cell]!, shares[sites.sector[cells.site[cell]!]!]!);
		given[placeOf(cell)]! += was - hosts[cell]!;
	}
	for (const guest of guests) {
		const site = cells.site[guest]!;
		let wanted = given[placeOf(guest)]!;
		for (let cell = sites.cellStart[site]!; cell < sites.cellStart[site + 1]! && wanted > 0; cell++) {
			if (cell === guest || cells.hostClass[cell] !== cells.hostClass[guest]) continue;
			const many = Math.min(hosts[cell]!, wanted);
			hosts[cell]! -= many;
			hosts[guest]! += many;
			wanted -= many;
		}
	}
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

/** The share of hosts of a class whose agent runs outside the kernel. */
export function userShares(
	desks: number,
	servers: number,
	keepsKernel: number
): (hostClass: number) => number {
	const shares = Array.from({ length: CLASS_COUNT }, (_, c) =>
		Math.min(c === SERVER || c === CLOUD ? servers : desks, 1 - keepsKernel)
	);
	return (hostClass) => Math.max(0, shares[hostClass]!);
}

const SERVER = HOST_CLASSES.indexOf('server');
const CLOUD = HOST_CLASSES.indexOf('cloud');
