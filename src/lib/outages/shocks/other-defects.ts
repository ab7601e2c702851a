import { answered, DECIDED, difficultyOf, HANDS, reachOf, VERSIONS } from './drawn.ts';
import { everywhere, times, type ShockKind } from './shock.ts';
import { evenSpread, logSpread, quantile } from './spread.ts';

/** Kinds of shocks that do not fail as July did: no fault of what is released, or none that shows before it is everywhere. */

const DAY_MIN = 1440;
/** Demand on a control plane that is back, as a multiple of what it can serve (assumed). */
const HERD = evenSpread(1.2, 2.5);

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
 * A defect that waited for an input or a setting until every ring had baked (after June 2021 at a delivery network and June
 * 2025 at a cloud provider). The world begins at the minute at which it shows, at once on hosts that are on and on the
 * others when they wake, which is how the model has what expires. Rings and gates were all green by then.
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

/**
 * What people sign in with and run their clouds by does not answer, at one large provider (after June and October 2025). No
 * host is broken, so nothing is mended by hand: work stops, and comes back all at once. Reach: share of the cloud's work
 * that leans on it; difficulty: minutes until it answers again.
 */
export const controlPlaneOutage: ShockKind = {
	id: 'control-plane',
	by: 'platformOwner',
	spreads: {
		reach: evenSpread(0.1, 0.4),
		detectionMin: logSpread(20, 10, 50),
		decisionMin: DECIDED,
		difficulty: logSpread(554, 27, 872)
	},
	hit: (shock) => {
		const leaning = reachOf(controlPlaneOutage, shock);
		return {
			...answered(controlPlaneOutage, shock),
			comes: 'unreleased',
			defect: 'controlPlaneDown',
			settings: [
				times('controlPlane.leaningShare', leaning),
				everywhere('controlPlane.failingMin', difficultyOf(controlPlaneOutage, shock)),
				everywhere('controlPlane.herdFactor', quantile(HERD, shock.draws.place))
			]
		};
	}
};

/**
 * A signed build of the vendor with an intruder's payload (facts solarwinds-2020-05, notpetya-2017-03). It goes the way of
 * all releases. In half of these the intruder begins at once, and a gate may see hosts that are destroyed; in the others a
 * day later, when most rings have baked. Few hosts are the intruder's aim; those that are found are set up afresh. Difficulty:
 * share of hosts that are destroyed instead of used.
 */
export const maliciousUpdate: ShockKind = {
	id: 'malicious-update',
	by: 'anyVendor',
	spreads: {
		reach: logSpread(0.004, 0.0005, 0.1),
		detectionMin: logSpread(1440, 60, 4320),
		decisionMin: DECIDED,
		difficulty: logSpread(0.2, 0.02, 0.5)
	},
	hit: (shock) => ({
		...answered(maliciousUpdate, shock),
		defect: 'payload',
		release: { dormantUntilMin: shock.draws.place < 0.5 ? 0 : DAY_MIN },
		settings: [
			everywhere('update.affectedShare', reachOf(maliciousUpdate, shock)),
			everywhere('update.dormantMin', DAY_MIN),
			everywhere('exposure.wipedShare', difficultyOf(maliciousUpdate, shock))
		]
	})
};
