import type { DecisionStanding } from '../../../exercise/availability/standing.ts';
import type { DecisionDetails } from '../../../room/facts/scenario-summary.ts';

/** A decision of the person's, and where the exercise says that it stands. */
export interface Choice {
	readonly card: DecisionDetails;
	readonly standing: DecisionStanding;
	/** Committed in the present round, so that it may still be withdrawn. */
	readonly isChosen: boolean;
}

/** The minute at which everything decided in preparation is dated. */
export const PREPARATION_MIN = -1;

/**
 * What the present part of the exercise asks, in the scenario's order. What was committed in earlier rounds is asked no
 * more.
 * @param roundMin the minute of the present round
 */
export function choicesOf(
	decisions: readonly DecisionDetails[],
	standings: Readonly<Record<string, DecisionStanding>>,
	roundMin: number
): Choice[] {
	return decisions.flatMap((card) => {
		const standing = standings[card.id];
		if (standing === undefined || standing.kind === 'otherPhase') return [];
		const isChosen = standing.kind === 'committed' && standing.atMin === roundMin;
		return standing.kind === 'committed' && !isChosen ? [] : [{ card, standing, isChosen }];
	});
}

/** Choices that are put before the person; the others are not open yet, too late, or left with nothing to do. */
export function isOffered({ isChosen, standing: { kind } }: Choice): boolean {
	return kind === 'open' || isChosen || isLocked(kind);
}

/** Stands among the decisions; what answers a message stands with it. */
export function isOwnCard({ answers }: DecisionDetails): boolean {
	return answers === undefined;
}

/** Could be chosen if something else were different now. */
export function isLocked(kind: DecisionStanding['kind']): boolean {
	const locked: readonly string[] = ['waitingFor', 'overBudget', 'noAttention', 'asked', 'declined'];
	return locked.includes(kind);
}
