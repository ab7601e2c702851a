import { HOST_CLASSES, type Model } from '../../sim/model.ts';
import { answered, DECIDED, difficultyOf, HANDS, NOTICED, reachOf, VERSIONS } from './drawn.ts';
import { everywhere, times, type ShockKind } from './shock.ts';
import { evenSpread, logSpread, quantile } from './spread.ts';

/** Kinds of shocks by a fault of what is released, and the attack that a release answers. */

/** An update of the platform reaches hosts within hours, not minutes (assumed). */
const FETCHED_MIN = 240;
const YEAR_MIN = 525_600;

/** July 2024 again: a host that starts with the new content crashes (facts cs-hosts, cs-exposure-min). */
export const kernelCrash: ShockKind = {
	id: 'kernel-crash',
	by: 'anyVendor',
	spreads: { reach: VERSIONS, detectionMin: NOTICED, decisionMin: DECIDED, difficulty: HANDS },
	hit: (shock) => ({
		...answered(kernelCrash, shock),
		defect: 'bootCrash',
		settings: [
			everywhere('update.affectedShare', reachOf(kernelCrash, shock)),
			times('repair.handsMin', difficultyOf(kernelCrash, shock))
		]
	})
};

/** Agents stop while hosts run on; attackers look for hosts without one. Difficulty: minutes until an agent works again. */
export const agentFailure: ShockKind = {
	id: 'agent-failure',
	by: 'anyVendor',
	spreads: {
		reach: VERSIONS,
		detectionMin: logSpread(90, 20, 360),
		decisionMin: DECIDED,
		difficulty: logSpread(720, 120, 2880)
	},
	hit: (shock) => ({
		...answered(agentFailure, shock),
		defect: 'agentStopped',
		settings: [
			everywhere('update.affectedShare', reachOf(agentFailure, shock)),
			everywhere('exposure.agentUpdateMin', difficultyOf(agentFailure, shock)),
			times('exposure.compromisePerDay', 5)
		]
	})
};

/**
 * A false alarm takes a file away that hosts need to start, in the kernel or out of it; the file has to be copied in, and
 * no restart brings it back (facts mcafee-2010-06, webroot-2017-02).
 */
export const quarantinedFile: ShockKind = {
	id: 'quarantined-file',
	by: 'anyVendor',
	spreads: {
		reach: evenSpread(0.05, 1),
		detectionMin: logSpread(30, 5, 126),
		decisionMin: DECIDED,
		difficulty: logSpread(1.3, 0.7, 2.4)
	},
	hit: (shock) => ({
		...answered(quarantinedFile, shock),
		defect: 'systemFileQuarantined',
		settings: [
			everywhere('update.affectedShare', reachOf(quarantinedFile, shock)),
			times('repair.handsMin', difficultyOf(quarantinedFile, shock)),
			everywhere('repair.rebootRaceMin', YEAR_MIN)
		]
	})
};

/** Only hosts of one class crash, which the first rings have few of (fact mcafee-2010-01: one version of one system). */
export const oneClass: ShockKind = {
	id: 'one-class',
	by: 'anyVendor',
	spreads: {
		reach: evenSpread(0.5, 1),
		detectionMin: logSpread(180, 30, 1440),
		decisionMin: DECIDED,
		difficulty: HANDS
	},
	hit: (shock) => {
		const struck = HOST_CLASSES[Math.floor(shock.draws.place * HOST_CLASSES.length)]!;
		return {
			...answered(oneClass, shock),
			defect: 'bootCrash',
			release: { classes: [struck] },
			settings: [
				everywhere('update.affectedShare', reachOf(oneClass, shock)),
				times('repair.handsMin', difficultyOf(oneClass, shock))
			]
		};
	}
};

/** Only hosts of one country crash, as with a language (fact symantec-2007-01). Drawn by its hosts. */
export const oneRegion: ShockKind = {
	id: 'one-region',
	by: 'anyVendor',
	spreads: {
		reach: evenSpread(0.5, 1),
		detectionMin: logSpread(120, 30, 720),
		decisionMin: DECIDED,
		difficulty: HANDS
	},
	hit: (shock, model) => ({
		...answered(oneRegion, shock),
		defect: 'bootCrash',
		release: { countries: [countryAt(model, shock.draws.place)] },
		settings: [
			everywhere('update.affectedShare', reachOf(oneRegion, shock)),
			times('repair.handsMin', difficultyOf(oneRegion, shock))
		]
	})
};

