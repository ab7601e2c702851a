import type { DecisionStanding } from '../../../exercise/availability/standing.ts';
import type { DecisionDetails } from '../../../room/facts/scenario-summary.ts';

/** An answer to a message, and where it stands. */
export interface AnswerRow {
	readonly card: DecisionDetails;
	readonly standing: DecisionStanding;
}

/** Where a question stands: it can be answered, it has been, it waits for a round, or its time is over. */
export type QuestionState = 'open' | 'given' | 'waiting' | 'over';

/** The answers that a role has for a message, in the scenario's order; none where it asks nothing. */
export function answersTo(
	inject: string,
	decisions: readonly DecisionDetails[],
	standings: Readonly<Record<string, DecisionStanding>>
): AnswerRow[] {
	return decisions.flatMap((card) => {
		const standing = standings[card.id];
		const isAnswer = card.answers?.includes(inject) === true;
		if (!isAnswer || standing === undefined || standing.kind === 'notAsked') return [];
		return [{ card, standing }];
	});
}

export function questionState(rows: readonly AnswerRow[]): QuestionState {
	const stands = (...kinds: DecisionStanding['kind'][]) =>
		rows.some(({ standing }) => kinds.includes(standing.kind));
	if (stands('committed')) return 'given';
	if (stands('open', 'overBudget', 'noAttention', 'waitingFor')) return 'open';
	return stands('decisionsClosed') ? 'waiting' : 'over';
}

/** Those of these messages that can be answered now. */
export function openQuestions<Inject extends { readonly inject: string }>(
	injects: readonly Inject[],
	decisions: readonly DecisionDetails[],
	standings: Readonly<Record<string, DecisionStanding>>
): Inject[] {
	return injects.filter(({ inject }) => questionState(answersTo(inject, decisions, standings)) === 'open');
}
