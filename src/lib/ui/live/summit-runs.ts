import type { LiveRoomView } from '../../client/network/live-room.svelte.ts';

/** Whether a summit goes on: it has been opened and has not come to its end. */
export function summitRuns(room: LiveRoomView): boolean {
	const part = room.part('summit');
	return part !== null && part.view.result === null;
}
