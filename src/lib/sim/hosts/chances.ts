import {
	intervalLengthMin,
	EXPOSURE_INTERVAL_MIN,
	RECOVERY_INTERVAL_MIN,
	WAITING_INTERVAL_MIN
} from '../time/intervals.ts';
import { chanceWithin } from '../exact/exp.ts';
import { CLASS_COUNT, HOST_CLASSES, groupCount, type Release } from '../model.ts';
import { controlPlaneState, isRefused } from '../other-defects/control-plane.ts';
import { agentBackMin, letGoRate, ownerKnowsFault, restartsByItself } from '../other-defects/rates.ts';
import { logOfLikelier } from '../random/binomial.ts';
import type { ParameterId } from '../parameters.ts';
import { racePeriod, raceRate, shareRate } from './reboot-race.ts';
import { CHANCE_COUNT, STREAM, type ChanceName } from '../random/streams.ts';
import { optionalAt, valueAt } from '../values.ts';
import { isReverted } from '../vendor/rollout.ts';
import { offers } from '../vendor/vendor.ts';
import { NEVER, type World } from '../world/world.ts';

const DAY_MIN = 1440;
const CLOUD = HOST_CLASSES.indexOf('cloud');

/** Least hands-on time of a repair, whatever tools help (assumed). */
const LEAST_HANDS_MIN = 1;

/**
 * Chances of the transitions within the present step, by release, group and class. Rates that compete for one host
 * add up: one chance says how many leave, then shares say where to.
 *
 * From `row(release, group, class)` on `p` holds {@link CHANCE_COUNT} chances, at the number of their stream, and
 * `logLikelier` what the sampler needs with each.
 */
export class Chances {
	readonly p: Float64Array;
	readonly logLikelier: Float64Array;
	/** By group: chance that a key is found, while its store answers and somebody at the desk is free. */
	readonly keyFound: Float64Array;
	/** By group: keys that one person at the help desk can give out in the step. */
	readonly keysPerDesk: Float64Array;
	/** By row / CHANCE_COUNT: repairs that one technician can begin in the step; above 1 where a repair is shorter than the step. */
	readonly startsPerHand: Float64Array;

	readonly #world: World;
	readonly #groups: number;
	/** The groups whose chances are asked for. */
	readonly #asked: readonly number[];
	/** Counts how often the chances have changed. */
	version = 0;
	#stamp = '';
	/** Whether some crashed hosts still restart by themselves. */
	#racing = false;
	/** Whether start-up recovery can reach a share of hosts only. */
	readonly #healing: boolean;

