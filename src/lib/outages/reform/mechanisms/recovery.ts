import { HOST_CLASSES, type HostClass } from '../../../sim/model.ts';
import type { Change } from '../change.ts';
import { everywhereBy, inSectors, partly, policies, type Adopted, type Mechanism } from '../mechanism.ts';

/** Share of hosts on which start-up recovery is switched on that know a network at their start (assumed). */
const KNOW_A_NETWORK: Readonly<Record<HostClass, number>> = {
	server: 0.6,
	workstation: 0.7,
	laptop: 0.35,
	kiosk: 0.5,
	cloud: 0.8
};
/** The model's means are over all hosts; those that it reaches at all ask within the hour (assumed). */
const ASK_SOONER = 1 / 120;
/** Minutes that a failed start takes: it loads, crashes and writes down what was in memory (assumed). */
const FAILED_START_MIN = 5;
/** What is switched on at all is on where at least half of a sector does it. */
const MOST_DO = 0.5;

function flags({ sectors }: Adopted, parameter: string, value: number): Change[] {
	return [...sectors]
		.filter(([, adoption]) => adoption >= MOST_DO)
		.map(([id]) => ({ kind: 'set', parameter, scope: { kind: 'sector', id }, value }));
}

/** How hosts, services and people come back. Strengths are assumed. */
export const RECOVERY: Readonly<Record<string, Mechanism>> = {
	're-selfheal': (own) => {
		const share = (own.overall * own.value('share')) / 100;
		if (share === 0) return [];
		return [
			{ kind: 'set', parameter: 'platform.bootRecovery', scope: { kind: 'world' }, value: 1 },
			{
				kind: 'factor',
				parameter: 'platform.bootRecoveryMin',
				scope: { kind: 'world' },
				value: ASK_SOONER
			},
			...HOST_CLASSES.map((hostClass): Change => ({
				kind: 'set',
				parameter: 'platform.bootRecoveryShare',
				scope: { kind: 'world' },
				hostClass,
				value: share * KNOW_A_NETWORK[hostClass]
			}))
		];
	},
	're-oob': (own) => {
		const share = own.value('share') / 100;
		return [
			...inSectors(own, 'repair.reachMin', 1 - 0.6 * share, 'server'),
			...inSectors(own, 'repair.handsMin', 1 - 0.3 * share, 'server'),
			...inSectors(own, 'repair.outOfReachShare', 1 - 0.9 * share, 'server')
		];
	},
	're-keys': (own) => [
		...flags(own, 'repair.keyStore', 1),
		...inSectors(own, 'repair.keyMin', Math.min(1, own.value('wait') / 20)),
		...inSectors(own, 'repair.hostsPerKeyDesk', 0.6)
	],
	're-media': (own) => {
		const sites = own.value('sites') / 100;
		return [
			...inSectors(own, 'repair.handsMin', 1 - 0.25 * sites),
			...inSectors(own, 'repair.outOfReachShare', 1 - 0.4 * sites)
		];
	},
	're-last-good': (own) =>
		policies(own, (adoption) => ({
			lastGoodShare: (adoption * own.value('agents')) / 100,
			lastGoodMin: own.value('starts') * FAILED_START_MIN
		})),
	'co-manual': (own) => [
		...inSectors(own, 'service.manualShare', 1 + 0.5 * own.strictness),
		...inSectors(own, 'service.manualSetupMin', 1 - 0.4 * Math.min(1.5, own.strictness))
	],
	'co-standby': (own) => {
		const core = own.value('core') / 100;
		return [
			...inSectors(own, 'service.halfDownShare', 1 + 1.5 * core),
			...inSectors(own, 'service.restartMin', 1 - core),
			...inSectors(own, 'service.disruption', 1 - core)
		];
	},
	'co-mutual-aid': (own) => [
		...[...own.sectors]
			.filter(([, adoption]) => adoption > 0)
			.map(([id, adoption]): Change => ({
				kind: 'set',
				parameter: 'repair.mutualAidShare',
				scope: { kind: 'sector', id },
				value: (adoption * own.value('hands')) / 100
			})),
		...everywhereBy(own, 'repair.aidDelayMin', Math.min(1, own.value('hours') / 12))
	],
	'co-reserve': (own) => everywhereBy(own, 'repair.staffingSigma', 1 - 0.1 * own.strictness),
	'in-register': (own) => [
		...flags(own, 'repair.order', 1),
		...everywhereBy(own, 'repair.aidDelayMin', partly(own.value('covers') / 100, 0.7))
	]
};
