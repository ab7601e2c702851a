import { ApiRefusal, type Answer } from './answers.ts';
import type { Asked } from './api-parts.ts';
import { asHost } from './staff-links.ts';

/** Deletes all that is kept of a room, at once. For its host, once it has ended. */
export async function eraseRoom(asked: Asked): Promise<Answer> {
	const { room } = await asHost(asked);
	if (!(await room.door()).hasEnded) throw new ApiRefusal(409, 'notEnded');
	await asked.parts.rooms.eraser.erase(room.codes.id);
	return { status: 200, body: {} };
}
