import { balanceAt } from '../../exercise/availability/budget.ts';
import type { ExerciseScenario } from '../../exercise/scenario/scenario.ts';
import { PREPARATION_MIN, type Act } from '../../exercise/state.ts';
import type { Scenario } from '../../scenario/scenario.ts';

/** The decisions of the record as acts of a world: what was done before the incident is dated as preparation. */
export function recordActs({ record, decisions }: Pick<Scenario, 'record' | 'decisions'>): Act[] {
	return record.acts.flatMap((act): Act[] => {
		const decision = decisions.find(({ id }) => id === act.decision);
		if (decision === undefined) return [];
		const atMin = decision.phase === 'preparation' ? PREPARATION_MIN : act.atMin;
		const said = { rationale: null, confidencePct: null };
		return [
			{ kind: 'decision', seat: decision.role, decision: decision.id, atMin, part: 'incident', ...said }
		];
	});
}

/** What the decisions of some roles cost together, in US$. */
export function spentUsd(scenario: ExerciseScenario, acts: readonly Act[], roles: readonly string[]): number {
	return roles.reduce((sum, role) => sum + balanceAt(scenario, acts, role, PREPARATION_MIN).spentUsd, 0);
}
