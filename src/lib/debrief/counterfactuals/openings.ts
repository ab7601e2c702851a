import { shortOf } from '../../exercise/availability/budget.ts';
import { standingAt } from '../../exercise/availability/standing.ts';
import type { Phase } from '../../exercise/phases/phases.ts';
import { isRecoveryAt } from '../../exercise/phases/rounds.ts';
import {
	decisionOf,
	type ExerciseDecision,
	type ExerciseScenario
} from '../../exercise/scenario/scenario.ts';
import { PREPARATION_MIN, type Act, type DecisionAct } from '../../exercise/state.ts';

/** A minute of a run at which decisions could be committed. */
export interface Opening {
	readonly atMin: number;
	readonly phase: Phase;
}

/** The preparation, and the rounds that a run opened at these minutes, ascending. */
export function openingsAt(
	scenario: ExerciseScenario,
	cut: string | null,
	stops: readonly number[]
): Opening[] {
	const rounds = stops.map((atMin): Opening => ({
		atMin,
		phase: isRecoveryAt(scenario, cut, atMin) ? 'recovery' : 'incident'
	}));
	return [{ atMin: PREPARATION_MIN, phase: 'preparation' }, ...rounds];
}

/**
 * The earliest way in which a decision that was not taken could have been: itself last, before it the decisions that it
 * builds on and that were not taken either. Null where no opening is in time, or the budget that was left does not do.
 */
export function firstFit(
	scenario: ExerciseScenario,
	acts: readonly Act[],
	decision: string,
	openings: readonly Opening[]
): readonly DecisionAct[] | null {
	const added: DecisionAct[] = [];
	for (const wanted of wantedWith(scenario, acts, decision)) {
		const opening = openings.find((one) => fits(scenario, wanted, one, [...acts, ...added]));
		if (opening === undefined) return null;
		added.push(actOf(wanted, opening.atMin));
	}
	return added;
}

/** A decision and those that it builds on and that were not taken, these first. */
function wantedWith(scenario: ExerciseScenario, acts: readonly Act[], id: string): ExerciseDecision[] {
	const found: ExerciseDecision[] = [];
	const isTaken = (one: string) => acts.some((act) => act.kind === 'decision' && act.decision === one);
	const visit = (one: string) => {
		const decision = decisionOf(scenario, one);
		if (decision === undefined || isTaken(one) || found.some((other) => other.id === one)) return;
		decision.requires.forEach(visit);
		found.push(decision);
	};
	visit(id);
	return found;
}

/** Whether it could have been taken there, and its price leaves everything affordable that its role decided later. */
function fits(
	scenario: ExerciseScenario,
	decision: ExerciseDecision,
	opening: Opening,
	acts: readonly Act[]
): boolean {
	const before = acts.filter(({ atMin }) => atMin <= opening.atMin);
	return (
		standingAt(scenario, decision, { ...opening, isOpen: true }, before).kind === 'open' &&
		shortOf(scenario, decision, acts, opening.atMin) === null
	);
}

function actOf({ id, role }: ExerciseDecision, atMin: number): DecisionAct {
	const said = { rationale: null, confidencePct: null };
	return { kind: 'decision', seat: role, decision: id, atMin, part: 'incident', ...said };
}
