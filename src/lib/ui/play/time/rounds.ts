import type { Cut } from '../../../scenario/scenario.ts';
import type { DecisionView } from '../../../exercise/project/project.ts';

/** A round that was opened, or is open. */
export interface RoundSoFar {
	/** Counted from 1 over the whole run. */
	readonly number: number;
	readonly minute: number;
	readonly part: 'incident' | 'recovery';
	readonly decisions: readonly string[];
}

/**
 * The rounds up to `minute`: where the cut halts, and where the person stopped and decided or (`seen`) only stopped.
 */
export function roundsSoFar(
	cut: Pick<Cut, 'stops' | 'recoveryFromMin'>,
	taken: readonly DecisionView[],
	seen: readonly number[],
	minute: number
): RoundSoFar[] {
	const minutes = new Set([...cut.stops, ...taken.map(({ atMin }) => atMin), ...seen]);
	return [...minutes]
		.filter((at) => at >= 0 && at <= minute)
		.sort((a, b) => a - b)
		.map((at, index) => ({
			number: index + 1,
			minute: at,
			part: at >= cut.recoveryFromMin ? 'recovery' : 'incident',
			decisions: taken.filter(({ atMin }) => atMin === at).map(({ decision }) => decision)
		}));
}

/** The minute that changes are counted from: the last stop before the present one; 0 before there was any. */
export function lastStopMin(rounds: readonly RoundSoFar[], minute: number, isDeciding: boolean): number {
	const past = rounds.filter((round) => (isDeciding ? round.minute < minute : round.minute <= minute));
	return past.at(-1)?.minute ?? 0;
}
