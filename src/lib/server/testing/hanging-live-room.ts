import { LiveRoom } from '../../room/live/live-room.ts';
import type { OpenLiveRoom } from '../rooms/hosted-rooms.ts';

/** A room that never comes back from a certain request: as a defect would have it that ends in a loop. */
export const openLiveRoom: OpenLiveRoom = async (parts) => {
	const room = await LiveRoom.open(parts);
	const { request } = room;
	room.request = (person, asked) => {
		if (asked.type === 'rename' && asked.name === 'loop') for (;;);
		return request.call(room, person, asked);
	};
	return room;
};
