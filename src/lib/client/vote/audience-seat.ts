import type { OwnSeats } from '../join/own-seats.ts';
import { openSeat, type OpenedSeat } from '../network/open-seat.ts';
import { readLink, readRoomCode } from '../network/room-code.ts';
import type { DoorApi } from '../network/door-api.ts';
import type { NoAnswer } from '../network/no-answer.ts';
import { PROTOCOL } from '../../room/protocol/protocol.ts';

/** What the address of an audience's page leads to. */
export type AudienceSeat =
	| OpenedSeat
	| { readonly kind: 'unknownCode' | 'roomFull' | 'ended' | 'otherProtocol' }
	/** The code is for players, who say who they are first. */
	| { readonly kind: 'playersCode'; readonly code: string }
	/** The browser keeps no seat. */
	| { readonly kind: 'noCookies' };

/**
 * Finds the seat that an address is for. With the audience's code alone in its fragment a seat is taken without asking
 * anything: a phone has no name. One that this browser has taken before is taken again.
 */
export async function audienceSeat(
	{ search, hash }: { readonly search: string; readonly hash: string },
	api: Pick<DoorApi, 'seat' | 'useLink' | 'door' | 'takeSeat'>,
	seats: Pick<OwnSeats, 'of' | 'keep'>,
	keepsCookies: () => boolean
): Promise<AudienceSeat> {
	const read = readRoomCode(decodeURIComponent(hash.slice(1)));
	if (readLink(hash) !== null || read.kind === 'wrong')
		return openSeat({ search, hash }, 'phone', api, seats);
	const { code } = read;
	const before = seats.of(code);
	if (before?.kind === 'phone') {
		const known = await api.seat(before);
		if (known.kind === 'ours') return { kind: 'seat', seat: { code, person: before.person } };
		// A person who is not answered has a seat still, and a vote: another one would count twice.
		if (known.kind !== 'notYours') return known;
	}
	return atDoor(code, api, seats, keepsCookies);
}

async function atDoor(
	code: string,
	api: Pick<DoorApi, 'seat' | 'door' | 'takeSeat'>,
	seats: Pick<OwnSeats, 'keep'>,
	keepsCookies: () => boolean
): Promise<AudienceSeat> {
	const found = await api.door(code);
	if (found.kind !== 'door') return found;
	const { opens, state, protocol } = found.door;
	if (protocol !== PROTOCOL) return { kind: 'otherProtocol' };
	if (opens === 'players') return { kind: 'playersCode', code };
	if (state === 'ended') return { kind: 'ended' };
	// A seat is a cookie: none is taken by a browser that forgets it.
	if (!keepsCookies()) return { kind: 'noCookies' };
	const joined = await api.takeSeat(code, { kind: 'phone', name: '', team: null });
	if (joined.kind === 'refused') return { kind: joined.refusal.code === 'roomEnded' ? 'ended' : 'roomFull' };
	if (joined.kind !== 'joined') return joined satisfies NoAnswer;
	const { id: person } = joined.person;
	// It is looked up once, so that nobody votes from a sign-in window that forgets it.
	if ((await api.seat({ code, person })).kind === 'notYours') return { kind: 'noCookies' };
	seats.keep({ code, person, kind: 'phone', name: '', teamName: null });
	return { kind: 'seat', seat: { code, person } };
}
