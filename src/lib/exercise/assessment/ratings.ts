import { holds } from '../../scenario/expression/evaluate.ts';
import type { Frame } from '../../sim/observe/frame.ts';
import type { CostedAct } from '../availability/budget.ts';
import type { RatingMark } from '../log/events.ts';
import type { ExerciseScenario } from '../scenario/scenario.ts';
import { scopeOf } from '../scenario/scope.ts';

/** How a critical task was performed, as the model sees it. */
export interface TaskRating {
	readonly objective: string;
	readonly task: string;
	readonly mark: RatingMark;
}

const BEST_FIRST = ['P', 'S', 'M'] as const;

/**
 * The model's ratings of the critical tasks of these roles: the first of P, S and M whose condition holds at the end of
 * the run, else U.
 *
 * @param frame the run at its end
 */
export function ratingsOf(
	scenario: ExerciseScenario,
	roles: readonly string[],
	frame: Frame,
	acts: readonly CostedAct[]
): TaskRating[] {
	const scope = scopeOf(frame, acts, scenario);
	return scenario.objectives.flatMap(({ id: objective, tasks }) =>
		tasks
			.filter((task) => task.roles.some((role) => roles.includes(role)))
			.map(({ id: task, met }): TaskRating => {
				const mark = BEST_FIRST.find((one) => holds(met[one], scope)) ?? 'U';
				return { objective, task, mark };
			})
	);
}
