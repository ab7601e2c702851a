import type { Size } from '../../scenario/compile/detail.ts';
import { compileModel } from '../../scenario/compile/model.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { HOST_CLASSES, type CellTable, type Model } from '../../sim/model.ts';
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
export function fleetOf(scenario: Scenario, vendorId: string, size: Size = 'sketch'): Fleet {
	const told = apart(scenario, vendorId);
	const vendor = told.vendors.findIndex(({ id }) => id === vendorId);
	const horizonMin = SPANS[SPANS.length - 1]!.untilMin;
	const base = compileModel(
		{
			...told,
			clock: { ...told.clock, horizonMin, spans: SPANS },
			releases: [{ vendor, atMin: RELEASE_MIN, defect: 'bootCrash' }]
		},
		size
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