/** July again, at a vendor that looks away: hours until it believes it, and hours until it dares to stop. */
export const slowResponse: ShockKind = {
	id: 'slow-response',
	by: 'anyVendor',
	spreads: {
		reach: VERSIONS,
		detectionMin: logSpread(240, 60, 1440),
		decisionMin: logSpread(300, 60, 1440),
		difficulty: HANDS
	},
	hit: (shock) => ({
		...answered(slowResponse, shock),
		defect: 'bootCrash',
		settings: [
			everywhere('update.affectedShare', reachOf(slowResponse, shock)),
			times('repair.handsMin', difficultyOf(slowResponse, shock)),
			// It does not read its own signal.
			everywhere('vendor.noticeCrashes', 1e9),
			times('vendor.diagnoseMin', 6)
		]
	})
};

/** The platform owner's own agent crashes hosts; in half of these, what hosts would heal themselves by fails with it. */
export const platformAgent: ShockKind = {
	id: 'platform-agent',
	by: 'platformOwner',
	spreads: {
		reach: evenSpread(0.3, 1),
		detectionMin: NOTICED,
		decisionMin: logSpread(60, 15, 240),
		difficulty: HANDS
	},
	hit: (shock) => ({
		...answered(platformAgent, shock),
		defect: 'bootCrash',
		settings: [
			everywhere('update.affectedShare', reachOf(platformAgent, shock)),
			times('repair.handsMin', difficultyOf(platformAgent, shock)),
			...(shock.draws.place < 0.5 ? [everywhere('platform.bootRecovery', 0)] : [])
		]
	})
};

/**
 * An update of the platform by its owner, whatever agent hosts run: they do not start before somebody types the key of
 * their disk (after the prompts of July and August 2024). It goes out over hours. Difficulty multiplies how long a key takes.
 */
export const recoveryKeys: ShockKind = {
	id: 'recovery-keys',
	by: 'platformOwner',
	spreads: {
		reach: logSpread(0.1, 0.02, 0.3),
		detectionMin: logSpread(720, 120, 4320),
		decisionMin: logSpread(720, 120, 2880),
		difficulty: logSpread(2, 0.7, 6)
	},
	hit: (shock) => ({
		...answered(recoveryKeys, shock),
		defect: 'recoveryKeyAsked',
		release: { toEveryHost: true },
		settings: [
			everywhere('update.affectedShare', reachOf(recoveryKeys, shock)),
			everywhere('update.pollMin', FETCHED_MIN),
			times('repair.keyMin', difficultyOf(recoveryKeys, shock)),
			// Hands only type the key.
			times('repair.handsMin', 0.4)
		]
	})
};

/**
 * An attack while the answer is on its way: hosts of one vendor are open until its content with the answer has reached
 * them (after facts notpetya-2017-03 and cs-updates-per-day: why content is fast). Reach: compromises a day for each host
 * without it; detection: minutes until the vendor has an answer.
 */
export const attack: ShockKind = {
	id: 'attack',
	by: 'anyVendor',
	spreads: {
		reach: logSpread(0.004, 0.001, 0.015),
		detectionMin: logSpread(240, 60, 1440),
		decisionMin: evenSpread(0, 0),
		difficulty: logSpread(1, 0.5, 2)
	},
	hit: (shock) => ({
		defect: 'agentStopped',
		comes: 'attack',
		detectionMin: quantile(attack.spreads.detectionMin, shock.draws.detection),
		// Once there is an answer it is what hosts fetch.
		decisionMin: 0,
		settings: [
			everywhere('update.affectedShare', 1),
			everywhere('update.coverage', 1),
			// Nobody holds attackers back: what is held back is the answer.
			everywhere('update.heldBackShare', 0),
			everywhere('update.pollMin', 1),
			everywhere('exposure.compromisePerDay', reachOf(attack, shock)),
			times('repair.handsMin', difficultyOf(attack, shock))
		]
	})
};

/** The country that a draw falls on, each by the hosts of those that are struck. */
function countryAt({ cells, sites, metros }: Model, u: number): string {
	const hosts = new Float64Array(metros.length);
	let all = 0;
	for (let cell = 0; cell < cells.count; cell++) {
		hosts[sites.metro[cells.site[cell]!]!]! += cells.hosts[cell]!;
		all += cells.hosts[cell]!;
	}
	let left = u * all;
	const at = hosts.findIndex((count) => (left -= count) < 0);
	return metros[at < 0 ? metros.length - 1 : at]!.country;
}
