import { asPlanned } from '../injects/plan.ts';
import { injectsSeen } from '../injects/injects.ts';
import { nextStop } from '../phases/rounds.ts';
import type { ExerciseDecision, ExerciseScenario } from '../scenario/scenario.ts';
import { entry, type RoomState } from '../state.ts';

/** How long a message can be answered where no round follows it. */
export const ANSWER_WITHIN_MIN = 60;

/** Until when each message of a room has an answer, by world: worked out once for a state. */
const known = new WeakMap<RoomState, Map<string, ReadonlyMap<string, number>>>();

/**
 * Until when the messages of a world can be answered: to the first round at or after their minute, and for an hour at
 * least. Null for one that has not come, or has come after the last round.
 */
export function answerableUntil(
	scenario: ExerciseScenario,
	state: RoomState,
	worldId: string
): (inject: string) => number | null {
	const ofState = known.get(state) ?? new Map<string, ReadonlyMap<string, number>>();
	known.set(state, ofState);
	let until = ofState.get(worldId);
	if (until === undefined) ofState.set(worldId, (until = untilIn(scenario, state, worldId)));
	const found = until;
	return (inject) => found.get(inject) ?? null;
}

function untilIn(scenario: ExerciseScenario, state: RoomState, worldId: string): ReadonlyMap<string, number> {
	const world = entry(state.worlds, worldId);
	const asked = answersByInject(scenario);
	if (world === undefined || asked.size === 0) return new Map();
	const cut = state.exercise?.cut ?? null;
	const planned = asPlanned(scenario, state);
	return new Map(
		injectsSeen(scenario, state, world)
			.filter(({ inject }) => asked.has(inject))
			.flatMap(({ inject, atMin }) => {
				const untilMin = closesAt(planned, cut, atMin);
				return untilMin === null ? [] : [[inject, untilMin] as const];
			})
	);
}

/** The minute up to which a message that came at `toldMin` can be answered; null: after the last round it cannot. */
export function closesAt(scenario: ExerciseScenario, cut: string | null, toldMin: number): number | null {
	const stop = nextStop(scenario, cut, toldMin - 1);
	if (stop === null && cut !== null) return null;
	return Math.max(stop ?? 0, toldMin + ANSWER_WITHIN_MIN);
}

const byInject = new WeakMap<readonly ExerciseDecision[], ReadonlyMap<string, readonly ExerciseDecision[]>>();

/** The answers that a scenario has, by the message that they answer; in its order. */
export function answersByInject({
	decisions
}: ExerciseScenario): ReadonlyMap<string, readonly ExerciseDecision[]> {
	const found = byInject.get(decisions);
	if (found !== undefined) return found;
	const answers = new Map<string, ExerciseDecision[]>();
	for (const decision of decisions) {
		for (const to of decision.answers ?? []) answers.set(to, [...(answers.get(to) ?? []), decision]);
	}
	byInject.set(decisions, answers);
	return answers;
}
