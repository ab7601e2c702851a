import { LIVE, order, PAUSED, ROLLED_BACK, type Play } from './play.ts';
import { smallModel } from './small-model.ts';

const METROS = [
	{ id: 'sydney', utcOffsetMin: 600 },
	{ id: 'delhi', utcOffsetMin: 330 },
	{ id: 'london', utcOffsetMin: 60 },
	{ id: 'denver', utcOffsetMin: -360 }
];

/**
 * July 2024 in small: kernel mode, everyone at once, reverted after 78 minutes, a workaround later. Four sites on four
 * continents, unequally staffed.
 */
export function plainPlay(set: Readonly<Record<string, number>> = {}): Play {
	const model = smallModel({
		metros: METROS,
		sites: [
			{ metro: 0, hosts: [120, 420, 330, 160, 70], score: -0.6 },
			{ metro: 1, hosts: [60, 300, 240, 80, 40], others: [30, 100, 60, 20, 10], score: 0.7 },
			{ metro: 2, hosts: [90, 380, 300, 120, 60], score: 0.1 },
			{ metro: 3, hosts: [100, 340, 260, 150, 50], others: [10, 60, 50, 30, 5], score: -0.1 }
		],
		days: 3,
		spans: [
			{ untilMin: 300, stepMin: 1 },
			{ untilMin: 1440, stepMin: 5 },
			{ untilMin: 4320, stepMin: 15 }
		],
		set: {
			'update.pollMin': 40,
			'repair.hostsPerTechnician': 80,
			'repair.keyStore': 1,
			...set
		}
	});
	return { model, orders: [order(87, 'rollout.order', 3), order(170, 'vendor.workaround', 1)] };
}

/**
 * Everything that the plain play leaves out: two rings and customers who take content late, keys on the own servers,
 * agents left out of three repairs in ten and attackers about, servers first, technicians lent within a metro, a
 * service that depends on another, an automated fix, and a named organisation with staff of its own.
 */
export function richPlay(set: Readonly<Record<string, number>> = {}): Play {
	const model = smallModel({
		metros: METROS.slice(0, 3),
		sectors: ['retail', 'banks'],
		dependencies: [{ sector: 0, on: 1, weight: 0.6 }],
		organisations: [{ id: 'harbour-bank', sector: 1 }],
		sites: [
			{ metro: 0, hosts: [160, 300, 200, 90, 40], score: -0.5 },
			{ metro: 0, hosts: [120, 260, 160, 0, 60], score: 1.2, sector: 1, organisation: 0 },
			{ metro: 1, hosts: [100, 320, 240, 80, 30], others: [20, 50, 40, 10, 5], score: 0 },
			{ metro: 1, hosts: [90, 200, 150, 20, 50], score: 0.4, sector: 1 },
			{ metro: 2, hosts: [130, 360, 260, 100, 40], score: -0.9 },
			{ metro: 2, hosts: [80, 140, 90, 10, 30], score: 0.9, sector: 1 }
		],
		days: 2,
		spans: [
			{ untilMin: 240, stepMin: 1 },
			{ untilMin: 1440, stepMin: 5 },
			{ untilMin: 2880, stepMin: 15 }
		],
		ringPlans: [
			{
				id: 'two-rings',
				rings: [
					{ share: 0.3, bakeMin: 40, gatePerMille: null },
					{ share: 0.7, bakeMin: 30, gatePerMille: null }
				]
			}
		],
		set: {
			'update.pollMin': 20,
			'update.heldBackShare': 0.25,
			'update.heldBackMin': 60,
			'rollout.haltReachMin': 6,
			'repair.hostsPerTechnician': 70,
			'repair.keyStore': 0,
			'repair.order': 1,
			'repair.removeAgentShare': 0.3,
			'repair.mutualAidShare': 0.5,
			'repair.script': 1,
			'exposure.compromisePerDay': 0.1,
			'exposure.phishingFactor': 2,
			'exposure.containMin': 600,
			'exposure.breachPerDayUsd': 2000,
			'service.shedShare': 0.15,
			...set
		},
		settings: [
			{
				parameter: 'repair.hostsPerTechnician',
				scope: { kind: 'organisation', id: 'harbour-bank' },
				value: 40
			}
		]
	});
	const orders = [
		order(100, 'rollout.order', 2),
		order(130, 'rollout.order', 3),
		order(150, 'vendor.workaround', 1),
		order(700, 'vendor.automatedFix', 1)
	];
	return { model, orders };
}

/**
 * A component in user mode: no host crashes, agents fail until the release is rolled back, attackers use the gap, and
 * hosts that they held are set up afresh by hand.
 */
export function userModePlay(set: Readonly<Record<string, number>> = {}): Play {
	const model = smallModel({
		metros: METROS.slice(1, 4),
		sites: [
			{ metro: 0, hosts: [60, 200, 160, 60, 40], score: -0.4 },
			{ metro: 1, hosts: [90, 260, 180, 80, 30], score: 0.5 },
			{ metro: 1, hosts: [50, 220, 140, 60, 30], score: -1 },
			{ metro: 2, hosts: [70, 240, 180, 70, 40], score: 0 }
		],
		defect: 'agentFailure',
		days: 2,
		spans: [
			{ untilMin: 240, stepMin: 1 },
			{ untilMin: 2880, stepMin: 10 }
		],
		set: {
			'update.component': 1,
			'update.pollMin': 30,
			'exposure.compromisePerDay': 1.5,
			'exposure.agentUpdateMin': 300,
			'exposure.containMin': 180,
			'repair.hostsPerTechnician': 150,
			...set
		}
	});
	return { model, orders: [order(120, 'rollout.order', 2), order(200, 'rollout.order', 3)] };
}

