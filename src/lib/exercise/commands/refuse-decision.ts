import type { ActMoment, DecisionStanding } from '../availability/standing.ts';
import type { RoundStep } from '../phases/phases.ts';
import type { ExerciseDecision } from '../scenario/scenario.ts';
import { isPreparation } from '../state.ts';
import { refuse, type Refusal } from './refusals.ts';

/** Where the exercise stands when somebody decides. */
export type DecidingMoment = Pick<ActMoment, 'phase' | 'atMin'> & { readonly step: RoundStep | null };

/** The refusal that a decision meets where it stands so, or null where it is open. */
export function refusalOfStanding(
	{ id: decision, role }: ExerciseDecision,
	standing: DecisionStanding,
	{ phase, atMin, step }: DecidingMoment
): { readonly refusal: Refusal } | null {
	switch (standing.kind) {
		case 'open':
			return null;
		case 'committed':
			return refuse('alreadyTaken', { decision });
		case 'asked':
			return refuse('alreadyAsked', { decision, of: standing.of });
		case 'declined':
			return refuse('notAgreed', { decision, of: standing.of });
		case 'notYet':
			return refuse('tooEarly', { decision, fromMin: standing.fromMin, atMin });
		case 'tooLate':
			return refuse('tooLate', { decision, untilMin: standing.untilMin, atMin });
		case 'heldToRecord':
			return refuse('heldToRecord', { decision, untilMin: standing.untilMin, atMin });
		case 'otherPhase':
			return refuse('otherPhase', { decision, phases: standing.phases, phase });
		case 'decisionsClosed':
			return refuse('decisionsClosed', { step });
		case 'waitingFor':
			return refuse('missingRequirement', { decision, requires: standing.decisions });
		case 'notAsked':
			return refuse('notAsked', { decision });
		case 'nothingLeft':
			return refuse('leftNothing', { decision, because: standing.because });
		case 'overBudget': {
			const { costUsd, leftUsd } = standing;
			return refuse('overBudget', { decision, role, costUsd, leftUsd });
		}
		case 'noAttention': {
			const { attention, attentionLeft } = standing;
			const params = { decision, role, attention, attentionLeft, isPreparation: isPreparation(atMin) };
			return refuse('noAttention', params);
		}
	}
}
