import { PROTOCOL, type DoorFacts } from '../../room/protocol/protocol.ts';
import { readPersonRequest } from '../../room/protocol/requests.ts';
import { seatTokens } from '../seats/cookies.ts';
import { ApiRefusal, tooMany, type Answer } from './answers.ts';
import { roomBehind, seatIn } from './access.ts';
import type { Asked } from './api-parts.ts';
import { readJson } from './body.ts';
import { isOwnMachine } from './origin.ts';

/** What anybody who has a code may know. */
export async function door(asked: Asked): Promise<Answer> {
	const { room, code, opens } = await roomBehind(asked);
	const { hasEnded, locked, ...rest } = await room.door();
	const facts: DoorFacts = {
		...{ code, protocol: PROTOCOL, opens, ...rest },
		state: hasEnded ? 'ended' : locked[opens] ? 'locked' : 'open',
		canWatch: !hasEnded && !locked.audience,
		keptDays: asked.parts.rooms.keepDays
	};
	return { status: 200, body: facts };
}

/** Whose seat it is, for a page that has been loaded again. */
export async function whoAmI(asked: Asked): Promise<Answer> {
	const { room, seat } = await seatIn(asked);
	const person = await room.person(seat.person);
	if (person === undefined) throw new ApiRefusal(401, 'noSeat');
	return { status: 200, body: { person } };
}

/** Something that a person asks of the room. */
export async function request(asked: Asked): Promise<Answer> {
	const { room, seat, token, code } = await seatIn(asked);
	const { requests, roomRequests } = asked.limits;
	if (!requests.take(token)) throw tooMany('requests');
	if (!roomRequests.take(code)) throw tooMany('roomRequests');
	const wanted = readPersonRequest(await readJson(asked.request));
	const answer =
		wanted === null
			? { kind: 'refused', refusal: { code: 'unreadable', params: {} } }
			: await room.request(seat.person, wanted);
	if (wanted?.type === 'eraseNames') asked.parts.rooms.eraser.erased();
	return { status: 200, body: { answer } };
}

/** Where others reach this server: for codes that are drawn on the machine that it runs on, or at a desk. */
export async function addresses({ request, parts }: Asked): Promise<Answer> {
	if (!isOwnMachine(request, parts.origin)) {
		const tokens = seatTokens(request.headers.cookie);
		const seats = await Promise.all(tokens.map((token) => parts.rooms.seats.seatOf(token)));
		if (!seats.some((seat) => seat?.kind === 'facilitator')) throw new ApiRefusal(401, 'noSeat');
	}
	return { status: 200, body: { addresses: parts.addresses() } };
}
