import { PARAMETER_IDS, parameterSpec } from '../parameters.ts';
import { CLASS_COUNT, HOST_CLASSES, type Metro, type Model, type RingPlan, type Setting } from '../model.ts';

/** A small world for tests: every site has one cell of each class of vendor 'acme', and hosts enough to count. */
export interface SmallWorld {
	readonly metros?: readonly { readonly id: string; readonly utcOffsetMin: number }[];
	readonly sites?: readonly {
		readonly metro: number;
		readonly hosts: readonly number[];
		readonly score?: number;
	}[];
	readonly days?: number;
	readonly stepMin?: number;
	readonly ringPlans?: readonly RingPlan[];
	readonly set?: Readonly<Record<string, number>>;
	readonly defect?: Model['releases'][number]['defect'];
}

/** Values that make a plain July 2024 in small; each test sets what it is about. */
const VALUES: Readonly<Record<string, number | readonly number[]>> = {
	'activity.churnMin': [10_000, 240, 120, 480, 10_000],
	'activity.stayOff': 0,
	'update.pollMin': 10,
	'update.fetchMin': 1.5,
	'update.affectedShare': 0.95,
	'update.component': 0,
	'update.heldBackShare': 0,
	'update.heldBackMin': 0,
	'rollout.plan': 0,
	'rollout.order': 0,
	'rollout.haltReachMin': 0,
	'rollout.telemetryMin': 10,
	'rollout.telemetryNoise': 0.1,
	'vendor.noticeCrashes': 50,
	'vendor.workaround': 0,
	'vendor.automatedFix': 0,
	'vendor.automatedFixMin': 2880,
	'vendor.statement': 0,
	'platform.bootRecovery': 0,
	'platform.bootRecoveryMin': 120,
	'platform.recoveryTool': 0,
	'platform.recoveryToolSavesShare': 0.4,
	'repair.communityMin': 120,
	'repair.rebootRaceMin': 680,
	'repair.reachMin': [60, 75, 240, 180, 90],
	'repair.script': 0,
	'repair.scriptMin': 420,
	'repair.hostsPerTechnician': 100,
	'repair.staffingSigma': 1,
	'repair.nightShare': 0.6,
	'repair.weekendShare': 0.65,
	'repair.handsMin': [20, 14, 14, 18, 20],
	'repair.failShare': 0.08,
	'repair.encryptedShare': [0.2, 0.35, 0.6, 0.1, 0.05],
	'repair.keyMin': 40,
	'repair.keyStore': 0,
	'repair.order': 0,
	'repair.mutualAidShare': 0,
	'repair.removeAgentShare': 0,
	'repair.removeAgentSavesShare': 0.3,
	'exposure.restoreAgentMin': 2880,
	'exposure.agentUpdateMin': 60,
	'exposure.compromisePerDay': 0.002,
	'exposure.phishingFactor': 1,
	'exposure.containMin': 2880,
	'fleet.secondVendorShare': 0,
	'service.criticality': [0.4, 0.3, 0.1, 0.1, 0.1],
	'service.halfDownShare': 0.25,
	'service.restartMin': 120,
	'service.manualShare': 0.3,
	'service.manualSetupMin': 60,
	'service.deferShare': 0.5,
	'service.patienceMin': 2880,
	'service.slackShare': 0.25,
	'service.disruption': 0.3,
	'service.disruptionHours': 12,
	'service.lossPerUnitUsd': 100,
	'service.delayPerUnitUsd': 10,
	'service.hostCostUsd': 40,
	'service.normalAbove': 0.97,
	'service.downBelow': 0.25,
	'trust.harmPerDay': 1,
	'trust.mendMin': 20_000
};

const flat = (share: number) => Array.from({ length: 24 }, () => share);
const byDay = (night: number, day: number) =>
	Array.from({ length: 24 }, (_, h) => (h >= 8 && h < 18 ? day : night));

export function smallModel(world: SmallWorld = {}): Model {
	const metros: Metro[] = (
		world.metros ?? [
			{ id: 'sydney', utcOffsetMin: 600 },
			{ id: 'london', utcOffsetMin: 60 }
		]
	).map((metro) => ({
		...metro,
		name: metro.id,
		country: metro.id.slice(0, 2).toUpperCase(),
		continent: 'EU',
		lat: 0,
		lng: 0
	}));
	const sites =
		world.sites ??
		metros.flatMap((_, metro) =>
			[0, 1].map((n) => ({ metro, hosts: [200, 800, 600, 300, 100], score: n - 0.5 }))
		);
	const cells = sites.flatMap((site, index) => site.hosts.map((hosts, c) => ({ site: index, c, hosts })));
	const horizonMin = (world.days ?? 2) * 1440;
	const settings: Setting[] = PARAMETER_IDS.flatMap((parameter) => {
		const value = world.set?.[parameter] ?? VALUES[parameter];
		if (value === undefined) throw new Error(`the small world has no value for '${parameter}'`);
		const scope = { kind: 'world' } as const;
		if (typeof value === 'number') return [{ parameter, scope, value }];
		if (parameterSpec(parameter)?.perClass !== true) throw new Error(`'${parameter}' is not set by class`);
		return HOST_CLASSES.map((hostClass, c) => ({ parameter, scope, hostClass, value: value[c]! }));
	});
	return {
		clock: {
			startMinute: 0,
			startWeekMinute: 4 * 1440 + 240,
			horizonMin,
			spans: [{ untilMin: horizonMin, stepMin: world.stepMin ?? 1 }]
		},
		metros,
		sectors: [{ id: 'retail', unit: 'sales', demandByHour: flat(1 / 24) }],
		organisations: [],
		vendors: [{ id: 'acme' }],
		releases: [{ vendor: 0, atMin: 9, defect: world.defect ?? 'bootCrash' }],
		ringPlans: world.ringPlans ?? [
			{ id: 'all-at-once', rings: [{ share: 1, bakeMin: 0, gatePerMille: null }] }
		],
		dependencies: [],
		habits: [flat(0.97), byDay(0.45, 0.85), byDay(0.2, 0.8), byDay(0.62, 0.88), flat(0.98)].map((hours) => ({
			weekday: hours,
			weekend: hours
		})),
		sites: {
			count: sites.length,
			metro: Uint16Array.from(sites, ({ metro }) => metro),
			sector: new Uint8Array(sites.length),
			group: new Uint8Array(sites.length),
			organisation: new Int16Array(sites.length).fill(-1),
			staffingScore: Float64Array.from(sites, ({ score }) => score ?? 0),
			unitsPerDay: new Float64Array(sites.length).fill(1000),
			cellStart: Int32Array.from({ length: sites.length + 1 }, (_, i) => i * CLASS_COUNT)
		},
		cells: {
			count: cells.length,
			site: Int32Array.from(cells, ({ site }) => site),
			hostClass: Uint8Array.from(cells, ({ c }) => c),
			vendor: new Uint8Array(cells.length),
			hosts: Int32Array.from(cells, ({ hosts }) => hosts)
		},
		settings
	};
}
