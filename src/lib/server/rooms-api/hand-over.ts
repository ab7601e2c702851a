import * as v from 'valibot';
import { seatCookie } from '../seats/cookies.ts';
import type { HandOverReading } from '../seats/hand-overs.ts';
import { ApiRefusal, tooMany, type Answer } from './answers.ts';
import { roomBehind, seatIn, type AtRoom } from './access.ts';
import type { Asked } from './api-parts.ts';
import { readBody } from './body.ts';
import { addressOf, isSecure } from './origin.ts';

/** Null: one's own seat. A facilitator may make one for somebody whose device has lost its seat. */
const makeSchema = v.strictObject({ person: v.nullable(v.pipe(v.string(), v.maxLength(40))) });
const digits = v.pipe(v.string(), v.maxLength(20));
const lookSchema = v.strictObject({ code: digits });
const useSchema = v.strictObject({ code: digits, both: v.boolean() });

/** A code that takes a seat to another device. */
export async function makeHandOver(asked: Asked): Promise<Answer> {
	const { room, seat, token } = await seatIn(asked);
	if (!asked.limits.requests.take(token)) throw tooMany('requests');
	const { person } = await readBody(asked.request, makeSchema);
	if (person !== null && person !== seat.person) {
		const other = await room.person(person);
		if (seat.kind !== 'facilitator' || other === undefined || other.kind === 'facilitator')
			throw new ApiRefusal(403, 'notForYou');
	}
	const { code, forMs } = await asked.parts.rooms.handOvers.make(room.codes.id, person ?? seat.person);
	return { status: 201, body: { code, forMs } };
}

/** Whose seat a code is for, before it is taken. */
export async function lookAtHandOver(asked: Asked): Promise<Answer> {
	const at = await roomBehind(asked);
	const { code } = await readBody(asked.request, lookSchema);
	const reading = await asked.parts.rooms.handOvers.read(at.room.codes.id, code);
	return { status: 200, body: { person: await meant(at, reading) } };
}

/** Takes the seat, alone or beside the device that has it. */
export async function useHandOver(asked: Asked): Promise<Answer> {
	const { request, parts, limits } = asked;
	const at = await roomBehind(asked);
	const { code, both } = await readBody(request, useSchema);
	const { room } = at;
	const person = await meant(at, await parts.rooms.handOvers.use(room.codes.id, code));
	const token = await parts.rooms.seats.addSeat({
		room: room.codes.id,
		person: person.id,
		kind: person.kind
	});
	if (!both) await parts.rooms.moveSeat(room, person.id, token);
	limits.guesses.seated(addressOf(request, parts), at.code);
	const cookie = seatCookie(at.code, person.id, token, isSecure(request, parts.origin));
	return { status: 201, body: { person }, headers: { 'Set-Cookie': cookie } };
}

async function meant({ room }: AtRoom, reading: HandOverReading) {
	if (!reading.ok) throw new ApiRefusal(403, reading.code);
	const person = await room.person(reading.person);
	if (person === undefined) throw new ApiRefusal(403, 'codeOld');
	return person;
}
