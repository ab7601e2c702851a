import { chanceWithin, exp } from '../../exact/exp.ts';
import { log } from '../../exact/log.ts';
import { HOST_CLASSES } from '../../model.ts';
import { KEY_STORES, type ParameterId } from '../../parameters.ts';
import type { Parameters } from './parameters.ts';
import type { Rollout } from './rollout.ts';

const CLOUD = HOST_CLASSES.indexOf('cloud');

/** What can happen to one host of a group and class in one step, worked out afresh from the parameters. */
export interface Rates {
	/** Whether staff know how to repair. */
	readonly knows: boolean;
	readonly poll: number;
	readonly install: number;
	/** A crashed host leaves; of those it comes back, by a fix or by itself; of the rest, to the key desk. */
	readonly leaveCrash: number;
	readonly comesBack: number;
	readonly byFix: number;
	readonly needsKey: number;
	/** Of those, nobody can get to so many yet; somebody does in working time. */
	readonly outOfReach: number;
	readonly getsThere: number;
	/** One that waits comes back without a technician. */
	readonly leaveQueue: number;
	/** Minutes of recovery to draw for in this step; 0: none. */
	readonly movedMin: number;
	readonly keyMin: number;
	readonly keysOnOwnServers: boolean;
	readonly repairEnds: number;
	readonly startsPerHand: number;
	readonly fails: number;
	readonly withoutAgent: number;
	readonly leaveUnprotected: number;
	readonly restored: number;
	readonly leaveAgentDown: number;
	readonly updated: number;
	readonly contain: number;
	/** Staff get to a host that was wiped; one that is cut off leaves, of those by the vendor's plane. */
	readonly sorted: number;
	readonly leaveIsolation: number;
	readonly letGo: number;
	readonly implantFound: number;
	readonly takesContentFromBefore: number;
	readonly fallsBack: number;
}

