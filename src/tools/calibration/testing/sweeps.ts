import type { Frame } from '../../../lib/sim/observe/frame.ts';
import type { HostClass, Order, Scope } from '../../../lib/sim/model.ts';
import type { OptionalParameterId } from '../../../lib/sim/optional-parameters.ts';
import type { ParameterId } from '../../../lib/sim/parameters.ts';
import { model, order } from './accepted.ts';

/** What a lever is swept over, what it moves and which way. */
export interface Sweep {
	readonly measure: (run: readonly Frame[]) => number;
	/** Whether more of the lever is more or less of the measure; `either`: it moves it, but need not do so one way. */
	readonly moves: 'up' | 'down' | 'either';
	readonly scope?: Scope;
	readonly hostClass?: HostClass;
	/** When it is set: after what the record sets itself. */
	readonly atMin?: number;
	/** In force beside it. */
	readonly beside?: readonly Order[];
	/** Ascending; left out: points over the whole range of the parameter. */
	readonly values?: readonly number[];
}

type Measure = Sweep['measure'];
const end = (run: readonly Frame[]) => run[run.length - 1]!;
const down: Measure = (run) => run.reduce((sum, { world }) => sum + world.down, 0);
const waitForKeys: Measure = (run) => run.reduce((sum, { world }) => sum + world.counts.waitingForKey, 0);
const crashed: Measure = (run) => end(run).world.everCrashed;
const stillDown: Measure = (run) => end(run).world.down;
const loss: Measure = (run) => end(run).lossCents;
const compromised: Measure = (run) => end(run).world.everCompromised;
const cloudDown: Measure = (run) => run.reduce((sum, { byClass }) => sum + byClass.cloud!.down, 0);
const flightsLost: Measure = (run) => end(run).services.airlines!.lostUnits;
const proceduresLost: Measure = (run) => end(run).services.hospitals!.lostUnits;
const trust: Measure = (run) => end(run).releases[0]!.trust.customers;
const ofAltamark: Measure = (run) => end(run).byOrganisation['altamark-airways']!.everCrashed;
/** Services in a state, over the frames. */
const inState =
	(state: string): Measure =>
	(run) =>
		run.reduce(
			(sum, { services }) =>
				sum + Object.values(services).reduce((all, { states }) => all + states[state]!, 0),
			0
		);

const airlines: Scope = { kind: 'sector', id: 'airlines' };
const hospitals: Scope = { kind: 'sector', id: 'hospitals' };
const altamark: Scope = { kind: 'organisation', id: 'altamark-airways' };

/** For Altamark once more, after the record's check-in on paper has set its own. */
const CREWS_IN_PLACE: readonly Order[] = [
	order('service.disruption', 0, 0, airlines),
	order('service.disruption', 0, 240, altamark)
];

const plan = (id: string) =>
	order(
		'rollout.plan',
		model.ringPlans.findIndex((one) => one.id === id)
	);
const CANARY = plan('canary-hour');
/** A vendor that takes back other content first, and whoever has given that order. */
const MISLED = [order('rollout.misledShare', 1), order('rollout.order', 3, 20)];
const CERTAIN_LATE = order('rollout.certainMin', 60);
const USER_MODE = order('update.component', 1);
/** Nobody finds the remedy but the vendor, and it offers one as soon as it can. */
const VENDOR_ALONE = [order('repair.communityMin', 525_600), order('vendor.workaround', 1, 15)];
const LENDING = order('repair.mutualAidShare', 0.05);
const BARE = order('repair.removeAgentShare', 0.5);

