import type { IncomingMessage } from 'node:http';
import { readCode } from '../rooms/codes.ts';
import type { CodeMeaning } from '../rooms/known-rooms.ts';
import { cookieName, readCookies } from '../seats/cookies.ts';
import type { Seat } from '../seats/seat-store.ts';
import type { Asked } from './api-parts.ts';
import { ApiRefusal, tooMany, tryAgain } from './answers.ts';
import { addressOf } from './origin.ts';

type AtDoor = Pick<Asked, 'code' | 'parts' | 'limits'> & { readonly request: IncomingMessage };

export interface AtRoom extends CodeMeaning {
	/** As it is written. */
	readonly code: string;
}

/**
 * The room behind a typed code, open.
 * @throws ApiRefusal where there is none, or where somebody tries too many
 */
export async function roomBehind(asked: AtDoor): Promise<AtRoom> {
	const { code: typed, parts, limits, request } = asked;
	const reading = readCode(typed);
	const code = reading.ok ? reading.code : '';
	const address = addressOf(request, parts);
	if (!limits.guesses.mayTry(address, code)) throw tooMany('guessesAtPlace', 30);
	let meaning: CodeMeaning | undefined;
	try {
		meaning = await parts.rooms.byCode(code);
	} finally {
		limits.guesses.lookedUp(address, code, meaning !== undefined);
	}
	if (meaning !== undefined) return opened({ ...meaning, code });
	// It may be one of those that are not there again yet: nobody who had a seat is told that the room has gone.
	if (!parts.rooms.isRestored) throw tryAgain();
	throw new ApiRefusal(404, 'unknownCode', { wrongSigns: reading.ok ? [] : reading.wrongSigns });
}

export interface AtSeat extends AtRoom {
	readonly seat: Seat;
	/** Names the seat in limits. */
	readonly token: string;
}

/**
 * The room in which a request has the seat that it names.
 * @throws ApiRefusal where its cookie opens no such seat
 */
export async function seatIn(asked: AtDoor & Pick<Asked, 'person'>): Promise<AtSeat> {
	const { code: typed, person, parts, limits, request } = asked;
	const reading = readCode(typed);
	const code = reading.ok ? reading.code : '';
	const token = readCookies(request.headers.cookie).get(cookieName(code, person)) ?? '';
	const seat = await parts.rooms.seats.seatOf(token);
	const meaning = await parts.rooms.byCode(code);
	if (
		seat === null ||
		meaning === undefined ||
		seat.room !== meaning.room.codes.id ||
		seat.person !== person
	) {
		// A caller without a seat learns no more than at the door.
		await roomBehind(asked);
		const closed = await parts.rooms.seats.closedSeatOf(token);
		if (closed !== null)
			throw new ApiRefusal(401, closed.why === 'moved' ? 'seatMoved' : 'seatRemoved', { atMs: closed.atMs });
		throw new ApiRefusal(401, 'noSeat');
	}
	limits.guesses.seated(addressOf(request, parts), code);
	return { ...(await opened({ ...meaning, code })), seat, token };
}

async function opened(at: AtRoom): Promise<AtRoom> {
	if (await at.room.open()) return at;
	throw new ApiRefusal(503, 'roomBroken');
}
