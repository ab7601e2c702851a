import * as v from 'valibot';
import { isSameKey } from '../seats/tokens.ts';
import { ApiRefusal, type Answer } from './answers.ts';
import { roomBehind } from './access.ts';
import type { Asked } from './api-parts.ts';
import { readBody } from './body.ts';
import { takeKeyTry } from './openings.ts';
import { takeSeat } from './take-seat.ts';

const schema = v.strictObject({ hostKey: v.pipe(v.string(), v.maxLength(200)) });

/** The rooms of this server, to who has its host key: the laptop of the host may have died. */
export async function listRooms(asked: Asked): Promise<Answer> {
	await requireKey(asked);
	return { status: 200, body: { rooms: await asked.parts.rooms.list() } };
}

/** Seats a person with the host key at the desk of a room, as its host. */
export async function takeOver(asked: Asked): Promise<Answer> {
	await requireKey(asked);
	const at = await roomBehind(asked);
	const { person, cookie } = await takeSeat(asked, at, { kind: 'facilitator', name: '', team: null }, true);
	const { code, audienceCode } = at.room.codes;
	return { status: 201, body: { code, audienceCode, person }, headers: { 'Set-Cookie': cookie } };
}

/** On the server's own machine too: the stage may run there, and whoever stands before it is not the host. */
async function requireKey(asked: Asked): Promise<void> {
	takeKeyTry(asked);
	const { request, parts } = asked;
	const { hostKey } = await readBody(request, schema);
	if (!isSameKey(hostKey, parts.hostKey))
		throw new ApiRefusal(401, hostKey === '' ? 'hostKeyNeeded' : 'wrongHostKey');
}