export function rates(
	parameters: Parameters,
	rollout: Rollout,
	group: number,
	hostClass: number,
	minute: number,
	stepMin: number
): Rates {
	const { vendor, firstCrashMin, release, plane } = rollout;
	const { defect, toEveryHost } = release;
	const restarts = ['bootCrash', 'agentFailure', 'systemFileQuarantined'].includes(defect);
	const mends = restarts && !plane.refuses('carriesRepair', group) ? 1 : 0;
	const reverted = rollout.reverted(minute);
	const offered = rollout.knowsFault(parameters, minute) ? 1 : 0;
	const of = (id: ParameterId) => parameters.of(id, group);
	const ofClass = (id: ParameterId) => parameters.of(id, group, hostClass);
	const knows =
		offered * parameters.of('vendor.workaround', vendor) === 1 ||
		(firstCrashMin !== null && minute - firstCrashMin >= of('repair.communityMin'));

	const letGoPerMin =
		defect === 'hostIsolated' && reverted && !plane.refuses('carriesRepair', group)
			? parameters.optional('vendor.cutOffReached', vendor) / parameters.optional('vendor.letGoMin', vendor)
			: 0;
	const startsAnew = toEveryHost === true ? offered : 1;
	const fixesPerMin =
		(hostClass === CLOUD ? of('repair.script') / of('repair.scriptMin') : 0) +
		(offered * parameters.of('vendor.automatedFix', vendor)) /
			parameters.of('vendor.automatedFixMin', vendor) +
		startsAnew *
			parameters.of('platform.bootRecovery', 0) *
			healsPerMin(
				minute - (firstCrashMin ?? minute),
				stepMin,
				parameters.optional('platform.bootRecoveryShare', 0, hostClass),
				parameters.of('platform.bootRecoveryMin', 0, hostClass)
			);
	const fixPerMin = mends * fixesPerMin + letGoPerMin;
	const alonePerMin =
		reverted && restarts
			? winsPerMin(
					minute - rollout.servedUntil(minute),
					stepMin,
					of('repair.rebootRaceMin'),
					of('repair.rebootsForMin')
				)
			: 0;
	const sortedPerMin = knows ? 1 / ofClass('repair.reachMin') : 0;
	const crashPerMin = alonePerMin + fixPerMin + sortedPerMin;

	const tool =
		parameters.of('platform.recoveryTool', 0) * parameters.of('platform.recoveryToolSavesShare', 0);
	const bare = of('repair.removeAgentShare') * of('repair.removeAgentSavesShare');
	const keyMin =
		(defect === 'recoveryKeyAsked' ? 1 : ofClass('repair.encryptedShare')) *
		(of('repair.keyHandsMin') + of('repair.keyMissingShare') * of('repair.rebuildMin'));
	const handsMin =
		defect === 'payload'
			? parameters.optional('repair.reimageMin', group)
			: Math.max(1, ofClass('repair.handsMin') * (1 - tool) * (1 - bare)) + keyMin;

	const compromisePerMin =
		(of('exposure.compromisePerDay') * parameters.of('exposure.phishingFactor', 0)) / 1440;
	const restorePerMin = 1 / of('exposure.restoreAgentMin');
	const movedMin = minutesDue(minute, stepMin, 5);
	const exposedMin = minutesDue(minute, stepMin, 240);
	const hears = parameters.optional('vendor.cutOffReached', vendor) === 1;
	const backMin = of(hears ? 'exposure.agentUpdateMin' : 'exposure.restoreAgentMin');
	const updatePerMin = reverted ? 1 / backMin : 0;

	return {
		knows,
		poll: chanceWithin(stepMin, parameters.of('update.pollMin', vendor)),
		install: chanceWithin(stepMin, parameters.of('update.fetchMin', vendor)),
		leaveCrash: atRate(movedMin, crashPerMin),
		comesBack: part(alonePerMin + fixPerMin, crashPerMin),
		byFix: part(fixPerMin, alonePerMin + fixPerMin),
		needsKey: ofClass('repair.encryptedShare'),
		outOfReach: ofClass('repair.outOfReachShare'),
		getsThere: chanceWithin(minutesDue(minute, stepMin, 30), of('repair.outOfReachMin')),
		leaveQueue: atRate(minutesDue(minute, stepMin, 30), alonePerMin + fixPerMin),
		movedMin,
		keyMin: plane.refuses('holdsKeys', group) ? Infinity : of('repair.keyMin'),
		keysOnOwnServers: KEY_STORES[of('repair.keyStore')] === 'onOwnServers',
		repairEnds: Math.min(1, movedMin / handsMin),
		startsPerHand: Math.max(1, movedMin / handsMin),
		fails: of('repair.failShare'),
		withoutAgent: of('repair.removeAgentShare'),
		leaveUnprotected: atRate(exposedMin, restorePerMin + compromisePerMin),
		restored: part(restorePerMin, restorePerMin + compromisePerMin),
		leaveAgentDown: atRate(movedMin, updatePerMin + compromisePerMin),
		updated: part(updatePerMin, updatePerMin + compromisePerMin),
		contain: chanceWithin(exposedMin, of('exposure.containMin')),
		sorted: atRate(movedMin, sortedPerMin),
		leaveIsolation: atRate(movedMin, sortedPerMin + letGoPerMin),
		letGo: part(letGoPerMin, sortedPerMin + letGoPerMin),
		implantFound: reverted ? chanceWithin(movedMin, of('exposure.containMin')) : 0,
		fallsBack: chanceWithin(movedMin, parameters.optional('update.lastGoodMin', vendor)),
		takesContentFromBefore: reverted ? chanceWithin(movedMin, of('exposure.agentUpdateMin')) : 0
	};
}

/** Minutes to draw for in this step where something is drawn only every so often; 0: no interval ends in it. */
export function minutesDue(minute: number, stepMin: number, everyMin: number): number {
	if (stepMin >= everyMin) return stepMin;
	return everyMin - (minute % everyMin) <= stepMin ? everyMin : 0;
}

/** Of the hosts that are still down an hour's share wins the race: those that restart, by when they win or give up. */
function winsPerMin(sinceMin: number, stepMin: number, raceMin: number, rebootsForMin: number): number {
	const hour = Math.max(60, stepMin);
	const from = Math.floor(Math.max(0, sinceMin) / hour) * hour;
	const restarting = (minute: number) => exp(-minute / raceMin - minute / rebootsForMin);
	if (restarting(from) < 0.001) return 0;
	const wonBy = (minute: number) =>
		((1 - restarting(minute)) * (1 / raceMin)) / (1 / raceMin + 1 / rebootsForMin);
	return -log((1 - wonBy(from + hour)) / (1 - wonBy(from))) / hour;
}

/** Of the hosts that are still down so many are healed, where only a share of all ever is: those fewer with every hour. */
function healsPerMin(sinceMin: number, stepMin: number, share: number, meanMin: number): number {
	if (share === 1) return 1 / meanMin;
	const hour = Math.max(60, stepMin);
	const from = Math.floor(sinceMin / hour) * hour;
	const left = (minute: number) => 1 - share + share * exp(-minute / meanMin);
	if (exp(-from / meanMin) < 0.001) return 0;
	return -log(left(from + hour) / left(from)) / hour;
}

function atRate(stepMin: number, perMin: number): number {
	return perMin > 0 ? chanceWithin(stepMin, 1 / perMin) : 0;
}

function part(some: number, all: number): number {
	return all > 0 ? some / all : 0;
}
