import type { ReplayedLog, ReplayFacts, ReplaySeat, ReplaySeries } from '../../client/replay/messages.ts';
import type { DecisionFact, ReplayEntry } from '../../room/replay/timeline/entry.ts';

/** A decision of people that stands in a world: it has not been taken back. */
export type TakenDecision = Pick<DecisionFact, 'seat' | 'decision' | 'title' | 'role'> & {
	readonly atMin: number;
};

/** People's decisions in a world, in their order. */
export function takenIn({ timeline }: ReplayedLog, world: string): TakenDecision[] {
	const taken = timeline.entries.flatMap((entry): TakenDecision[] =>
		entry.world === world && isPeoples(entry) ? [{ ...(entry.what as DecisionFact), atMin: entry.atMin }] : []
	);
	// Taken, taken back and taken again it stands once, as it was taken last.
	return taken.filter(
		(one, index) => taken.findLastIndex((other) => other.decision === one.decision) === index
	);
}

/** The seats of people who act in a world. */
export function seatsIn({ seats, isParallel }: ReplayedLog, { team }: ReplaySeries): ReplaySeat[] {
	return seats.filter((seat) => !isParallel || seat.team === team);
}

/** What people in a seat could take at a minute: of their role, of that part of the exercise, and not taken before it. */
export function decisionsAt(
	{ decisions }: ReplayFacts,
	taken: readonly TakenDecision[],
	{ role }: ReplaySeat,
	atMin: number
) {
	const isBefore = atMin < 0;
	return decisions.filter(
		({ id, role: owner, phases }) =>
			owner === role &&
			phases.some((phase) => (phase === 'preparation') === isBefore && phase !== 'summit') &&
			!taken.some((one) => one.decision === id && one.atMin < atMin)
	);
}

function isPeoples({ what }: ReplayEntry): boolean {
	return what.kind === 'decision' && !what.isBots;
}
