import type { RoomSummary } from '../../room/live/live-room-contract.ts';

const HOUR_MS = 3_600_000;
/** A rehearsal that nobody has ended is thrown away after so long. */
const REHEARSAL_MS = 6 * HOUR_MS;

/** Whether a room is to be deleted: it ended long enough ago, or is a rehearsal that was left behind. */
export function isOver(
	{ isRehearsal, openedAtMs, endedAtMs }: RoomSummary,
	nowMs: number,
	keepDays: number
): boolean {
	if (isRehearsal) return openedAtMs < nowMs - REHEARSAL_MS;
	return endedAtMs !== null && endedAtMs < nowMs - keepDays * 24 * HOUR_MS;
}
