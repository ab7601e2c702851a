import type { PersonKind } from '../../room/people/person.ts';
import type { OwnSeats } from '../join/own-seats.ts';
import { readLink } from './room-code.ts';
import type { SeatAddress } from './network-connection.ts';
import type { NoAnswer, RoomsApi } from './rooms-api.ts';

/** What the address of a page leads to. */
export type OpenedSeat =
	| { readonly kind: 'seat'; readonly seat: SeatAddress }
	/** The address names neither a seat nor a link. */
	| { readonly kind: 'noAddress' }
	| { readonly kind: 'notValid' }
	/** A seat that this browser does not hold. */
	| { readonly kind: 'notYours'; readonly code: string }
	| NoAnswer;

/**
 * Finds the seat that an address is for: the one it names, or the one that the link in its fragment opens. A link that
 * this browser has used before leads to the same seat again.
 */
export async function openSeat(
	{ search, hash }: { readonly search: string; readonly hash: string },
	kind: PersonKind,
	api: Pick<RoomsApi, 'seat' | 'useLink'>,
	seats: Pick<OwnSeats, 'of' | 'keep'>
): Promise<OpenedSeat> {
	const link = readLink(hash);
	if (link === null) return seatOf(search, api);
	const before = seats.of(link.code);
	if (before?.kind === kind) {
		const known = await api.seat(before);
		if (known.kind === 'ours') return { kind: 'seat', seat: { code: link.code, person: before.person } };
	}
	const opened = await api.useLink(link.code, link.token);
	if (opened.kind !== 'joined') return opened;
	const { person } = opened;
	seats.keep({ code: link.code, person: person.id, kind: person.kind, name: person.name, teamName: null });
	return { kind: 'seat', seat: { code: link.code, person: person.id } };
}

async function seatOf(search: string, api: Pick<RoomsApi, 'seat'>): Promise<OpenedSeat> {
	const asked = new URLSearchParams(search);
	const [code, person] = [asked.get('code'), asked.get('seat')];
	if (code === null || person === null) return { kind: 'noAddress' };
	const known = await api.seat({ code, person });
	if (known.kind === 'notYours') return { kind: 'notYours', code };
	// What cannot be reached now will be: the connection tries again by itself.
	if (known.kind === 'ours' || known.kind === 'unreachable') return { kind: 'seat', seat: { code, person } };
	return known;
}
