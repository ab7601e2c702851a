import type { SendAnswer } from '../../client/connection/room-connection.ts';
import type { LiveRoomView } from '../../client/network/live-room.svelte.ts';
import type { RoomParts } from '../../room/live/parts.ts';
import type { RequestBody } from '../../room/protocol/requests.ts';

/** A room on a server as its screens know it: with these parts, and answering as it is told to. */
export function liveRoom(parts: Partial<RoomParts>, answer: () => Promise<SendAnswer> = accepted) {
	const sent: RequestBody[] = [];
	const send = (body: RequestBody) => {
		sent.push(body);
		return answer();
	};
	const room = {
		status: { kind: 'live' },
		setback: null,
		part: (key: keyof RoomParts) => parts[key] ?? null,
		serverNowMs: () => 0,
		send,
		sendQuietly: send
	};
	return { room: room as unknown as LiveRoomView, sent };
}

function accepted(): Promise<SendAnswer> {
	return Promise.resolve({ kind: 'accepted', version: 1 });
}
