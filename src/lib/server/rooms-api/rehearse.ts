import { seatIn } from './access.ts';
import type { Asked } from './api-parts.ts';
import { ApiRefusal, type Answer } from './answers.ts';
import { opened } from './open-room.ts';
import { takeOpening } from './openings.ts';

/** Opens a rehearsal of a room: another room with the same setup. Nothing that happens in it touches this one. */
export async function rehearse(asked: Asked): Promise<Answer> {
	const room = await deskOf(asked);
	takeOpening(asked);
	const summary = await asked.parts.rooms.eraser.summaryOf(room);
	if (summary === null) throw new ApiRefusal(404, 'unknownCode');
	return opened(asked, summary.setup, { isRehearsal: true });
}

/** Throws a rehearsal away. */
export async function endRehearsal(asked: Asked): Promise<Answer> {
	const room = await deskOf(asked);
	if (!(await asked.parts.rooms.eraser.throwAway(room))) throw new ApiRefusal(409, 'noRehearsal');
	return { status: 200, body: {} };
}

/** The id of the room at whose desk somebody sits. */
async function deskOf(asked: Asked): Promise<string> {
	const { seat, room } = await seatIn(asked);
	if (seat.kind !== 'facilitator') throw new ApiRefusal(403, 'noDesk');
	return room.codes.id;
}
