import { notAffordable, type CostedAct } from './budget.ts';
import type { Phase } from '../phases/phases.ts';
import { refuse, type Refusal } from '../commands/refusals.ts';
import type { ExerciseDecision, ExerciseScenario } from '../scenario/scenario.ts';

/** When something would be done. */
export interface ActMoment {
	readonly phase: Phase;
	/** Before 0 in preparation. */
	readonly atMin: number;
}

/**
 * Why a decision cannot be taken at a moment after all that was done before, or null: its phase and its minutes, what it
 * builds on, and what its role has left to spend.
 */
export function obstacleTo(
	scenario: ExerciseScenario,
	decision: ExerciseDecision,
	moment: ActMoment,
	acts: readonly CostedAct[]
): { readonly refusal: Refusal } | null {
	const obstacle = notNow(decision, moment) ?? notAfterThese(decision, acts);
	if (obstacle !== null || moment.phase === 'summit') return obstacle;
	return notAffordable(scenario, decision, acts, moment.atMin);
}

function notNow(
	{ id, phases, fromMin, untilMin }: ExerciseDecision,
	{ phase, atMin }: ActMoment
): { readonly refusal: Refusal } | null {
	if (!phases.includes(phase)) {
		return refuse('wrongPhase', `'${id}' belongs to ${phases.join(' or ')}, not to the phase '${phase}'.`);
	}
	if (fromMin !== null && atMin < fromMin) {
		return refuse('tooEarly', `'${id}' can be taken from minute ${fromMin} on; it is minute ${atMin}.`);
	}
	if (untilMin !== null && atMin >= untilMin) {
		return refuse('tooLate', `'${id}' had to be taken before minute ${untilMin}; it is minute ${atMin}.`);
	}
	return null;
}

function notAfterThese(
	{ id, requires, unless = [] }: ExerciseDecision,
	acts: readonly CostedAct[]
): { readonly refusal: Refusal } | null {
	const isTaken = (other: string) => acts.some(({ decision }) => decision === other);
	if (isTaken(id)) {
		return refuse('alreadyTaken', `'${id}' has been taken. Withdraw it in the same round to take it anew.`);
	}
	const instead = unless.find(isTaken);
	if (instead !== undefined) {
		return refuse('leftNothing', `'${instead}' has been taken and leaves nothing for '${id}' to do.`);
	}
	const lacking = requires.find((other) => !isTaken(other));
	if (lacking === undefined) return null;
	const what = `'${id}' builds on '${lacking}', which has not been taken`;
	return refuse('missingRequirement', `${what}. Take that first.`);
}
