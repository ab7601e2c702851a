import {
	CLASS_COUNT,
	HOST_CLASSES,
	type GridSpan,
	type Metro,
	type Model,
	type Release,
	type RingPlan,
	type Setting
} from '../model.ts';
import { OPTIONAL_PARAMETER_IDS } from '../optional-parameters.ts';
import { PARAMETER_IDS, parameterSpec } from '../parameters.ts';
import { PLAIN_VALUES } from './plain-values.ts';

export interface SmallSite {
	readonly metro: number;
	/** Hosts of vendor 0, by class; a class without hosts gets a cell all the same. */
	readonly hosts: readonly number[];
	/** Hosts of vendor 1, by class; left out, the site has no cells of it. */
	readonly others?: readonly number[];
	readonly score?: number;
	/** Score of its coverage among its peers, the same for every class. */
	readonly coverage?: number;
	/** Size of its organisations, from −1 to 1. */
	readonly size?: number;
	readonly sector?: number;
	readonly organisation?: number;
	readonly unitsPerDay?: number;
}

/** A small world for tests: every site has one cell of each class of vendor 'acme', and hosts enough to count. */
export interface SmallWorld {
	readonly metros?: readonly { readonly id: string; readonly utcOffsetMin: number }[];
	readonly sectors?: readonly string[];
	readonly organisations?: readonly { readonly id: string; readonly sector: number }[];
	readonly dependencies?: Model['dependencies'];
	readonly vendors?: readonly string[];
	readonly sites?: readonly SmallSite[];
	readonly days?: number;
	/** Length of every step, unless `spans` gives a grid. */
	readonly stepMin?: number;
	readonly spans?: readonly GridSpan[];
	readonly ringPlans?: readonly RingPlan[];
	/** Values for the whole world: one for all classes, or one a class. */
	readonly set?: Readonly<Record<string, number | readonly number[]>>;
	/** Narrower settings, applied after `set`. */
	readonly settings?: readonly Setting[];
	readonly defect?: Release['defect'];
	readonly releaseMin?: number;
	/** What else there is to the release; and releases besides it. */
	readonly release?: Partial<Release>;
	readonly moreReleases?: readonly Release[];
}

export const ALL_AT_ONCE: RingPlan = {
	id: 'all-at-once',
	rings: [{ share: 1, bakeMin: 0, gatePerMille: null }]
};

const flat = (share: number) => Array.from({ length: 24 }, () => share);
const byDay = (night: number, day: number) =>
	Array.from({ length: 24 }, (_, h) => (h >= 8 && h < 18 ? day : night));

/** Minute 0 is Friday 04:00 UTC; 'acme' releases at 04:09. */
export function smallModel(world: SmallWorld = {}): Model {
	const metros = (world.metros ?? SYDNEY_AND_LONDON).map(metro);
	const sectors = world.sectors ?? ['retail'];
	const organisations = world.organisations ?? [];
	const sites =
		world.sites ??
		metros.flatMap((_, index) =>
			[0, 1].map((n): SmallSite => ({ metro: index, hosts: [200, 800, 600, 300, 100], score: n - 0.5 }))
		);
	const cells = sites.flatMap((site, index) =>
		[site.hosts, site.others ?? []].flatMap((byClass, vendor) =>
			byClass.map((hosts, hostClass) => ({
				site: index,
				hostClass,
				vendor,
				hosts,
				coverage: site.coverage ?? 0
			}))
		)
	);
	const cellsOf = (index: number) => cells.filter(({ site }) => site === index).length;
	const cellStart = [0];
	sites.forEach((_, index) => cellStart.push(cellStart[index]! + cellsOf(index)));
	const horizonMin = (world.days ?? 2) * 1440;
	return {
		clock: {
			startMinute: 0,
			startWeekMinute: 4 * 1440 + 240,
			horizonMin,
			spans: world.spans ?? [{ untilMin: horizonMin, stepMin: world.stepMin ?? 1 }]
		},
		metros,
		sectors: sectors.map((id) => ({ id, unit: 'sales', demandByHour: flat(1 / 24) })),
		organisations: organisations.map((organisation) => ({ ...organisation, role: null })),
		vendors: (world.vendors ?? ['acme', 'other']).map((id) => ({ id })),
		releases: [
			{ vendor: 0, atMin: world.releaseMin ?? 9, defect: world.defect ?? 'bootCrash', ...world.release },
			...(world.moreReleases ?? [])
		],
		ringPlans: world.ringPlans ?? [ALL_AT_ONCE],
		dependencies: world.dependencies ?? [],
		habits: [flat(0.97), byDay(0.45, 0.85), byDay(0.2, 0.8), byDay(0.62, 0.88), flat(0.98)].map((hours) => ({
			weekday: hours,
			weekend: hours
		})),
		sites: {
			count: sites.length,
			metro: Uint16Array.from(sites, (site) => site.metro),
			sector: Uint8Array.from(sites, (site) => site.sector ?? 0),
			group: Uint8Array.from(sites, ({ sector, organisation }) =>
				organisation === undefined ? (sector ?? 0) : sectors.length + organisation
			),
			organisation: Int16Array.from(sites, (site) => site.organisation ?? -1),
			staffingScore: Float64Array.from(sites, (site) => site.score ?? 0),
			size: Float64Array.from(sites, (site) => site.size ?? 0),
			unitsPerDay: Float64Array.from(sites, (site) => site.unitsPerDay ?? 1000),
			cellStart: Int32Array.from(cellStart)
		},
		cells: {
			count: cells.length,
			site: Int32Array.from(cells, ({ site }) => site),
			hostClass: Uint8Array.from(cells, ({ hostClass }) => hostClass),
			vendor: Uint8Array.from(cells, ({ vendor }) => vendor),
			hosts: Int32Array.from(cells, ({ hosts }) => hosts),
			coverageScore: Float64Array.from(cells, ({ coverage }) => coverage)
		},
		settings: [...worldSettings(world.set ?? {}), ...(world.settings ?? [])]
	};
}

const SYDNEY_AND_LONDON = [
	{ id: 'sydney', utcOffsetMin: 600 },
	{ id: 'london', utcOffsetMin: 60 }
];

function metro({ id, utcOffsetMin }: { readonly id: string; readonly utcOffsetMin: number }): Metro {
	const country = id.slice(0, 2).toUpperCase();
	return { id, name: id, country, continent: 'EU', lat: 0, lng: 0, utcOffsetMin };
}

function worldSettings(set: NonNullable<SmallWorld['set']>): Setting[] {
	const scope = { kind: 'world' } as const;
	const named = OPTIONAL_PARAMETER_IDS.filter((id) => set[id] !== undefined);
	return [...PARAMETER_IDS, ...named].flatMap((parameter): Setting[] => {
		const value = set[parameter] ?? PLAIN_VALUES[parameter];
		if (value === undefined) throw new Error(`the small world has no value for '${parameter}'`);
		if (typeof value === 'number') return [{ parameter, scope, value }];
		if (parameterSpec(parameter)?.perClass !== true || value.length !== CLASS_COUNT)
			throw new Error(`'${parameter}' does not take ${value.length} values by class`);
		return HOST_CLASSES.map((hostClass, c) => ({ parameter, scope, hostClass, value: value[c]! }));
	});
}
