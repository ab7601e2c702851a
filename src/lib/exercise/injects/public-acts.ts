import { decisionOf, type ExerciseScenario } from '../scenario/scenario.ts';
import { isPreparation, type ReleasedInject, type WorldState } from '../state.ts';

/** Names what a decision says in public among the messages of a world. */
const publicActId = (decision: string) => `public.${decision}`;

/**
 * What decisions of a world have said in public by now, as messages to everybody: from the minute at which each takes
 * hold, and not from when it was committed.
 */
function publicActs(scenario: ExerciseScenario, { acts, minute }: WorldState): ReleasedInject[] {
	return acts.flatMap((act) => {
		if (act.kind !== 'decision' || isPreparation(act.atMin)) return [];
		const decision = decisionOf(scenario, act.decision);
		if (decision?.public === undefined) return [];
		const { afterMin, ...said } = decision.public;
		const atMin = act.atMin + afterMin;
		return atMin > minute
			? []
			: [{ inject: publicActId(act.decision), atMin, ...said, to: null, part: act.part }];
	});
}

/** Messages and what was said in public, by their minute; at one minute what was sent comes first. */
export function withPublicActs(
	injects: readonly ReleasedInject[],
	scenario: ExerciseScenario,
	world: WorldState
): ReleasedInject[] {
	return [...injects, ...publicActs(scenario, world)]
		.map((inject, index) => ({ inject, index }))
		.sort((a, b) => a.inject.atMin - b.inject.atMin || a.index - b.index)
		.map(({ inject }) => inject);
}
