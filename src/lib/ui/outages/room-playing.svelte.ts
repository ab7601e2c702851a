import type { LiveRoomView } from '../../client/network/live-room.svelte.ts';
import { AT_START } from '../../room/live/worlds/playback.ts';
import { Playing } from './playing.svelte.ts';

/** Maps that a room plays together, by the server's clock; a facilitator says how far. */
export class RoomPlaying extends Playing {
	constructor(room: LiveRoomView) {
		super({
			playback: () => room.part('playback') ?? AT_START,
			nowMs: () => room.serverNowMs(),
			put: (at, plays) => void room.send({ type: 'playShock', at, plays })
		});
	}
}
