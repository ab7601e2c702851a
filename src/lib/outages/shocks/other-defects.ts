import { answered, DECIDED, difficultyOf, HANDS, reachOf, VERSIONS } from './drawn.ts';
import { everywhere, times, type ShockKind } from './shock.ts';
import { evenSpread, logSpread } from './spread.ts';

/** Kinds of shocks that do not fail as July did: no fault of what is released, or none that shows before it is everywhere. */

/**
 * The agent cuts hosts off from every network by an order of its management plane (after facebook-2021-08, where what
 * would have helped was on the dead network). An order goes past rings and gates within minutes. In half of these the
 * plane still reaches hosts and lets them go, which difficulty is the minutes of; in the others somebody goes to consoles.
 */
export const managementLockout: ShockKind = {
	id: 'management-lockout',
	by: 'anyVendor',
	spreads: {
		reach: evenSpread(0.02, 1),
		detectionMin: logSpread(18, 5, 60),
		decisionMin: DECIDED,
		difficulty: logSpread(240, 60, 1200)
	},
	hit: (shock) => ({
		...answered(managementLockout, shock),
		comes: 'past',
		defect: 'hostIsolated',
		settings: [
			everywhere('update.affectedShare', reachOf(managementLockout, shock)),
			everywhere('update.heldBackShare', 0),
			everywhere('update.pollMin', 5),
			everywhere('vendor.cutOffReached', shock.draws.place < 0.5 ? 1 : 0),
			everywhere('vendor.letGoMin', difficultyOf(managementLockout, shock)),
			// Nothing is broken: a host is let go at its console.
			times('repair.handsMin', 0.4)
		]
	})
};

/**
 * A defect that waited for an input or a setting until every ring had baked (facts fastly-2021-01, gcp-2025-02). The world
 * begins at the minute at which it shows, at once on hosts that are on and on the others when they wake: rings and gates
 * were all green.
 */
export const lateDefect: ShockKind = {
	id: 'late-defect',
	by: 'anyVendor',
	spreads: {
		reach: VERSIONS,
		detectionMin: logSpread(5, 1, 40),
		decisionMin: DECIDED,
		difficulty: HANDS
	},
	hit: (shock) => ({
		...answered(lateDefect, shock),
		comes: 'past',
		defect: 'bootCrash',
		release: { expires: true },
		settings: [
			everywhere('update.affectedShare', reachOf(lateDefect, shock)),
			times('repair.handsMin', difficultyOf(lateDefect, shock))
		]
	})
};

/**
 * A certificate expires at one minute (after December 2018, when it did so for two versions of one vendor in many networks).
 * Nothing is released, so nothing is stopped. In half of these agents stop, in the others they cut their hosts off; in half
 * of both, the new certificate cannot come by the channel that the old one closed. Difficulty multiplies hands-on time.
 */
export const certificateExpiry: ShockKind = {
	id: 'certificate-expiry',
	by: 'anyVendor',
	spreads: {
		reach: evenSpread(0.2, 0.9),
		detectionMin: logSpread(20, 5, 120),
		decisionMin: logSpread(180, 30, 1080),
		difficulty: HANDS
	},
	hit: (shock) => {
		const { place } = shock.draws;
		const isHeard = place % 0.5 < 0.25;
		return {
			...answered(certificateExpiry, shock),
			comes: 'unreleased',
			defect: place < 0.5 ? 'hostIsolated' : 'agentStopped',
			release: { expires: true },
			settings: [
				everywhere('update.affectedShare', reachOf(certificateExpiry, shock)),
				everywhere('vendor.cutOffReached', isHeard ? 1 : 0),
				times('repair.handsMin', 0.4 * difficultyOf(certificateExpiry, shock))
			]
		};
	}
};
