import { catches, inSectors, ofVendors, policies, type Mechanism } from '../mechanism.ts';

const HOUR_MIN = 60;
const DAY_MIN = 1440;
const EVERYWHERE = { kind: 'world' } as const;
/** Rings wait an hour where nothing says how long (assumed). */
const RING_MIN = 60;

/** Safe deployment, testing and what an authority does before a release. Strengths are assumed. */
export const DEPLOYMENT: Readonly<Record<string, Mechanism>> = {
	'sd-rings': (own) =>
		policies(own, (adoption) => ({
			ringDuty: adoption,
			firstRingShare: own.value('first-ring') / 100,
			rings: Math.round(own.value('rings')),
			bakeMin: RING_MIN
		})),
	'sd-bake': (own) =>
		policies(own, (adoption) => ({
			bakeMin: RING_MIN + adoption * (Math.max(1, own.value('hours')) - 1) * HOUR_MIN
		})),
	'sd-gates': (own) => [
		...policies(own, (adoption) => ({
			gateDuty: adoption,
			gatePerMille: own.value('failing'),
			gateInstalls: own.value('least-seen')
		})),
		...ofVendors(own, 'rollout.telemetryMin', 0.8)
	],
	// Whoever sells the agent lets customers choose; how many do so is in the measure's share.
	'sd-customer-control': (own) => {
		const share = (own.overall * own.value('share')) / 100;
		const waitsMin = own.value('hours') * HOUR_MIN;
		return [
			{ kind: 'set', parameter: 'update.heldBackShare', scope: EVERYWHERE, value: share },
			{ kind: 'set', parameter: 'update.heldBackMin', scope: EVERYWHERE, value: waitsMin },
			...policies(own, () => ({ heldBackShare: share, heldBackMin: waitsMin }))
		];
	},
	'sd-emergency-lane': (own) =>
		policies(own, (adoption) => ({ laneShare: (adoption * own.value('share')) / 100 })),
	'sd-kill-switch': (own) => [
		// The office outside needs an hour to be told and to decide, beside the halt's own way.
		...policies(own, (adoption) => ({
			outsideHaltDuty: adoption,
			outsideHaltMin: HOUR_MIN + own.value('minutes')
		})),
		...ofVendors(own, 'rollout.haltReachMin', Math.min(1, own.value('minutes') / 5))
	],
	'te-lab': (own) => {
		const covers = own.value('covers') / 100;
		return catches(own, {
			'kernel-crash': 0.5 * covers,
			'slow-response': 0.5 * covers,
			'quarantined-file': 0.6 * covers,
			'one-class': 0.7 * covers,
			'one-region': 0.6 * covers,
			'platform-agent': 0.5 * covers,
			'recovery-keys': 0.6 * covers,
			'agent-failure': 0.5 * covers
		});
	},
	'te-validator': (own) => {
		const checks = own.value('coverage') / 100;
		return catches(own, {
			'kernel-crash': 0.6 * checks,
			'slow-response': 0.6 * checks,
			'one-class': 0.4 * checks,
			'one-region': 0.4 * checks,
			'agent-failure': 0.4 * checks
		});
	},
	'te-fault': (own) => [
		...ofVendors(own, 'rollout.telemetryMin', 1 - 0.15 * Math.min(1.5, own.strictness)),
		...policies(own, (adoption) => ({ decisionFactor: 1 - 0.2 * adoption * own.strictness })),
		...inSectors(own, 'repair.failShare', 1 - 0.25 * own.strictness),
		...inSectors(own, 'repair.reachMin', 1 - 0.1 * own.strictness)
	],
	'go-licence': (own) => [
		...policies(own, (adoption) => ({ waitsMin: adoption * own.value('days') * DAY_MIN })),
		...catches(own, {
			'kernel-crash': 0.2,
			'slow-response': 0.2,
			'quarantined-file': 0.1,
			'platform-agent': 0.2
		})
	]
};
