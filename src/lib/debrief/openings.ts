import type { Phase } from '../exercise/phases.ts';
import { decisionOf, type ExerciseDecision, type ExerciseScenario } from '../exercise/scenario.ts';
import { PREPARATION_MIN, type Act, type DecisionAct } from '../exercise/state.ts';

/** A moment of a run at which decisions could be taken. */
export interface Opening {
	readonly atMin: number;
	readonly phase: Phase;
}

/** The preparation, and the rounds that a run opens at these minutes, ascending. */
export function openingsAt(stops: readonly number[], recoveryFromMin: number): Opening[] {
	const rounds = stops.map((atMin): Opening => ({
		atMin,
		phase: atMin < recoveryFromMin ? 'incident' : 'recovery'
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
		const earlier = [...acts, ...added];
		const opening = openings.find(
			(one) => isOpen(wanted, one, earlier) && fits(scenario, wanted, one, earlier)
		);
		if (opening === undefined) return null;
		added.push(actOf(wanted, opening.atMin));
	}
	return added;
}

/** A decision and those that it builds on and that were not taken, these first. */
function wantedWith(scenario: ExerciseScenario, acts: readonly Act[], id: string): ExerciseDecision[] {
	const found: ExerciseDecision[] = [];
	const visit = (one: string) => {
		const decision = decisionOf(scenario, one);
		const isThere = found.some((other) => other.id === one) || takenAt(acts, one) !== null;
		if (decision === undefined || isThere) return;
		decision.requires.forEach(visit);
		found.push(decision);
	};
	visit(id);
	return found;
}

function isOpen(decision: ExerciseDecision, { atMin, phase }: Opening, acts: readonly Act[]): boolean {
	const { phases, fromMin, untilMin, requires } = decision;
	if (!phases.includes(phase)) return false;
	if (fromMin !== null && atMin < fromMin) return false;
	if (untilMin !== null && atMin >= untilMin) return false;
	return requires.every((id) => {
		const before = takenAt(acts, id);
		return before !== null && before <= atMin;
	});
}

/** Whether its price leaves everything else that its role decided affordable. */
function fits(
	scenario: ExerciseScenario,
	{ id, role, costUsd, attention }: ExerciseDecision,
	{ atMin, phase }: Opening,
	acts: readonly Act[]
): boolean {
	const budget = scenario.roles.find((one) => one.id === role)?.budget ?? null;
	if (budget === null) return true;
	const inPreparation = phase === 'preparation';
	const others = acts.flatMap((act) => {
		const decision = act.kind === 'decision' ? decisionOf(scenario, act.decision) : undefined;
		if (decision === undefined || decision.role !== role || decision.id === id) return [];
		return [{ ...decision, atMin: act.atMin }];
	});
	const sameBudget = others.filter((one) => one.atMin <= PREPARATION_MIN === inPreparation);
	const spentUsd = sameBudget.reduce((sum, one) => sum + one.costUsd, costUsd);
	if (spentUsd > (inPreparation ? budget.preparationUsd : budget.responseUsd)) return false;
	const together = sameBudget.filter((one) => inPreparation || one.atMin === atMin);
	const points = together.reduce((sum, one) => sum + one.attention, attention);
	return points <= (inPreparation ? budget.preparationAttention : budget.attentionPerRound);
}

function takenAt(acts: readonly Act[], id: string): number | null {
	const act = acts.find((one) => one.kind === 'decision' && one.decision === id);
	return act?.atMin ?? null;
}

function actOf({ id, role }: ExerciseDecision, atMin: number): DecisionAct {
	const said = { rationale: null, confidencePct: null };
	return { kind: 'decision', seat: role, decision: id, atMin, part: 'incident', ...said };
}
