import type { PhasePosition } from '../../exercise/phases/phases.ts';
import type { Clock } from '../clock.ts';
import type { RunningExercise } from '../running-exercise.ts';

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

/** Whether nothing waits for anybody: there is nothing to be paused. */
export function isAtRest({ phase }: PhasePosition): boolean {
	return phase === 'lobby' || phase === 'hotWash' || phase === 'debrief' || phase === 'closed';
}
