import type { DecisionView } from '../../../exercise/project/project.ts';
import type { OpenedRound } from '../../../exercise/state.ts';

/** A round that was opened, or is open, and what the person decided in it. */
export interface RoundSoFar extends Pick<OpenedRound, 'round' | 'part' | 'atMin'> {
	readonly decisions: readonly string[];
}

/** The rounds of the room, each with what was decided at its minute. */
export function roundsSoFar(opened: readonly OpenedRound[], taken: readonly DecisionView[]): RoundSoFar[] {
	return opened.map(({ round, part, atMin }) => ({
		...{ round, part, atMin },
		decisions: taken.filter((act) => act.atMin === atMin).map(({ decision }) => decision)
	}));
}

/** The minute that changes are counted from: the last round before the present one; 0 before there was any. */
export function lastStopMin(
	rounds: readonly Pick<OpenedRound, 'atMin'>[],
	minute: number,
	isDeciding: boolean
): number {
	const past = rounds.filter(({ atMin }) => (isDeciding ? atMin < minute : atMin <= minute));
	return past.at(-1)?.atMin ?? 0;
}
