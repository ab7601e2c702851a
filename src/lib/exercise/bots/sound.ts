import {
	decisionOf,
	isPreparatory,
	type ExerciseDecision,
	type ExerciseScenario
} from '../scenario/scenario.ts';
import type { WantedDecision } from './plan.ts';

/** A decision that somebody who knows the trade would take in a role, and when. */
export interface SoundDecision extends WantedDecision {
	readonly known: ExerciseDecision;
	readonly isPrepared: boolean;
}

/**
 * What is sound to do in a role: what the scenario's expert does, when the expert does it. Where a scenario names no
 * expert for the role: every decision of the role, from the minute on from which it can be taken.
 */
export function soundDecisions(scenario: ExerciseScenario, role: string): SoundDecision[] {
	const expert = scenario.experts.find((one) => one.role === role);
	const wanted: readonly WantedDecision[] =
		expert?.plays ??
		scenario.decisions
			.filter((decision) => decision.role === role)
			.map(({ id, fromMin }) => ({ decision: id, atMin: fromMin ?? 0 }));
	return wanted.flatMap((one) => {
		const known = decisionOf(scenario, one.decision);
		return known === undefined ? [] : [{ ...one, known, isPrepared: isPreparatory(known) }];
	});
}
