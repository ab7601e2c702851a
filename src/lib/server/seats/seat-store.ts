import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { PersonKind } from '../../room/people/person.ts';
import { newCode } from '../rooms/codes.ts';
import { inTransaction } from '../stores/transaction.ts';
import { hashOf, isToken, newToken } from './tokens.ts';

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

const SQL = {
	addRoom: 'INSERT INTO rooms (id, code, audience_code) VALUES (?, ?, ?)',
	rooms: 'SELECT id, code, audience_code AS audienceCode FROM rooms ORDER BY id',
	isCode: 'SELECT 1 FROM rooms WHERE ?1 IN (code, audience_code)',
	removeRoom: 'DELETE FROM rooms WHERE id = ?',
	addLink: 'INSERT INTO links (hash, room, kind) VALUES (?, ?, ?)',
	withdrawLinks: 'DELETE FROM links WHERE room = ? AND kind = ?',
	countLinks: 'SELECT kind, count(*) AS n FROM links WHERE room = ? GROUP BY kind',
	link: 'SELECT kind FROM links WHERE hash = ? AND room = ?',
	addSeat: 'INSERT INTO seats (hash, room, person, kind) VALUES (?, ?, ?, ?)',
	seat: 'SELECT room, person, kind FROM seats WHERE hash = ? AND closed IS NULL',
	closed: 'SELECT closed AS why, closed_at_ms AS atMs FROM seats WHERE hash = ? AND closed IS NOT NULL',
	closeSeat:
		'UPDATE seats SET closed = ?, closed_at_ms = ? WHERE room = ? AND person = ? AND hash IS NOT ? AND closed IS NULL'
} as const;

/** Who may come into which room: codes, and of tokens only their hashes. In the same file as the logs. */
export class SeatStore {
	readonly #database: DatabaseSync;
	readonly #statements: Readonly<Record<keyof typeof SQL, StatementSync>>;

	constructor(database: DatabaseSync) {
		this.#database = database;
		const prepared = Object.entries(SQL).map(([name, sql]) => [name, database.prepare(sql)] as const);
		this.#statements = Object.fromEntries(prepared) as Record<keyof typeof SQL, StatementSync>;
	}

	/** Gives a new room its codes and links. The links are handed out here and never again. */
	addRoom(id: string): RoomCodes & { readonly links: Readonly<Record<LinkedKind, string>> } {
		const { addRoom, addLink } = this.#statements;
		return inTransaction(this.#database, () => {
			const code = this.#freeCode();
			const audienceCode = this.#freeCode(code);
			addRoom.run(id, code, audienceCode);
			const links = LINKED_KINDS.map((kind) => [kind, newToken()] as const);
			for (const [kind, token] of links) addLink.run(hashOf(token), id, kind);
			return { id, code, audienceCode, links: Object.fromEntries(links) as Record<LinkedKind, string> };
		});
	}

	rooms(): readonly RoomCodes[] {
		return this.#statements.rooms.all() as unknown as RoomCodes[];
	}

	/** Forgets a room with its seats and links. */
	removeRoom(id: string): void {
		this.#statements.removeRoom.run(id);
	}

	/** What a link of this room is for; null: it is none. */
	linkKind(room: string, token: string): LinkedKind | null {
		if (!isToken(token)) return null;
		const found = this.#statements.link.get(hashOf(token), room) as { kind: LinkedKind } | undefined;
		return found?.kind ?? null;
	}

	/** Another link of a kind. It is handed out here and never again. */
	addLink(room: string, kind: LinkedKind): string {
		const token = newToken();
		this.#statements.addLink.run(hashOf(token), room, kind);
		return token;
	}

	/** All links of a kind open nothing any more. Who came by one stays. */
	withdrawLinks(room: string, kind: LinkedKind): void {
		this.#statements.withdrawLinks.run(room, kind);
	}

	/** How many links of each kind let somebody in. */
	countLinks(room: string): Readonly<Record<LinkedKind, number>> {
		const found = this.#statements.countLinks.all(room) as { kind: LinkedKind; n: number }[];
		const of = (kind: LinkedKind) => found.find((one) => one.kind === kind)?.n ?? 0;
		return Object.fromEntries(LINKED_KINDS.map((kind) => [kind, of(kind)])) as Record<LinkedKind, number>;
	}

	/** Gives somebody a seat. @returns the token, which is kept nowhere */
	addSeat({ room, person, kind }: Seat): string {
		const token = newToken();
		this.#statements.addSeat.run(hashOf(token), room, person, kind);
		return token;
	}

	/** The seat that a token opens, or null. */
	seatOf(token: string | undefined): Seat | null {
		if (!isToken(token)) return null;
		const found = this.#statements.seat.get(hashOf(token)) as Seat | undefined;
		return found === undefined ? null : { ...found };
	}

	/** Why a token opens nothing any more; null: it never did. */
	closedSeatOf(token: string): SeatClosed | null {
		if (!isToken(token)) return null;
		const found = this.#statements.closed.get(hashOf(token)) as SeatClosed | undefined;
		return found === undefined ? null : { ...found };
	}

	/** Takes a person's seat away: every token of theirs, but the one that is given, opens nothing any more. */
	closeSeat(room: string, person: string, { why, atMs }: SeatClosed, besides?: string): void {
		const kept = besides === undefined ? null : hashOf(besides);
		this.#statements.closeSeat.run(why, atMs, room, person, kept);
	}

	#freeCode(besides = ''): string {
		for (;;) {
			const code = newCode();
			if (code !== besides && this.#statements.isCode.get(code) === undefined) return code;
		}
	}
}
