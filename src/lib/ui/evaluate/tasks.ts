import type { RoomFacts } from '../../room/facts/room-facts.ts';
import type { ObjectiveSummary } from '../../room/facts/scenario-summary.ts';

/** Objectives with the critical tasks of these roles, each once. */
export function tasksOf(facts: RoomFacts | null, roles: readonly string[]): ObjectiveSummary[] {
	const all = (facts?.scenario.roles ?? [])
		.filter(({ id }) => roles.includes(id))
		.flatMap(({ objectives }) => objectives);
	return [...new Set(all.map(({ id }) => id))].map((id) => {
		const same = all.filter((one) => one.id === id);
		const tasks = new Map(same.flatMap(({ tasks }) => tasks).map((task) => [task.id, task]));
		return { ...same[0]!, tasks: [...tasks.values()] };
	});
}
