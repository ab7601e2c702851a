import { probeDisk } from '../preflight/disk.ts';
import { ApiRefusal, tooMany, type Answer } from './answers.ts';
import { seatIn } from './access.ts';
import type { Asked } from './api-parts.ts';

/** What a server can say of whether a workshop will work here. For facilitators. */
export async function preflight(asked: Asked): Promise<Answer> {
	const { room, seat, token } = await seatIn(asked);
	if (seat.kind !== 'facilitator') throw new ApiRefusal(403, 'notForYou');
	if (!asked.limits.requests.take(token)) throw tooMany('requests');
	const { parts } = asked;
	return {
		status: 200,
		body: {
			addresses: parts.addresses(),
			hasOrigin: parts.origin !== null,
			visits: asked.watched.visits(),
			polling: room.polling,
			delayMs: asked.watched.delayMs(),
			disk: await probeDisk(parts.rooms.store, room.codes.id, parts.rooms.folder),
			dateMs: Date.now()
		}
	};
}

/** The log of a room as a file. For facilitators. */
export async function roomLog(asked: Asked): Promise<Answer> {
	const { room, seat, token, code } = await seatIn(asked);
	if (seat.kind !== 'facilitator') throw new ApiRefusal(403, 'notForYou');
	if (!asked.limits.requests.take(token)) throw tooMany('requests');
	const text = await asked.parts.rooms.logText(room.codes.id, asked.query.get('texts') === '0');
	if (text === null) throw new ApiRefusal(404, 'unknownCode');
	const headers = { 'Content-Disposition': `attachment; filename="room-${code}.json"` };
	return { status: 200, body: text, isText: true, headers };
}
