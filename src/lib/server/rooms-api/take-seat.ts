import * as v from 'valibot';
import { idField } from '../../exercise/log/fields.ts';
import { nameField, type Person, type PersonKind } from '../../room/people/person.ts';
import { seatCookie } from '../seats/cookies.ts';
import { newPersonId } from '../seats/tokens.ts';
import { ApiRefusal, tooMany, type Answer } from './answers.ts';
import { roomBehind, type AtRoom } from './access.ts';
import type { Asked } from './api-parts.ts';
import { readBody } from './body.ts';
import { addressOf, isSecure } from './origin.ts';

const joinSchema = v.strictObject({
	kind: v.picklist(['player', 'observer', 'phone']),
	name: nameField,
	team: v.nullable(idField)
});
const linkSchema = v.strictObject({
	token: v.pipe(v.string(), v.maxLength(100)),
	name: v.optional(nameField, ''),
	team: v.optional(v.nullable(idField), null)
});

/** Somebody comes in by a code. */
export async function joinRoom(asked: Asked): Promise<Answer> {
	const at = await roomBehind(asked);
	const wanted = await readBody(asked.request, joinSchema);
	if (at.opens === 'audience' && wanted.kind === 'player') throw new ApiRefusal(403, 'notByThisCode');
	const { person, cookie } = await takeSeat(asked, at, wanted);
	return { status: 201, body: { person }, headers: { 'Set-Cookie': cookie } };
}

/** Somebody comes in by a secret link. */
export async function useLink(asked: Asked): Promise<Answer> {
	const at = await roomBehind(asked);
	const { token, name, team } = await readBody(asked.request, linkSchema);
	const kind = await asked.parts.rooms.seats.linkKind(at.room.codes.id, token);
	if (kind === null) throw new ApiRefusal(403, 'unknownLink');
	const { person, cookie } = await takeSeat(asked, at, { kind, name, team });
	return { status: 201, body: { person, kind }, headers: { 'Set-Cookie': cookie } };
}

/**
 * Takes somebody in and gives them their seat.
 * @param takesChair a facilitator who is the host from now on
 * @throws ApiRefusal with the room's reason where it does not take them
 */
export async function takeSeat(
	{ request, parts, limits }: Pick<Asked, 'request' | 'parts' | 'limits'>,
	{ room, code }: Pick<AtRoom, 'room' | 'code'>,
	{ kind, name, team }: Pick<Person, 'name' | 'team'> & { readonly kind: PersonKind },
	takesChair = false
): Promise<{ readonly person: Person; readonly cookie: string }> {
	if (!limits.joins.take(code)) throw tooMany('joins');
	const answer = await room.join({ id: newPersonId(), kind, name, team, takesChair });
	if (answer.kind === 'refused') throw new ApiRefusal(409, 'refused', { refusal: answer.refusal });
	const { person } = answer;
	const token = await parts.rooms.seats.addSeat({ room: room.codes.id, person: person.id, kind });
	limits.guesses.seated(addressOf(request, parts), code);
	return { person, cookie: seatCookie(code, person.id, token, isSecure(request, parts.origin)) };
}
