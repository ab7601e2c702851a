import { stateHash } from '../world/hash.ts';
import { LIVE, order, REVERTED, ROLLED_BACK, runPlay, type Play } from './play.ts';
import { randomPlay } from './random-play.ts';
import { smallModel } from './small-model.ts';
import {
	controlPlanePlay,
	expiryPlay,
	isolationPlay,
	lastGoodPlay,
	latePlay,
	mixedPlay,
	onePartPlay,
	payloadPlay,
	platformPlay,
	reachedByRecoveryPlay,
	scanPlay
} from './worlds-of-other-defects.ts';
import { aidPlay, gatedPlay, keysPlay, plainPlay, richPlay, userModePlay } from './worlds.ts';

/** Cells of millions, so that draws take the sampler's other branches, too. */
function manyHosts(): Play {
	const hosts = [2_000_000, 30_000_000, 9_000_000, 400_000, 77];
	const model = smallModel({
		sites: [
			{ metro: 0, hosts, score: 0.3 },
			{ metro: 1, hosts, score: -0.3 }
		],
		defect: 'systemFileQuarantined',
		stepMin: 5,
		set: { 'repair.mutualAidShare': 0.2, 'repair.order': 2 }
	});
	return { model, orders: [...REVERTED, order(300, 'vendor.automatedFix', 1)] };
}

/** A health gate that stops a first ring, and a vendor that drops its gates and goes on. */
function gatedRings(): Play {
	const plan = (id: string, gatePerMille: number | null) => ({
		id,
		rings: [
			{ share: 0.05, bakeMin: 60, gatePerMille },
			{ share: 0.95, bakeMin: 60, gatePerMille }
		]
	});
	const model = smallModel({ ringPlans: [plan('gated', 100), plan('open', null)] });
	const orders = [
		order(240, 'rollout.plan', 1),
		order(240, 'rollout.order', LIVE),
		order(420, 'rollout.order', ROLLED_BACK)
	];
	return { model, orders };
}

/**
 * State hashes at the end of small plays, by name. They use what the whole kernel uses and nothing of the place they
 * run in, so that any engine can be asked for them; all must give the same.
 */
export function goldenHashes(): Record<string, string> {
	const plays: Record<string, Play> = {
		'reverted after 78 minutes': plainPlay(),
		'two rings, keys on own servers': richPlay(),
		'user mode': userModePlay(),
		'a health gate': gatedRings(),
		'a gate that looks on': gatedPlay(),
		'a queue for keys': keysPlay(),
		'technicians on loan': aidPlay(),
		'many hosts': manyHosts(),
		'hosts cut off': isolationPlay(),
		'a certificate that expires': expiryPlay(),
		'a defect that shows late': latePlay(),
		'a defect that waits for a scan': scanPlay(),
		'a payload': payloadPlay(),
		'an update of the platform': platformPlay(),
		'a control plane that does not answer': controlPlanePlay(),
		'a fault of one part of the fleet': onePartPlay(),
		'components in the kernel and out of it': mixedPlay(),
		'agents that take their last good content': lastGoodPlay(),
		'a share that start-up recovery reaches': reachedByRecoveryPlay(),
		'other defects of chance': randomPlay(20_250_612, { otherDefects: true }),
		'orders of chance, 1': randomPlay(20_240_719),
		'orders of chance, 2': randomPlay(20_240_910)
	};
	const hashes: Record<string, string> = {};
	for (const [name, play] of Object.entries(plays)) hashes[name] = stateHash(runPlay(play, name));
	return hashes;
}
