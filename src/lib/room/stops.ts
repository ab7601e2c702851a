import type { RoomState } from '../exercise/state.ts';
import type { Frame } from '../sim/observe/frame.ts';
import type { RoomWorld } from './room-world.ts';

/** A world where it stands, and where it stood at the stop before. */
export interface BetweenStops {
	readonly since: Frame;
	readonly now: Frame;
}

/**
 * A world at the stop at which it stands and at the one before, planned or not. Null: nothing has passed, or the world has
 * not been computed up to there again after its room was opened.
 *
 * @param minute at which it stands
 */
export function betweenStops(
	{ rounds }: Pick<RoomState, 'rounds'>,
	world: RoomWorld,
	minute: number
): BetweenStops | null {
	const played = world.sampledUntil(minute);
	if (played.length < world.samples.filter((one) => one <= minute).length) return null;
	const before = rounds.filter(({ atMin }) => atMin < minute).at(-1)?.atMin ?? 0;
	const since = world.keptAt(before) ?? played.filter((one) => one.minute <= before).at(-1);
	if (since === undefined || since.minute >= minute) return null;
	return { since, now: world.keep(minute) };
}
