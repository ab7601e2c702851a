import { ApiRefusal, tooMany, type Answer } from './answers.ts';
import { seatIn } from './access.ts';
import type { Asked } from './api-parts.ts';

/** From which a page replays a room: for whoever was in it, what they may know, once it is over. */
export async function roomReplay(asked: Asked): Promise<Answer> {
	const { room, seat, token, code } = await seatIn(asked);
	const { requests, roomRequests } = asked.limits;
	if (!requests.take(token)) throw tooMany('requests');
	if (!roomRequests.take(code)) throw tooMany('roomRequests');
	const replay = await room.replay(seat.person);
	if (replay === null) throw new ApiRefusal(403, 'notForYou');
	return { status: 200, body: replay };
}
