import type { PhasePosition } from '../../../exercise/phases/phases.ts';
import type { RoomState } from '../../../exercise/state.ts';
import type { Clock } from '../../clock.ts';
import { runningWorlds } from '../../conductor/bot-acts.ts';
import { advanceTime } from '../../conductor/conductor.ts';
import type { Step } from '../../perform.ts';
import type { RunningExercise } from '../../running-exercise.ts';
import type { Live } from '../live.ts';
import type { KeptClock } from '../time/running-clock.ts';

/**
 * Computes a world up to where it was left, in slices: other rooms share the thread.
 * @param isOver whether nobody wants it any more
 */
export async function catchUp(
	exercise: RunningExercise,
	world: string,
	clock: Clock,
	isOver: () => boolean
): Promise<void> {
	const reached = exercise.room.state.worlds[world]!.minute;
	for (const minute of exercise.world(world).samples.filter((one) => one < reached)) {
		exercise.showAt(world, minute);
		await new Promise<void>((resolve) => clock.later(resolve, 0));
		if (isOver()) return;
	}
	exercise.showAt(world, reached);
}

/** Goes on with a room that another process has run until now, from where that one was. */
export async function goOnFrom(live: Live, kept: KeptClock | null): Promise<void> {
	const { exercise, timer } = live;
	if (kept !== null) {
		await exercise.room.perform(({ state }) => timePassedSteps(state, kept.minute));
		live.pace = kept.stepsPerSecond;
		exercise.setPace({ unit: 'steps', perSecond: kept.stepsPerSecond });
	}
	if (exercise.room.state.position.clock === 'running') await timer.resume();
	else live.pausedBecause = 'facilitator';
}

/** Where worlds are on their way, time has passed up to a minute that has been shown. */
function timePassedSteps(state: RoomState, minute: number): Step[] {
	const { step, clock } = state.position;
	if (step !== 'advance' || clock === 'paused') return [];
	return runningWorlds(state).map((world) => advanceTime(world, minute));
}

/** Whether nothing waits for anybody: there is nothing to be paused. */
export function isAtRest({ phase }: PhasePosition): boolean {
	return phase === 'lobby' || phase === 'hotWash' || phase === 'debrief' || phase === 'closed';
}
