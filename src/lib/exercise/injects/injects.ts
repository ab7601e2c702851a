import { PREPARATION_MIN, type ReleasedInject, type RoomState, type WorldState } from '../state.ts';
import type { ExerciseInject, ExerciseScenario } from '../scenario/scenario.ts';
import { PHASES } from '../phases/phases.ts';
import { asPlanned } from './plan.ts';

const INCIDENT = PHASES.indexOf('incident');

/**
 * The injects that have been released in a world, in the order in which people got them: those whose minute has come,
 * which follow from the scenario and the facilitators' plan, and those released by hand.
 */
export function injectsSeen(
	scenario: ExerciseScenario,
	state: RoomState,
	world: WorldState
): ReleasedInject[] {
	const byHand = new Set(world.released.map(({ inject }) => inject));
	const now = scheduleMinute(state, world);
	const due = asPlanned(scenario, state)
		.injects.filter(({ id, scheduled, plannedMin }) => scheduled && plannedMin <= now && !byHand.has(id))
		.map(({ id: inject, plannedMin: atMin, channel, from, title, body, to }) => {
			return { inject, atMin, channel, from, title, body, to, part: 'incident' as const };
		});
	return [...due, ...world.released]
		.map((inject, index) => ({ inject, index }))
		.sort((a, b) => a.inject.atMin - b.inject.atMin || a.index - b.index)
		.map(({ inject }) => inject);
}

/** The injects that have not been released in a world, as they are planned: for the exercise's staff only. */
export function injectsAhead(
	scenario: ExerciseScenario,
	state: RoomState,
	world: WorldState
): readonly ExerciseInject[] {
	const seen = new Set(injectsSeen(scenario, state, world).map(({ inject }) => inject));
	return asPlanned(scenario, state).injects.filter(({ id }) => !seen.has(id));
}

/** The minute up to which a world's schedule has come: before the incident nothing of minute 0 is out yet. */
export function scheduleMinute(state: RoomState, world: WorldState): number {
	return PHASES.indexOf(state.position.phase) < INCIDENT ? PREPARATION_MIN : world.minute;
}
