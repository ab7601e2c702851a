import type { PersonKind } from '../../room/people/person.ts';
import type { OwnSeats } from '../join/own-seats.ts';
import { readLink } from './room-code.ts';
import type { SeatAddress } from './seat-address.ts';
import type { DoorApi } from './door-api.ts';
import type { NoAnswer } from './no-answer.ts';

/** What the address of a page leads to. */
export type OpenedSeat =
	| { readonly kind: 'seat'; readonly seat: SeatAddress }
	/** The address names neither a seat nor a link. */
	| { readonly kind: 'noAddress' }
	| { readonly kind: 'notValid' }
	/** A seat that this browser does not hold. */
	| { readonly kind: 'notYours'; readonly code: string }
	/** It was, and is on another device now. */
	| { readonly kind: 'seatMoved'; readonly code: string }
	/** It was, and was taken away. `atMs`: in ms since 1970. */
	| { readonly kind: 'seatGone'; readonly code: string; readonly atMs: number | null }
	| NoAnswer;

/**
 * Finds the seat that an address is for: the one it names, or the one that the link in its fragment opens. A link that
 * this browser has used before leads to the same seat again. A seat that is named is not asked for: its connection is told
 * at once what it is shown, or that it is none.
 */
export async function openSeat(
	{ search, hash }: { readonly search: string; readonly hash: string },
	kind: PersonKind,
	api: Pick<DoorApi, 'seat' | 'useLink'>,
	seats: Pick<OwnSeats, 'of' | 'keep'>
): Promise<OpenedSeat> {
	const link = readLink(hash);
	if (link === null) return namedSeat(search);
	const before = seats.of(link.code);
	if (before?.kind === kind) {
		const known = await api.seat(before);
		if (known.kind === 'ours') return { kind: 'seat', seat: { code: link.code, person: before.person } };
		// A person who is not answered has a seat still, and takes no other.
		if (known.kind !== 'notYours') return known;
	}
	const opened = await api.useLink(link.code, link.token);
	if (opened.kind !== 'joined') return opened;
	const { person } = opened;
	seats.keep({ code: link.code, person: person.id, kind: person.kind, name: person.name, teamName: null });
	return { kind: 'seat', seat: { code: link.code, person: person.id } };
}

function namedSeat(search: string): OpenedSeat {
	const asked = new URLSearchParams(search);
	const [code, person] = [asked.get('code'), asked.get('seat')];
	if (code === null || person === null) return { kind: 'noAddress' };
	const looksAt = asked.get('looksAt');
	return { kind: 'seat', seat: { code, person, ...(looksAt !== null && { looksAt }) } };
}

/** Why a connection was told that its seat is none; null: that is not known. */
export async function whyNoSeat(
	seat: SeatAddress,
	api: Pick<DoorApi, 'seat'>
): Promise<Exclude<OpenedSeat, NoAnswer | { kind: 'seat' }> | null> {
	const known = await api.seat(seat);
	if (known.kind !== 'notYours') return null;
	const { code } = seat;
	if (known.why === 'seatRemoved') return { kind: 'seatGone', code, atMs: known.atMs ?? null };
	return { kind: known.why ?? 'notYours', code };
}
