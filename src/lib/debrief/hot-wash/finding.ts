import type { Compared, Effects, Finding, Figures, TimeLine } from './hot-wash.ts';

/** Harm indices closer than this share of the record's are told as alike (assumed). */
const WORTH_SAYING = 0.02;

/** The greatest effect of a single decision has to reach this share of the harm without any act to be named (assumed). */
export const WORTH_NAMING = 0.005;

/** What the heading says, from what is known by now. */
export function findingOf(
	harm: Compared<number> | null,
	world: Compared<Figures>,
	effects: Effects | null,
	timeLine: TimeLine
): Finding {
	return {
		verdict: harm === null || harm.record === null ? null : verdictOf(harm.played, harm.record),
		harm,
		hostsSparedToRecord: world.record === null ? null : world.record.hostsCrashed - world.played.hostsCrashed,
		yours: yoursOf(harm, effects),
		best: bestOf(effects, timeLine)
	};
}

/**
 * What the person's decisions did to the run, as the runs that are shown beside it say; single decisions are compared in a
 * smaller world, in which all of them together can come to something else.
 */
function yoursOf(harm: Compared<number> | null, effects: Effects | null): number | null {
	const together = effects?.together ?? null;
	if (together === null) return null;
	const without = harm?.others ?? harm?.none ?? null;
	return harm === null || without === null ? together.harm : harm.played - without;
}

function verdictOf(played: number, record: number): Finding['verdict'] {
	if (Math.abs(played - record) <= record * WORTH_SAYING) return 'alike';
	return played < record ? 'better' : 'worse';
}

function bestOf(effects: Effects | null, { roles }: TimeLine): Finding['best'] {
	const best = effects?.helped[0];
	if (effects === null || best === undefined) return null;
	const entry = roles
		.flatMap(({ decisions }) => decisions)
		.find(({ decision }) => decision === best.decision);
	const recordMin = entry?.recordMin ?? null;
	return {
		decision: best.decision,
		title: best.title,
		harm: best.harm,
		withOthers: best.together.length > 0,
		isSlight: effects.all.every(({ kind, harm }) => kind === 'notCommitted' || Math.abs(harm) < WORTH_NAMING),
		soonerThanRecordMin: recordMin === null || best.atMin < 0 ? null : recordMin - best.atMin
	};
}
