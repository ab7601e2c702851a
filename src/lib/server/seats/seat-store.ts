import type { PersonKind } from '../../room/people/person.ts';

/** Kinds of people who come in by a secret link and not by a code. */
export const LINKED_KINDS = ['facilitator', 'evaluator', 'stage', 'observer'] as const;
export type LinkedKind = (typeof LINKED_KINDS)[number];

export interface RoomCodes {
	readonly id: string;
	/** For players. */
	readonly code: string;
	/** For phones of an audience and for observers. */
	readonly audienceCode: string;
}

export interface Seat {
	readonly room: string;
	readonly person: string;
	readonly kind: PersonKind;
}

/** Why a token opens a seat no more: it was moved to another device, or the person was taken out of the room. */
export type SeatClosed = { readonly why: 'moved' | 'removed'; readonly atMs: number };

/** A new room: the links are handed out here and never again. */
export type NewRoom = RoomCodes & { readonly links: Readonly<Record<LinkedKind, string>> };

/** Who may come into which room: codes, and of tokens only their hashes. Beside the logs. */
export interface SeatStore {
	/** Gives a new room its codes and links. */
	addRoom(id: string): Promise<NewRoom>;
	rooms(): Promise<readonly RoomCodes[]>;
	/** Forgets a room with its seats and links. */
	removeRoom(id: string): Promise<void>;
	/** What a link of this room is for; null: it is none. */
	linkKind(room: string, token: string): Promise<LinkedKind | null>;
	/** Another link of a kind. It is handed out here and never again. */
	addLink(room: string, kind: LinkedKind): Promise<string>;
	/** All links of a kind open nothing any more. Who came by one stays. */
	withdrawLinks(room: string, kind: LinkedKind): Promise<void>;
	/** How many links of each kind let somebody in. */
	countLinks(room: string): Promise<Readonly<Record<LinkedKind, number>>>;
	/** Gives somebody a seat. @returns the token, which is kept nowhere */
	addSeat(seat: Seat): Promise<string>;
	/** The seat that a token opens, or null. */
	seatOf(token: string | undefined): Promise<Seat | null>;
	/** Why a token opens nothing any more; null: it never did. */
	closedSeatOf(token: string): Promise<SeatClosed | null>;
	/** Takes a person's seat away: every token of theirs, but the one that is given, opens nothing any more. */
	closeSeat(room: string, person: string, closed: SeatClosed, besides?: string): Promise<void>;
}

/** How many of each kind there are, where only those that there are some of have been counted. */
export function countsOf(found: readonly { readonly kind: LinkedKind; readonly n: number }[]) {
	const of = (kind: LinkedKind) => found.find((one) => one.kind === kind)?.n ?? 0;
	return Object.fromEntries(LINKED_KINDS.map((kind) => [kind, of(kind)])) as Record<LinkedKind, number>;
}
