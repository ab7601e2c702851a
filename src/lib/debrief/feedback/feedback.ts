import { scopeOf } from '../../exercise/scenario/scope.ts';
import { roleOf, type ExerciseScenario } from '../../exercise/scenario/scenario.ts';
import type { Act } from '../../exercise/state.ts';
import { amount } from '../../scenario/expression/evaluate.ts';
import type { Localized } from '../../scenario/scenario.ts';
import type { Frame } from '../../sim/observe/frame.ts';

/** What has changed between two stops of what a seat is judged by, and what of that came from it. */
export interface Feedback {
	readonly sinceMin: number;
	readonly minute: number;
	readonly terms: readonly TermFeedback[];
}

export interface TermFeedback {
	readonly role: string;
	readonly id: string;
	readonly name: Localized;
	readonly unit: Localized;
	readonly value: number;
	/** Since the last stop. */
	readonly change: number;
	/** What the own decisions have done to that change; null: it could not be computed. */
	readonly yours: number | null;
}

/** A run at the last stop and now. */
export interface AtTwoStops {
	readonly since: Frame;
	readonly now: Frame;
	readonly acts: readonly Act[];
}

/** The run with the own decisions and without them, of one world: a smaller one will do. */
export interface Contrast {
	readonly played: AtTwoStops;
	readonly withoutMine: AtTwoStops;
}

/** @param roles of several only what weighs most for each */
export function feedbackOf(
	scenario: ExerciseScenario,
	roles: readonly string[],
	run: AtTwoStops,
	contrast: Contrast | null
): Feedback {
	const terms = roles.flatMap((role) => {
		const all = [...(roleOf(scenario, role)?.goal?.terms ?? [])].sort((a, b) => b.weight - a.weight);
		return (roles.length === 1 ? all : all.slice(0, 1)).map(({ id, name, unit, measure }): TermFeedback => {
			const at = (frame: Frame, acts: readonly Act[]) => amount(measure, scopeOf(frame, acts, scenario));
			const changeOf = ({ since, now, acts }: AtTwoStops) =>
				at(now, acts) -
				at(
					since,
					acts.filter(({ atMin }) => atMin < since.minute)
				);
			const yours = contrast === null ? null : changeOf(contrast.played) - changeOf(contrast.withoutMine);
			return { role, id, name, unit, value: at(run.now, run.acts), change: changeOf(run), yours };
		});
	});
	return { sinceMin: run.since.minute, minute: run.now.minute, terms };
}
