import type { ExerciseScenario } from '../../exercise/scenario/scenario.ts';
import type { Act } from '../../exercise/state.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { decisionsOf } from '../counterfactuals/counterfactuals.ts';
import type { DecisionEntry, InjectEntry, RoleLine, TimeLine } from './hot-wash.ts';

/** What a time line needs of a scenario. */
export type Names = Pick<Scenario, 'roles' | 'decisions' | 'record'>;

/** Decisions by role, the person's roles first, and injects, each with its minute. */
export function timeLineOf(
	names: Names,
	scenario: ExerciseScenario,
	acts: readonly Act[],
	injects: readonly InjectEntry[],
	mine: readonly string[],
	stops: readonly number[]
): TimeLine {
	const lines = names.roles.map(({ id, name }): RoleLine => {
		const decisions = entriesOf(names, scenario, acts, id);
		return { role: id, name, isMine: mine.includes(id), decisions };
	});
	const shown = lines.filter(({ isMine, decisions }) => isMine || decisions.length > 0);
	return {
		stops,
		roles: [...shown.filter(({ isMine }) => isMine), ...shown.filter(({ isMine }) => !isMine)],
		injects: [...injects].sort((a, b) => a.atMin - b.atMin)
	};
}

function entriesOf(
	{ decisions, record }: Names,
	scenario: ExerciseScenario,
	acts: readonly Act[],
	role: string
): DecisionEntry[] {
	return decisionsOf(acts)
		.flatMap(({ decision, atMin, rationale, confidencePct }) => {
			const known = decisions.find((one) => one.id === decision && one.role === role);
			if (known === undefined) return [];
			const recorded = record.acts.find((act) => act.decision === decision);
			return [
				{
					decision,
					title: known.title,
					atMin,
					holdsFromMin: atMin + firstEffectMin(scenario, decision),
					rationale,
					confidencePct,
					recordMin: recorded?.atMin ?? null
				}
			];
		})
		.sort((a, b) => a.atMin - b.atMin);
}

function firstEffectMin({ decisions }: ExerciseScenario, id: string): number {
	const effects = decisions.find((decision) => decision.id === id)?.effects ?? [];
	return effects.length === 0 ? 0 : Math.min(...effects.map(({ afterMin }) => afterMin));
}