	/** @param sites those that are stepped at all; null: every one */
	constructor(world: World, sites: Int32Array | null = null) {
		this.#world = world;
		this.#groups = groupCount(world.model);
		const { group } = world.model.sites;
		this.#asked =
			sites === null
				? Array.from({ length: this.#groups }, (_, g) => g)
				: [...new Set(Array.from(sites, (site) => group[site]!))];
		const rows = world.model.releases.length * this.#groups * CLASS_COUNT;
		this.p = new Float64Array(rows * CHANCE_COUNT);
		this.logLikelier = new Float64Array(rows * CHANCE_COUNT);
		this.startsPerHand = new Float64Array(rows);
		this.keyFound = new Float64Array(this.#groups);
		this.keysPerDesk = new Float64Array(this.#groups);
		this.#healing = world.model.settings.some(({ parameter }) => parameter === 'platform.bootRecoveryShare');
	}

	/** Where the chances of a release, group and class begin. */
	row(release: number, group: number, hostClass: number): number {
		return ((release * this.#groups + group) * CLASS_COUNT + hostClass) * CHANCE_COUNT;
	}

	/** Whether staff of a group know how to repair: from the vendor, or found out by themselves. */
	knowsRepair(release: number, group: number, minute: number): boolean {
		const world = this.#world;
		const firstMin = world.firstCrashMin[release]!;
		return (
			offers(world, release, 'vendor.workaround', minute) ||
			(firstMin !== NEVER && minute >= firstMin + valueAt(world, 'repair.communityMin', group))
		);
	}

	/** Brings every chance up to date for the step of `stepMin` from `minute`; cheap when nothing has changed. */
	prepare(minute: number, stepMin: number, valuesVersion: number): void {
		const { model, rollout } = this.#world;
		let stamp = `${stepMin} ${valuesVersion} ${controlPlaneState(this.#world)}`;
		for (let r = 0; r < model.releases.length; r++) {
			stamp += ` ${rollout[r]} `;
			stamp += isReverted(this.#world, r, minute) ? 'r' : '';
			stamp += offers(this.#world, r, 'vendor.automatedFix', minute) ? 'f' : '';
			stamp += ownerKnowsFault(this.#world, r, minute) ? 'k' : '';
			if (this.#racing) stamp += `${racePeriod(minute - this.#world.offerEndsMin[r]!, stepMin)} `;
			if (this.#healing) stamp += `${racePeriod(minute - this.#world.firstCrashMin[r]!, stepMin)} `;
			for (let g = 0; g < this.#groups; g++) stamp += this.knowsRepair(r, g, minute) ? '1' : '0';
		}
		if (stamp === this.#stamp) return;
		this.#stamp = stamp;
		this.version++;
		this.#racing = false;
		const movedMin = intervalLengthMin(stepMin, RECOVERY_INTERVAL_MIN);
		for (let g = 0; g < this.#groups; g++) {
			const keyMin = valueAt(this.#world, 'repair.keyMin', g);
			const isRefusedKey = isRefused(this.#world, 'controlPlane.holdsKeys', g);
			this.keyFound[g] = isRefusedKey ? 0 : chanceWithin(movedMin, keyMin);
			this.keysPerDesk[g] = movedMin / keyMin;
		}
		for (let r = 0; r < model.releases.length; r++) {
			for (const g of this.#asked) {
				for (let c = 0; c < CLASS_COUNT; c++) this.#fill(r, g, c, minute, stepMin);
			}
		}
	}

	#fill(release: number, group: number, hostClass: number, minute: number, stepMin: number): void {
		const world = this.#world;
		const vendor = world.model.releases[release]!.vendor;
		const row = this.row(release, group, hostClass);
		const value = (id: ParameterId, owner = group) => valueAt(world, id, owner);
		const ofClass = (id: ParameterId, owner = group) => valueAt(world, id, owner, hostClass);
		const set = (name: ChanceName, chance: number) => {
			const at = row + STREAM[name];
			if (this.p[at] === chance) return;
			this.p[at] = chance;
			this.logLikelier[at] = logOfLikelier(chance);
		};
		const movedMin = intervalLengthMin(stepMin, RECOVERY_INTERVAL_MIN);
		const within = (ratePerMin: number) => chanceWithin(movedMin * ratePerMin, 1);

		set('poll', chanceWithin(stepMin, value('update.pollMin', vendor)));
		set('install', chanceWithin(stepMin, value('update.fetchMin', vendor)));

		const reverted = isReverted(world, release, minute);
		const byItself = this.#raceRate(release, group, minute, stepMin);
		this.#racing ||= byItself > 0;
		const byFix = this.#fixRate(release, group, vendor, hostClass, minute, stepMin);
		const toHands = this.knowsRepair(release, group, minute) ? 1 / ofClass('repair.reachMin') : 0;
		set('crashedExit', within(byItself + byFix + toHands));
		set('crashedBack', share(byItself + byFix, byItself + byFix + toHands));
		set('needKey', ofClass('repair.encryptedShare'));
		const waitedMin = intervalLengthMin(stepMin, WAITING_INTERVAL_MIN);
		const back = chanceWithin(waitedMin * (byItself + byFix), 1);
		set('waitingKeyBack', back);
		set('waitingHandsBack', back);
		set('outOfReach', ofClass('repair.outOfReachShare'));
		set('outOfReachBack', back);
		set('outOfReachFound', chanceWithin(waitedMin, value('repair.outOfReachMin')));
		set('outOfReachNeedKey', ofClass('repair.encryptedShare'));
		const fixed = share(byFix, byItself + byFix);
		set('crashedByFix', fixed);
		set('waitingKeyByFix', fixed);
		set('waitingHandsByFix', fixed);
		set('outOfReachByFix', fixed);

		// A technician with a queue begins the next repair at once, so throughput must not depend on the step: the
		// chance is step/mean here, not 1 − exp(−step/mean).
		const handsMin = this.#handsMin(release, group, hostClass);
		set('repairDone', Math.min(1, movedMin / handsMin));
		this.startsPerHand[row / CHANCE_COUNT] = Math.max(1, movedMin / handsMin);
		const fails = value('repair.failShare');
		const aside = fails + (1 - fails) * value('repair.removeAgentShare');
		set('repairAside', aside);
		set('repairFailed', share(fails, aside));

		const restore = 1 / value('exposure.restoreAgentMin');
		const update = reverted ? 1 / agentBackMin(world, release, group) : 0;
		const compromise = (value('exposure.compromisePerDay') * value('exposure.phishingFactor', 0)) / DAY_MIN;
		const exposedMin = intervalLengthMin(stepMin, EXPOSURE_INTERVAL_MIN);
		set('unprotectedExit', chanceWithin(exposedMin * (restore + compromise), 1));
		set('unprotectedRestored', share(restore, restore + compromise));
		set('agentDownExit', within(update + compromise));
		set('agentDownRestored', share(update, update + compromise));
		set('contain', chanceWithin(exposedMin, value('exposure.containMin')));
	}

	/**
	 * Rate a minute at which hosts of a group win the race against the faulty file while no technician is at them; none can
	 * while that is what they would fetch.
	 */
	#raceRate(release: number, group: number, minute: number, stepMin: number): number {
		const world = this.#world;
		if (!restartsByItself(world, release) || !isReverted(world, release, minute)) return 0;
		const raceMin = valueAt(world, 'repair.rebootRaceMin', group);
		const rebootsForMin = valueAt(world, 'repair.rebootsForMin', group);
		return raceRate(minute - world.offerEndsMin[release]!, stepMin, raceMin, rebootsForMin);
	}

	/** Rate a minute at which fixes that need no hands bring back a host that is down. */
	#fixRate(
		release: number,
		group: number,
		vendor: number,
		hostClass: number,
		minute: number,
		stepMin: number
	): number {
		const world = this.#world;
		if (!restartsByItself(world, release)) return letGoRate(world, release, group, minute);
		if (isRefused(world, 'controlPlane.carriesRepair', group)) return 0;
		let rate = 0;
		if (hostClass === CLOUD && valueAt(world, 'repair.script', group) === 1) {
			rate += 1 / valueAt(world, 'repair.scriptMin', group);
		}
		if (offers(world, release, 'vendor.automatedFix', minute)) {
			rate += 1 / valueAt(world, 'vendor.automatedFixMin', vendor);
		}
		if (valueAt(world, 'platform.bootRecovery', 0) === 1 && ownerKnowsFault(world, release, minute)) {
			rate += this.#bootRecoveryRate(release, hostClass, minute, stepMin);
		}
		return rate;
	}

	#bootRecoveryRate(release: number, hostClass: number, minute: number, stepMin: number): number {
		const meanMin = valueAt(this.#world, 'platform.bootRecoveryMin', 0, hostClass);
		const share = optionalAt(this.#world, 'platform.bootRecoveryShare', 0, hostClass);
		if (share === 1) return 1 / meanMin;
		const firstMin = this.#world.firstCrashMin[release]!;
		return shareRate(firstMin === NEVER ? 0 : minute - firstMin, stepMin, share, meanMin);
	}

	#handsMin(release: number, group: number, hostClass: number): number {
		const world = this.#world;
		const { defect } = world.model.releases[release]!;
		if (defect === 'payload') return optionalAt(world, 'repair.reimageMin', group);
		const tool =
			valueAt(world, 'platform.recoveryTool', 0) * valueAt(world, 'platform.recoveryToolSavesShare', 0);
		const noAgent =
			valueAt(world, 'repair.removeAgentShare', group) *
			valueAt(world, 'repair.removeAgentSavesShare', group);
		const base = valueAt(world, 'repair.handsMin', group, hostClass);
		return (
			Math.max(LEAST_HANDS_MIN, base * (1 - tool) * (1 - noAgent)) +
			this.#keyHandsMin(defect, group, hostClass)
		);
	}

	/** What keys add to a repair, as a mean over hosts: those that need one, and those of them whose key is missing. */
	#keyHandsMin(defect: Release['defect'], group: number, hostClass: number): number {
		const world = this.#world;
		const rebuild =
			valueAt(world, 'repair.keyMissingShare', group) * valueAt(world, 'repair.rebuildMin', group);
		const typing = valueAt(world, 'repair.keyHandsMin', group);
		const needKey =
			defect === 'recoveryKeyAsked' ? 1 : valueAt(world, 'repair.encryptedShare', group, hostClass);
		return needKey * (typing + rebuild);
	}
}

function share(part: number, whole: number): number {
	return whole > 0 ? part / whole : 0;
}