/** By parameter: no lever is left out that July 2024 has. */
export const SWEEPS: Readonly<Record<ParameterId, Sweep> & Partial<Record<OptionalParameterId, Sweep>>> = {
	'activity.churnMin': { measure: crashed, moves: 'down' },
	'activity.stayOff': { measure: crashed, moves: 'down' },
	'update.pollMin': { measure: crashed, moves: 'down' },
	'update.fetchMin': { measure: crashed, moves: 'down' },
	'update.affectedShare': { measure: crashed, moves: 'up' },
	'update.coverage': { measure: crashed, moves: 'up' },
	// Spread moves hosts from some organisations to others; what comes of it hangs on where the others stand.
	'update.coverageSigma': { measure: crashed, moves: 'either' },
	'update.component': { measure: crashed, moves: 'down' },
	'update.heldBackShare': { measure: crashed, moves: 'down' },
	'update.heldBackMin': { measure: crashed, moves: 'down', beside: [order('update.heldBackShare', 0.5)] },

	'rollout.plan': { measure: crashed, moves: 'either' },
	'rollout.order': { measure: crashed, moves: 'either', atMin: 20 },
	'rollout.haltReachMin': { measure: crashed, moves: 'up' },
	'rollout.telemetryMin': { measure: crashed, moves: 'up', beside: [CANARY] },
	'rollout.silenceMin': { measure: crashed, moves: 'up', beside: [CANARY] },
	'rollout.gateInstalls': { measure: crashed, moves: 'up', beside: [CANARY] },
	// So large a sample comes together only after the second ring has opened and baked.
	'rollout.gateWatchMin': {
		measure: crashed,
		moves: 'down',
		beside: [CANARY, order('rollout.gateInstalls', 300_000)]
	},
	// Noise decides where crashes show so slowly that the gate is near its limit for an hour.
	'rollout.telemetryNoise': {
		measure: crashed,
		moves: 'either',
		beside: [CANARY, order('rollout.silenceMin', 4000)]
	},

	'vendor.noticeCrashes': { measure: down, moves: 'up', beside: VENDOR_ALONE },
	'vendor.diagnoseMin': { measure: down, moves: 'up', beside: VENDOR_ALONE },
	'vendor.workaround': { measure: down, moves: 'down', atMin: 60 },
	'vendor.automatedFix': { measure: down, moves: 'down', atMin: 120 },
	'vendor.automatedFixMin': { measure: down, moves: 'up' },
	'vendor.statement': { measure: trust, moves: 'either', atMin: 60 },

	'platform.bootRecovery': { measure: down, moves: 'down' },
	'platform.bootRecoveryMin': { measure: down, moves: 'up', beside: [order('platform.bootRecovery', 1)] },
	'platform.recoveryTool': { measure: down, moves: 'down', atMin: 120 },
	'platform.recoveryToolSavesShare': { measure: down, moves: 'down' },

	'repair.communityMin': { measure: down, moves: 'up' },
	'repair.rebootRaceMin': { measure: down, moves: 'up' },
	'repair.rebootsForMin': { measure: down, moves: 'down' },
	'repair.reachMin': { measure: down, moves: 'up' },
	'repair.outOfReachShare': { measure: down, moves: 'up' },
	'repair.outOfReachMin': { measure: down, moves: 'up' },
	'repair.setupMin': { measure: down, moves: 'up' },
	// People at consoles are missing at desks.
	'repair.consoleShare': { measure: down, moves: 'either' },
	'repair.script': { measure: cloudDown, moves: 'down', atMin: 120 },
	'repair.scriptMin': { measure: cloudDown, moves: 'up' },
	'repair.hostsPerTechnician': { measure: down, moves: 'up' },
	// The median stays, so more spread also means more technicians: what surely grows is the tail of the worst staffed.
	'repair.staffingSigma': { measure: stillDown, moves: 'up' },
	'repair.nightShare': { measure: down, moves: 'down' },
	'repair.weekendShare': { measure: down, moves: 'down' },
	'repair.handsMin': { measure: down, moves: 'up' },
	'repair.failShare': { measure: down, moves: 'up' },
	'repair.encryptedShare': { measure: down, moves: 'up' },
	'repair.keyMin': { measure: down, moves: 'up' },
	'repair.hostsPerKeyDesk': { measure: down, moves: 'up' },
	'repair.keyHandsMin': { measure: down, moves: 'up' },
	'repair.keyMissingShare': { measure: down, moves: 'up' },
	'repair.rebuildMin': { measure: down, moves: 'up' },
	'repair.keyStore': { measure: waitForKeys, moves: 'down' },
	'repair.order': { measure: proceduresLost, moves: 'either' },
	'repair.mutualAidShare': { measure: down, moves: 'down' },
	'repair.aidDelayMin': { measure: down, moves: 'up', beside: [LENDING] },
	'repair.aidPerTechnician': { measure: down, moves: 'down', beside: [LENDING] },
	'repair.aidHourUsd': { measure: loss, moves: 'up', beside: [LENDING] },
	'repair.removeAgentShare': { measure: compromised, moves: 'up' },
	'repair.removeAgentSavesShare': { measure: down, moves: 'down', beside: [BARE] },

	'exposure.restoreAgentMin': { measure: compromised, moves: 'up', beside: [BARE] },
	'exposure.agentUpdateMin': { measure: compromised, moves: 'up', beside: [USER_MODE] },
	'exposure.compromisePerDay': { measure: compromised, moves: 'up' },
	'exposure.phishingFactor': { measure: compromised, moves: 'up', beside: [BARE], atMin: 2000 },
	'exposure.containMin': { measure: loss, moves: 'up', beside: [BARE] },
	'exposure.breachPerDayUsd': { measure: loss, moves: 'up' },

	'fleet.secondVendorShare': { measure: ofAltamark, moves: 'down', scope: altamark },

	// Only proportions between classes count.
	'service.criticality': { measure: flightsLost, moves: 'either', scope: airlines, hostClass: 'server' },
	'service.halfDownShare': { measure: flightsLost, moves: 'down', scope: airlines },
	'service.restartMin': { measure: flightsLost, moves: 'up', scope: airlines },
	'service.manualShare': { measure: proceduresLost, moves: 'down', scope: hospitals },
	'service.manualSetupMin': { measure: proceduresLost, moves: 'up', scope: hospitals },
	// While a backlog keeps crews out of place, more that waits can cost more; without that it cannot.
	'service.deferShare': { measure: flightsLost, moves: 'down', scope: airlines, beside: CREWS_IN_PLACE },
	'service.patienceMin': { measure: flightsLost, moves: 'down', scope: airlines, beside: CREWS_IN_PLACE },
	'service.shedShare': { measure: flightsLost, moves: 'either', scope: airlines },
	'service.shedPerUnitUsd': { measure: loss, moves: 'up', beside: [order('service.shedShare', 0.3)] },
	'service.slackShare': { measure: flightsLost, moves: 'down', scope: airlines },
	'service.disruption': { measure: flightsLost, moves: 'up', scope: airlines },
	'service.disruptionHours': {
		measure: flightsLost,
		moves: 'down',
		scope: airlines,
		beside: [order('service.disruption', 0.5, 0, airlines)]
	},
	'service.lossPerUnitUsd': { measure: loss, moves: 'up' },
	'service.delayPerUnitUsd': { measure: loss, moves: 'up' },
	'service.hostCostUsd': { measure: loss, moves: 'up' },
	// What counts as normal early no longer counts as working by hand: near 0 that moves some the other way.
	'service.normalAbove': { measure: inState('normal'), moves: 'either' },
	'service.downBelow': { measure: inState('down'), moves: 'up' },

	'trust.harmPerDay': { measure: trust, moves: 'down' },
	'trust.unprotectedWeight': {
		measure: trust,
		moves: 'down',
		beside: [USER_MODE, order('exposure.agentUpdateMin', 14_400)]
	},
	'trust.mendMin': { measure: trust, moves: 'down' },

	'update.firstRingShare': { measure: crashed, moves: 'up', beside: [CANARY] },
	// Drawn once a seed: from some value on it is so.
	'rollout.misledShare': {
		measure: crashed,
		moves: 'up',
		beside: [CERTAIN_LATE, order('rollout.order', 3, 20)]
	},
	'rollout.certainMin': { measure: crashed, moves: 'up', beside: MISLED },
	'rollout.mistakeMin': { measure: crashed, moves: 'up', beside: [CERTAIN_LATE, ...MISLED] },
	'trust.doubtShare': {
		measure: trust,
		moves: 'down',
		beside: [CERTAIN_LATE, order('rollout.order', 3, 20)]
	},
	'trust.mistakeShare': {
		measure: trust,
		moves: 'down',
		// The mistake is found before the record’s order comes.
		beside: [CERTAIN_LATE, order('rollout.mistakeMin', 5), ...MISLED]
	}
};
