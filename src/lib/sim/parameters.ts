import type { Component } from './machines/host.ts';
import {
	isOptional,
	OPTIONAL_PARAMETERS,
	OPTIONAL_PARAMETER_IDS,
	type OptionalParameterId
} from './optional-parameters.ts';
import { choice, flag, mean, share, type ParameterSpec } from './parameter-spec.ts';

export type { ParameterSpec };

/**
 * The closed list of everything a decision can set: parameters of the model and mechanisms that can be switched.
 * A decision sets levers; nothing ever multiplies an outcome. Values, ranges for fitting and sources are data of the
 * scenario; what stands here is the meaning.
 */

export const ROLLOUT_ORDERS = ['live', 'paused', 'halted', 'rolledBack'] as const;
export const COMPONENTS = ['kernel', 'user'] as const satisfies readonly Component[];
export const STATEMENTS = ['silent', 'acknowledged', 'explained', 'apologised', 'denied'] as const;
export const REPAIR_ORDERS = ['asTheyCome', 'serversFirst', 'kiosksFirst', 'laptopsFirst'] as const;
export const KEY_STORES = ['onOwnServers', 'elsewhere'] as const;

export const PARAMETERS = {
	'activity.churnMin': {
		...mean('world', 'Mean time until a host, left to itself, is switched on or off'),
		perClass: true
	},
	'activity.stayOff': flag('group', 'Staff are told not to switch on hosts that are off'),

	'update.pollMin': mean('vendor', 'Mean time between a host’s looks for new content'),
	'update.fetchMin': mean('vendor', 'Mean time from a look to content in use'),
	'update.affectedShare': {
		...share('vendor', 'Share of hosts whose agent and system version the defect hits'),
		perClass: true
	},
	'update.coverage': {
		...share(
			'group',
			'Share of hosts that meet the defect in an organisation of median coverage: what it runs the agent on, and on which system'
		),
		perClass: true
	},
	'update.coverageSigma': {
		owner: 'group',
		unit: 'number',
		min: 0,
		max: 4,
		meaning:
			'Spread of coverage between organisations (standard deviation of the logarithm of covered hosts for each one not covered)'
	},
	'update.component': choice('vendor', COMPONENTS, 'Where the component that reads the content runs'),
	'update.heldBackShare': share('group', 'Share of hosts on a policy that takes content late'),
	'update.heldBackMin': mean('group', 'How late that policy takes content', 0),

	'rollout.plan': choice('vendor', [], 'The ring plan'),
	'rollout.order': choice('vendor', ROLLOUT_ORDERS, 'What the vendor orders its delivery network to do'),
	'rollout.haltReachMin': mean('vendor', 'Time until a halt has reached the delivery network', 0),
	'rollout.telemetryMin': mean(
		'vendor',
		'Mean delay with which reports of hosts show in the vendor’s health signal'
	),
	'rollout.silenceMin': mean(
		'vendor',
		'Mean time until a host that fell silent counts as a crash, before its report is under way',
		0
	),
	'rollout.gateInstalls': {
		owner: 'vendor',
		unit: 'hosts',
		min: 0,
		max: 1e9,
		meaning: 'Installs in the health signal from which on a health gate judges'
	},
	'rollout.gateWatchMin': mean(
		'vendor',
		'Time that the last ring’s health gate goes on looking after its bake time',
		0
	),
	'rollout.telemetryNoise': {
		owner: 'vendor',
		unit: 'share',
		min: 0,
		max: 5,
		meaning: 'Relative noise of the health signal (one standard deviation)'
	},

	'vendor.noticeCrashes': {
		owner: 'vendor',
		unit: 'hosts',
		min: 1,
		max: 1e9,
		meaning: 'Crashes in the health signal at which the vendor starts to look for the fault'
	},
	'vendor.diagnoseMin': mean(
		'vendor',
		'Time from the start of that, or from a stop of the release, until the vendor knows the fault and can offer a way back',
		0
	),
	'vendor.workaround': flag('vendor', 'A manual workaround is published, once the fault is known'),
	'vendor.automatedFix': flag(
		'vendor',
		'An automated fix, delivered while a host restarts, is offered, once the fault is known'
	),
	'vendor.automatedFixMin': mean('vendor', 'Mean time for the automated fix to bring back a crashed host'),
	'vendor.statement': choice('vendor', STATEMENTS, 'What the vendor says in public'),

	'platform.bootRecovery': flag(
		'world',
		'Hosts that fail to start fetch a fix from the platform owner by themselves'
	),
	'platform.bootRecoveryMin': { ...mean('world', 'Mean time for such a start-up recovery'), perClass: true },
	'platform.recoveryTool': flag('world', 'A bootable recovery tool is available to technicians'),
	'platform.recoveryToolSavesShare': share('world', 'Share of the hands-on time that the tool saves'),

	'repair.communityMin': mean(
		'group',
		'Time after the first crashes until staff find a workaround without the vendor',
		0
	),
	'repair.rebootRaceMin': mean(
		'group',
		'Mean time for a crashed host to fetch the reverted content while it restarts again and again'
	),
	'repair.rebootsForMin': mean(
		'group',
		'Mean time that a crashed host goes on restarting by itself before it stops at its recovery screen'
	),
	'repair.reachMin': {
		...mean(
			'group',
			'Mean time until a crashed host is diagnosed and a technician, or a console, gets to it'
		),
		perClass: true
	},
	'repair.outOfReachShare': {
		...share(
			'group',
			'Share of crashed hosts that nobody can get to at once: at a branch without a technician, at home, or not found before somebody comes to work'
		),
		perClass: true
	},
	'repair.outOfReachMin': mean(
		'group',
		'Mean working time (Monday to Friday, 07:00 to 20:00) until somebody gets to a host that was out of reach'
	),
	'repair.setupMin': mean(
		'group',
		'Effort of an organisation of middle size before its first repair, once the remedy is known; small ones need twice as long, large ones half',
		0
	),
	'repair.consoleShare': share(
		'group',
		'Share of technicians who are a team of their own, at consoles, for servers and cloud hosts; 0: one team does everything'
	),
	'repair.script': flag('group', 'Cloud hosts are repaired by script instead of by hand'),
	'repair.scriptMin': mean('group', 'Mean time for the script to reach a cloud host'),
	'repair.hostsPerTechnician': {
		owner: 'group',
		unit: 'hosts',
		min: 0.1,
		max: 1e9,
		meaning: 'Hosts for each technician in an organisation of median staffing'
	},
	'repair.staffingSigma': {
		owner: 'world',
		unit: 'number',
		min: 0,
		max: 4,
		meaning: 'Spread of staffing between organisations (standard deviation of the logarithm)'
	},
	'repair.nightShare': {
		...share('group', 'Technicians at work at night (20:00 to 07:00), as a share of the day’s'),
		max: 2
	},
	'repair.weekendShare': {
		...share('group', 'Technicians at work at the weekend, as a share of a weekday’s'),
		max: 2
	},
	'repair.handsMin': { ...mean('group', 'Hands-on time for one host'), perClass: true },
	'repair.failShare': share('group', 'Share of repairs that must be done again'),
	'repair.encryptedShare': {
		...share('group', 'Share of hosts whose disk needs a recovery key'),
		perClass: true
	},
	'repair.keyMin': mean('group', 'Mean time in which one person at the help desk gives out one recovery key'),
	'repair.hostsPerKeyDesk': {
		owner: 'group',
		unit: 'hosts',
		min: 0.001,
		max: 1e9,
		meaning:
			'Hosts for each person at the help desk who gives out recovery keys, in an organisation of median staffing'
	},
	'repair.keyHandsMin': mean('group', 'Hands-on time that typing a recovery key adds', 0),
	'repair.keyMissingShare': share('group', 'Share of recovery keys that are wrong or that nobody has'),
	'repair.rebuildMin': mean(
		'group',
		'Hands-on time to set up afresh a host whose recovery key is missing',
		0
	),
	'repair.keyStore': choice('group', KEY_STORES, 'Where recovery keys are kept'),
	'repair.order': choice('group', REPAIR_ORDERS, 'Which hosts technicians repair first'),
	'repair.mutualAidShare': share(
		'group',
		'Share of idle technicians that organisations of an agreement lend one another in a metro; 0: not in it'
	),
	'repair.aidDelayMin': mean(
		'world',
		'Mean time from a need until a lent technician is at work there: agreed on, let in, on the way',
		0
	),
	'repair.aidPerTechnician': {
		owner: 'group',
		unit: 'number',
		min: 0,
		max: 1e9,
		meaning: 'Lent technicians that each technician of an organisation can guide: they do not know its hosts'
	},
	'repair.aidHourUsd': {
		owner: 'group',
		unit: 'usd',
		min: 0,
		max: 10_000,
		meaning: 'Price of an hour of a lent technician, paid by whom it helps'
	},
	'repair.removeAgentShare': share('group', 'Share of repairs that bring a host back without its agent'),
	'repair.removeAgentSavesShare': share('group', 'Share of the hands-on time saved by leaving the agent out'),

	'exposure.restoreAgentMin': mean('group', 'Mean time until a host without agent is protected again'),
	'exposure.agentUpdateMin': mean('group', 'Mean time until an agent that failed takes the fix'),
	'exposure.compromisePerDay': {
		owner: 'group',
		unit: 'perDay',
		min: 0,
		max: 10,
		meaning: 'Compromises a day for each unprotected host'
	},
	'exposure.phishingFactor': {
		owner: 'world',
		unit: 'number',
		min: 0,
		max: 100,
		meaning: 'Attackers’ activity in the wake of the outage, relative to an ordinary day'
	},
	'exposure.containMin': mean('group', 'Mean time until a compromised host is found and isolated'),
	'exposure.breachPerDayUsd': {
		owner: 'group',
		unit: 'usd',
		min: 0,
		max: 1e9,
		meaning: 'Expected harm of a compromised host for each day until it is found'
	},

	'fleet.secondVendorShare': {
		...share('group', 'Share of a named organisation’s hosts moved to a second vendor'),
		before: true
	},

	'service.criticality': {
		owner: 'group',
		unit: 'number',
		min: 0,
		max: 1,
		perClass: true,
		meaning: 'Weight of a class of hosts in the service'
	},
	'service.halfDownShare': {
		...share('group', 'Weighted share of hosts down at which the service has lost about half'),
		min: 0.01
	},
	'service.restartMin': mean('group', 'Mean time for a service to come up again once its hosts are back'),
	'service.manualShare': share('group', 'Output that manual procedures sustain'),
	'service.manualSetupMin': mean('group', 'Time to switch to manual procedures', 0),
	'service.deferShare': share('group', 'Share of unmet demand that waits instead of being lost'),
	'service.patienceMin': mean('group', 'Mean time until waiting demand gives up'),
	'service.shedShare': share('group', 'Share of demand turned away at once while a service is not whole'),
	'service.shedPerUnitUsd': {
		owner: 'group',
		unit: 'usd',
		min: 0,
		max: 1e9,
		meaning: 'Loss for each unit of demand turned away in good time'
	},
	'service.slackShare': {
		...share('group', 'Capacity above ordinary demand with which backlog is worked off'),
		max: 5
	},
	'service.disruption': share('group', 'Output lost while a backlog keeps people and equipment out of place'),
	'service.disruptionHours': {
		owner: 'group',
		unit: 'number',
		min: 0.1,
		max: 1000,
		meaning: 'Backlog, in hours of demand, at which half of that disruption is felt'
	},
	'service.lossPerUnitUsd': {
		owner: 'group',
		unit: 'usd',
		min: 0,
		max: 1e9,
		meaning: 'Loss for each unit of service that is never delivered'
	},
	'service.delayPerUnitUsd': {
		owner: 'group',
		unit: 'usd',
		min: 0,
		max: 1e9,
		meaning: 'Cost of each unit of service that is delivered late'
	},
	'service.hostCostUsd': {
		owner: 'group',
		unit: 'usd',
		min: 0,
		max: 1e6,
		meaning: 'Cost of one hands-on repair'
	},
	'service.normalAbove': { ...share('world', 'Output above which a service counts as normal') },
	'service.downBelow': { ...share('world', 'Output below which a service counts as down') },

	'trust.harmPerDay': {
		owner: 'world',
		unit: 'perDay',
		min: 0,
		max: 100,
		meaning: 'Trust lost a day for each share of the vendor’s fleet that is down'
	},
	'trust.unprotectedWeight': share(
		'world',
		'Trust that a host without protection costs, as a share of what one that is down costs'
	),
	'trust.mendMin': mean('world', 'Mean time for trust to mend once harm is over and the vendor speaks openly')
} as const satisfies Record<string, ParameterSpec>;

export type ParameterId = keyof typeof PARAMETERS;
export const PARAMETER_IDS = Object.keys(PARAMETERS) as ParameterId[];

/** Every lever by name: parameters that each world has, then those that a world has only where it names them. */
export const LEVER_IDS: readonly LeverId[] = [...PARAMETER_IDS, ...OPTIONAL_PARAMETER_IDS];
export type LeverId = ParameterId | OptionalParameterId;

/** The spec of a parameter, or undefined for an unknown name. */
export function parameterSpec(id: string): ParameterSpec | undefined {
	if (Object.hasOwn(PARAMETERS, id)) return PARAMETERS[id as ParameterId];
	return isOptional(id) ? OPTIONAL_PARAMETERS[id] : undefined;
}
