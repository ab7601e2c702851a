import { holds, type Scope } from '../scenario/expression/evaluate.ts';
import type { Objective } from '../scenario/scenario.ts';
import type { TaskReview } from './hot-wash.ts';

const MARKS = ['P', 'S', 'M'] as const;

/** The critical tasks of some roles, as the model sees them at the end of a run: the first mark that holds, else U. */
export function reviewsOf(
	objectives: readonly Objective[],
	roles: readonly string[],
	scope: Scope
): TaskReview[] {
	return objectives.flatMap(({ id: objective, tasks }) =>
		tasks
			.filter((task) => task.roles.some((role) => roles.includes(role)))
			.map(({ id: task, met }) => {
				const model = MARKS.find((mark) => holds(met[mark], scope)) ?? 'U';
				return { objective, task, model };
			})
	);
}