/** Technicians on loan within a metro: they come late, need guides, and cost; who is not in the agreement gets none. */
export function aidPlay(): Play {
	const { model, orders } = richPlay({
		'repair.mutualAidShare': 0.6,
		'repair.aidDelayMin': 90,
		'repair.aidPerTechnician': 1.5,
		'repair.aidHourUsd': 150
	});
	const banks = { kind: 'sector', id: 'banks' } as const;
	const apart = order(0, 'repair.mutualAidShare', 0, { kind: 'organisation', id: 'harbour-bank' });
	return { model, orders: [order(0, 'repair.mutualAidShare', 0.9, banks), apart, ...orders] };
}

/** July 2024 in small where keys are short: few people give them out, servers that hold them are down, some are missing. */
export function keysPlay(): Play {
	return plainPlay({
		'repair.encryptedShare': 0.6,
		'repair.hostsPerKeyDesk': 500,
		'repair.keyMin': 15,
		'repair.keyHandsMin': 6,
		'repair.keyMissingShare': 0.1,
		'repair.keyStore': 0
	});
}

/**
 * A health gate that wants a sample, is told late of crashes, and stops the last ring only after that has baked; the
 * vendor takes the release back half a day later.
 */
export function gatedPlay(): Play {
	const hosts = [60, 300, 240, 120, 40];
	const model = smallModel({
		metros: METROS.slice(0, 2),
		sites: [0, 0, 1, 1].map((metro, site) => ({ metro, hosts, score: site % 2 === 0 ? 0.4 : -0.4 })),
		days: 2,
		spans: [
			{ untilMin: 240, stepMin: 1 },
			{ untilMin: 2880, stepMin: 10 }
		],
		ringPlans: [
			{
				id: 'tenth-first',
				rings: [
					{ share: 0.1, bakeMin: 20, gatePerMille: 300 },
					{ share: 0.9, bakeMin: 0, gatePerMille: 300 }
				]
			}
		],
		set: {
			'update.pollMin': 90,
			'rollout.telemetryMin': 15,
			'rollout.silenceMin': 20,
			'rollout.gateInstalls': 120,
			'rollout.gateWatchMin': 600,
			'repair.hostsPerTechnician': 60
		}
	});
	return { model, orders: [order(700, 'rollout.order', ROLLED_BACK), order(300, 'vendor.workaround', 1)] };
}

/**
 * A rollout that is paused in its first ring and goes on ten hours later, when other people are awake; banks were told
 * to leave hosts off in the meantime.
 */
export function pausedPlay(): Play {
	const hosts = [40, 260, 220, 90, 20];
	const model = smallModel({
		metros: METROS,
		sectors: ['retail', 'banks'],
		sites: METROS.flatMap((_, metro) => [
			{ metro, hosts, score: 0.3 },
			{ metro, hosts, score: -0.3, sector: 1 }
		]),
		days: 2,
		spans: [
			{ untilMin: 60, stepMin: 1 },
			{ untilMin: 2880, stepMin: 10 }
		],
		ringPlans: [
			{
				id: 'halves',
				rings: [
					{ share: 0.5, bakeMin: 60, gatePerMille: null },
					{ share: 0.5, bakeMin: 0, gatePerMille: null }
				]
			}
		],
		set: { 'update.pollMin': 80, 'rollout.haltReachMin': 7, 'repair.hostsPerTechnician': 60 }
	});
	const orders = [
		order(50, 'rollout.order', PAUSED),
		order(120, 'activity.stayOff', 1, { kind: 'sector', id: 'banks' }),
		order(600, 'rollout.order', LIVE),
		order(700, 'rollout.order', ROLLED_BACK),
		order(800, 'vendor.workaround', 1)
	];
	return { model, orders };
}

/** Organisations that differ in how many of their hosts meet the defect, in size and in whom they can reach. */
export function unequalPlay(set: Readonly<Record<string, number | readonly number[]>> = {}): Play {
	const model = smallModel({
		metros: METROS.slice(1),
		sites: [
			{ metro: 0, hosts: [160, 500, 400, 150, 80], score: -0.4, coverage: 1.1, size: 1 },
			{ metro: 1, hosts: [120, 460, 360, 120, 60], score: 0.5, coverage: -0.8, size: -1 },
			{ metro: 2, hosts: [140, 420, 380, 160, 70], score: 0, coverage: 0.2 }
		],
		days: 5,
		spans: [
			{ untilMin: 240, stepMin: 1 },
			{ untilMin: 1440, stepMin: 10 },
			{ untilMin: 7200, stepMin: 30 }
		],
		set: {
			'update.coverage': [0.7, 0.4, 0.4, 0.5, 0.6],
			'update.coverageSigma': 1.2,
			'repair.hostsPerTechnician': 90,
			'repair.consoleShare': 0.25,
			'repair.outOfReachShare': [0.02, 0.1, 0.3, 0.2, 0],
			'repair.outOfReachMin': 600,
			'repair.setupMin': 90,
			...set
		}
	});
	return { model, orders: [order(87, 'rollout.order', ROLLED_BACK), order(170, 'vendor.workaround', 1)] };
}

/**
 * Two rings of which some organisations take the first with most of their hosts, and a vendor whose signal may point at
 * other content: its order to take the release back is then late.
 */
export function doubtfulPlay(): Play {
	const { model, orders } = richPlay({
		'update.firstRingShare': 0.7,
		'rollout.misledShare': 0.5,
		'rollout.certainMin': 40,
		'rollout.mistakeMin': 30
	});
	return { model, orders: [order(30, 'rollout.order', ROLLED_BACK), ...orders] };
}
