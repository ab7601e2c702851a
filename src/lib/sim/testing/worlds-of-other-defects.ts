import { HALTED, order, ROLLED_BACK, type Play } from './play.ts';
import { smallModel, type SmallWorld } from './small-model.ts';

const METROS = [
	{ id: 'sydney', utcOffsetMin: 600 },
	{ id: 'london', utcOffsetMin: 60 },
	{ id: 'denver', utcOffsetMin: -360 }
];

type Set = NonNullable<SmallWorld['set']>;

/** Three organisations on three continents, and two days: each play says what its release does. */
function small(world: SmallWorld & { readonly set: Set }): SmallWorld {
	const days = world.days ?? 2;
	return {
		metros: METROS,
		sites: [
			{ metro: 0, hosts: [90, 320, 240, 120, 60], others: [30, 90, 60, 20, 20], score: -0.4, coverage: -0.6 },
			{ metro: 1, hosts: [80, 300, 220, 100, 50], others: [20, 80, 70, 30, 10], score: 0.6, coverage: 0.9 },
			{ metro: 2, hosts: [70, 260, 200, 90, 40], score: 0 }
		],
		spans: [
			{ untilMin: 240, stepMin: 1 },
			{ untilMin: days * 1440, stepMin: 10 }
		],
		...world,
		set: { 'update.pollMin': 30, 'repair.hostsPerTechnician': 80, 'repair.keyStore': 1, ...world.set }
	};
}

/**
 * The agent cuts hosts off by an order of its management plane, at some customers nearly everywhere; the vendor takes it
 * back and lets hosts go one by one, while technicians go to consoles.
 */
export function isolationPlay(set: Set = {}): Play {
	const model = smallModel(
		small({
			defect: 'hostIsolated',
			set: {
				'update.pollMin': 8,
				'update.coverage': 0.5,
				'update.coverageSigma': 2,
				'vendor.letGoMin': 240,
				'repair.communityMin': 60,
				...set
			}
		})
	);
	return { model, orders: [order(70, 'rollout.order', ROLLED_BACK)] };
}

/** The same where hosts that are cut off hear nobody: only a technician at the console brings one back. */
export const deafIsolationPlay = (): Play => isolationPlay({ 'vendor.cutOffReached': 0 });

/** A certificate expires at one minute: agents stop, on hosts that sleep when they wake; a new one comes hours later. */
export function expiryPlay(set: Set = {}): Play {
	const model = smallModel(
		small({
			defect: 'agentStopped',
			releaseMin: 45,
			release: { expires: true },
			set: {
				'update.affectedShare': 0.6,
				'exposure.compromisePerDay': 1.2,
				'exposure.agentUpdateMin': 240,
				'exposure.containMin': 300,
				...set
			}
		})
	);
	return { model, orders: [order(200, 'rollout.order', ROLLED_BACK)] };
}

/** The same where hosts that have lost their agent do not hear the vendor any more. */
export const deafExpiryPlay = (): Play =>
	expiryPlay({ 'vendor.cutOffReached': 0, 'exposure.restoreAgentMin': 900 });

/** Everything is green in both rings; at one minute the defect shows on every host that is on, and on others as they wake. */
export function latePlay(set: Set = {}): Play {
	const model = smallModel(
		small({
			release: { dormantUntilMin: 420 },
			ringPlans: [
				{
					id: 'two-rings',
					rings: [
						{ share: 0.4, bakeMin: 60, gatePerMille: 20 },
						{ share: 0.6, bakeMin: 60, gatePerMille: 20 }
					]
				}
			],
			set: { 'exposure.agentUpdateMin': 200, ...set }
		})
	);
	const orders = [
		order(340, 'rollout.order', HALTED),
		order(360, 'rollout.order', ROLLED_BACK),
		order(480, 'vendor.workaround', 1)
	];
	return { model, orders };
}

/** A system file is taken away at once on some hosts, and on the others by their next scan. */
export function scanPlay(set: Set = {}): Play {
	const model = smallModel(
		small({
			defect: 'systemFileQuarantined',
			release: { dormantUntilMin: 0 },
			set: {
				'update.dormantShare': 0.7,
				'update.dormantMin': 500,
				'exposure.agentUpdateMin': 400,
				...set
			}
		})
	);
	return {
		model,
		orders: [order(60, 'rollout.order', ROLLED_BACK), order(120, 'vendor.workaround', 1)]
	};
}

