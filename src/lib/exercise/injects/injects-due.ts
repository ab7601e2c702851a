import { holds } from '../../scenario/expression/evaluate.ts';
import type { Frame } from '../../sim/observe/frame.ts';
import { injectsAhead } from './injects.ts';
import type { ExerciseInject, ExerciseScenario } from '../scenario/scenario.ts';
import { scopeOf } from '../scenario/scope.ts';
import type { RoomState, WorldState } from '../state.ts';

/**
 * The injects that wait for a condition that holds now, in the scenario's order: for the room's clock to release, at
 * once. Their release is logged, so that a replay looks at no condition.
 *
 * @param frame the world now; it may be ahead of the log, which says only where time has stopped
 */
export function injectsDue(
	scenario: ExerciseScenario,
	state: RoomState,
	world: WorldState,
	frame: Frame
): string[] {
	const { minute } = frame;
	const open = injectsOpen(scenario, state, world, minute);
	if (open.length === 0) return [];
	const scope = scopeOf(frame, world.acts, scenario);
	return open.filter(({ when }) => when !== null && holds(when, scope)).map(({ id }) => id);
}

/** The injects that are released at `minute` if their condition holds: where there is none, no frame need be looked at. */
export function injectsOpen(
	scenario: ExerciseScenario,
	state: RoomState,
	world: WorldState,
	minute: number
): readonly ExerciseInject[] {
	return injectsWaiting(scenario, state, world, minute).filter(({ plannedMin }) => plannedMin <= minute);
}

/** The injects whose condition may still come to hold at `minute` or later. */
export function injectsWaiting(
	scenario: ExerciseScenario,
	state: RoomState,
	world: WorldState,
	minute: number
): readonly ExerciseInject[] {
	const phase = state.position.phase;
	if (phase !== 'incident' && phase !== 'recovery') return [];
	return injectsAhead(scenario, state, world).filter(
		({ when, untilMin }) => when !== null && (untilMin === null || minute <= untilMin)
	);
}
