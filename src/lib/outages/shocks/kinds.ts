import { HOST_CLASSES } from '../../sim/model.ts';
import { everywhere, times, type Hit, type Shock, type ShockKind, type Struck } from './shock.ts';
import { evenSpread, logSpread, quantile } from './spread.ts';

/**
 * The family of shocks. Each is a release of content (or, for attacks, its absence) and settings of the model: nothing
 * in it names an outcome. The distributions are assumed, around incidents that happened; facts are named beside each.
 */

const YEAR_MIN = 525_600;
/** As in July 2024: taken back 78 minutes after its release. */
const NOTICED = logSpread(50, 15, 120);
const DECIDED = logSpread(35, 10, 120);

const reachOf = (kind: ShockKind, { draws }: Shock) => quantile(kind.spreads.reach, draws.reach);
const difficultyOf = (kind: ShockKind, { draws }: Shock) =>
	quantile(kind.spreads.difficulty, draws.difficulty);

function answered(
	kind: ShockKind,
	{ draws }: Shock
): Pick<Hit, 'detectionMin' | 'decisionMin' | 'isReleased'> {
	return {
		detectionMin: quantile(kind.spreads.detectionMin, draws.detection),
		decisionMin: quantile(kind.spreads.decisionMin, draws.decision),
		isReleased: true
	};
}

/** Difficulty multiplies the hands-on time of a repair. */
const HANDS = logSpread(1, 0.5, 2);
/** Share of a vendor's hosts whose version the defect concerns. */
const VERSIONS = evenSpread(0.3, 1);

/** July 2024 again: a host that starts with the new content crashes (facts cs-hosts, cs-exposure-min). */
const kernelCrash: ShockKind = {
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
const agentFailure: ShockKind = {
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
		defect: 'agentFailure',
		isUserMode: true,
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
const quarantinedFile: ShockKind = {
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
const oneClass: ShockKind = {
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
			settings: [
				...HOST_CLASSES.map((hostClass) =>
					everywhere('update.affectedShare', hostClass === struck ? reachOf(oneClass, shock) : 0, hostClass)
				),
				times('repair.handsMin', difficultyOf(oneClass, shock))
			]
		};
	}
};

/** Only hosts of one part of the world crash, as with a language (fact symantec-2007-01). Drawn by its hosts. */
const oneRegion: ShockKind = {
	id: 'one-region',
	by: 'anyVendor',
	spreads: {
		reach: evenSpread(0.5, 1),
		detectionMin: logSpread(120, 30, 720),
		decisionMin: DECIDED,
		difficulty: HANDS
	},
	hit: (shock, { model }) => ({
		...answered(oneRegion, shock),
		defect: 'bootCrash',
		metros: new Set([metroAt(model, shock.draws.place)]),
		settings: [
			everywhere('update.affectedShare', reachOf(oneRegion, shock)),
			times('repair.handsMin', difficultyOf(oneRegion, shock))
		]
	})
};

/** July again, at a vendor that looks away: hours until it believes it, and hours until it dares to stop. */
const slowResponse: ShockKind = {
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
const platformAgent: ShockKind = {
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
 * Hosts start, but ask every user for the key of their disk (after the prompts of July and August 2024). Difficulty
 * multiplies how long one key takes.
 */
const recoveryKeys: ShockKind = {
	id: 'recovery-keys',
	by: 'anyVendor',
	spreads: {
		reach: evenSpread(0.05, 0.6),
		detectionMin: logSpread(90, 20, 360),
		decisionMin: DECIDED,
		difficulty: logSpread(1, 0.5, 2)
	},
	hit: (shock) => ({
		...answered(recoveryKeys, shock),
		defect: 'systemFileQuarantined',
		settings: [
			everywhere('update.affectedShare', reachOf(recoveryKeys, shock)),
			everywhere('repair.encryptedShare', 1),
			times('repair.keyMin', difficultyOf(recoveryKeys, shock)),
			times('repair.handsMin', 0.4),
			everywhere('repair.rebootRaceMin', YEAR_MIN),
			everywhere('platform.bootRecovery', 0)
		]
	})
};

/**
 * An attack while the answer is on its way: hosts of one vendor are open until its content with the answer has reached
 * them (after facts notpetya-2017-03 and cs-updates-per-day: why content is fast). Reach: compromises a day for each host
 * without it; detection: minutes until the vendor has an answer.
 */
const attack: ShockKind = {
	id: 'attack',
	by: 'anyVendor',
	spreads: {
		reach: logSpread(0.004, 0.001, 0.015),
		detectionMin: logSpread(240, 60, 1440),
		decisionMin: evenSpread(0, 0),
		difficulty: logSpread(1, 0.5, 2)
	},
	hit: (shock) => ({
		defect: 'agentFailure',
		isUserMode: true,
		isReleased: false,
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

/** In the order in which they are shown. */
export const SHOCK_KINDS: readonly ShockKind[] = [
	kernelCrash,
	slowResponse,
	quarantinedFile,
	oneClass,
	oneRegion,
	platformAgent,
	recoveryKeys,
	agentFailure,
	attack
];

/** @throws RangeError for a kind that the family does not have */
export function shockKind(id: string): ShockKind {
	const found = SHOCK_KINDS.find((kind) => kind.id === id);
	if (found === undefined) throw new RangeError(`there is no shock '${id}' in the family`);
	return found;
}

/** The metro that a draw falls on, each by the hosts of those that are struck. */
function metroAt({ cells, sites, metros }: Struck['model'], u: number): number {
	const hosts = new Float64Array(metros.length);
	let all = 0;
	for (let cell = 0; cell < cells.count; cell++) {
		hosts[sites.metro[cells.site[cell]!]!]! += cells.hosts[cell]!;
		all += cells.hosts[cell]!;
	}
	let left = u * all;
	const at = hosts.findIndex((count) => (left -= count) < 0);
	return at < 0 ? metros.length - 1 : at;
}