/** A signed build with a payload that lies still for hours; some hosts are destroyed, the others used. */
export function payloadPlay(set: Set = {}): Play {
	const model = smallModel(
		small({
			defect: 'payload',
			release: { dormantUntilMin: 300 },
			set: {
				'update.dormantMin': 200,
				'exposure.wipedShare': 0.4,
				'exposure.containMin': 500,
				'exposure.breachPerDayUsd': 1500,
				'repair.reimageMin': 150,
				...set
			}
		})
	);
	return {
		model,
		orders: [order(430, 'rollout.order', ROLLED_BACK), order(500, 'vendor.workaround', 1)]
	};
}

/** The owner of the platform updates servers and desks itself, whatever agent they run: they ask for their keys. */
export function platformPlay(set: Set = {}): Play {
	const model = smallModel(
		small({
			defect: 'recoveryKeyAsked',
			release: { vendor: 1, toEveryHost: true, classes: ['server', 'workstation'] },
			set: {
				'update.affectedShare': 0.4,
				'repair.hostsPerKeyDesk': 400,
				'repair.keyMin': 12,
				'repair.keyHandsMin': 5,
				'repair.keyMissingShare': 0.1,
				...set
			}
		})
	);
	return { model, orders: [order(120, 'rollout.order', ROLLED_BACK)] };
}

/** The same, where the update makes hosts crash, and start-up recovery helps once the owner knows what is wrong. */
export function platformCrashPlay(): Play {
	const { model, orders } = platformPlay({ 'platform.bootRecovery': 1, 'vendor.diagnoseMin': 400 });
	const releases = model.releases.map((release) => ({ ...release, defect: 'bootCrash' as const }));
	return { model: { ...model, releases }, orders: [...orders, order(300, 'vendor.workaround', 1)] };
}

/** July in small while the control plane does not answer: the halt waits, no key is given out, no script runs. */
export function controlPlanePlay(set: Set = {}): Play {
	const model = smallModel(
		small({
			moreReleases: [{ vendor: 1, atMin: 20, defect: 'controlPlaneDown' }],
			set: {
				'controlPlane.failingMin': 200,
				'controlPlane.mitigatedMin': 60,
				'controlPlane.herdMin': 100,
				'controlPlane.leaningShare': [0, 0.1, 0.1, 0, 1],
				'update.pollMin': 150,
				'repair.script': 1,
				'repair.communityMin': 60,
				...set
			}
		})
	);
	return { model, orders: [order(90, 'rollout.order', ROLLED_BACK)] };
}

/** A fault that only some hosts meet, by class and country, so that a gate sees it diluted by all the others. */
export function onePartPlay(set: Set = {}): Play {
	const ring = (share: number) => ({ share, bakeMin: 30, gatePerMille: 80 });
	const model = smallModel(
		small({
			release: { classes: ['kiosk', 'laptop'], countries: ['SY', 'DE'] },
			ringPlans: [{ id: 'three-rings', rings: [ring(0.1), ring(0.2), ring(0.7)] }],
			set: { 'rollout.telemetryMin': 8, 'rollout.gateInstalls': 20, 'rollout.gateWatchMin': 600, ...set }
		})
	);
	return {
		model,
		orders: [order(400, 'rollout.order', ROLLED_BACK), order(300, 'vendor.workaround', 1)]
	};
}

/** Half of the agents have moved out of the kernel, desks first. */
export function mixedPlay(set: Set = {}): Play {
	const model = smallModel(
		small({
			set: {
				'update.userModeShare': [0.2, 0.7, 0.6, 0.3, 0],
				'exposure.compromisePerDay': 0.8,
				'exposure.agentUpdateMin': 300,
				...set
			}
		})
	);
	return {
		model,
		orders: [order(87, 'rollout.order', ROLLED_BACK), order(170, 'vendor.workaround', 1)]
	};
}

/** Most agents take their last good content after some failed starts; some of them have moved out of the kernel. */
export function lastGoodPlay(set: Set = {}): Play {
	const model = smallModel(
		small({
			set: {
				'update.lastGoodShare': 0.7,
				'update.lastGoodMin': 25,
				'update.userModeShare': [0, 0.3, 0.3, 0, 0],
				...set
			}
		})
	);
	return {
		model,
		orders: [order(87, 'rollout.order', ROLLED_BACK), order(170, 'vendor.workaround', 1)]
	};
}

/** Start-up recovery is switched on, and reaches a share of the hosts that crash: by class. */
export function reachedByRecoveryPlay(set: Set = {}): Play {
	const model = smallModel(
		small({
			set: {
				'platform.bootRecovery': 1,
				'platform.bootRecoveryMin': 150,
				'platform.bootRecoveryShare': [0.5, 0.6, 0.3, 0.4, 0.7],
				...set
			}
		})
	);
	return {
		model,
		orders: [order(60, 'rollout.order', ROLLED_BACK), order(170, 'vendor.workaround', 1)]
	};
}
