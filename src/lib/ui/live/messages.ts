import type { LiveRoomView } from '../../client/network/live-room.svelte.ts';
import type { Headline } from '../../room/live/parts.ts';

/** What went out to everybody, latest last. Staff have it in their view of the room. */
export function headlinesOf(room: LiveRoomView): readonly Headline[] {
	const told = room.part('headlines');
	if (told !== null) return told;
	const projection = room.part('view')?.projection;
	const world = room.part('world')?.view ?? Object.values(projection?.worlds ?? {})[0];
	return (world?.injects ?? []).filter(({ to }) => to === null);
}
