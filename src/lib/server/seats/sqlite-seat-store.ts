import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { newCode } from '../rooms/codes.ts';
import { inTransaction } from '../stores/transaction.ts';
import {
	countsOf,
	LINKED_KINDS,
	type LinkedKind,
	type NewRoom,
	type RoomCodes,
	type Seat,
	type SeatClosed,
	type SeatStore
} from './seat-store.ts';
import { hashOf, isToken, newToken } from './tokens.ts';

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

/** Seats in the server's file, which answers at once. */
export class SqliteSeatStore implements SeatStore {
	readonly #database: DatabaseSync;
	readonly #statements: Readonly<Record<keyof typeof SQL, StatementSync>>;

	constructor(database: DatabaseSync) {
		this.#database = database;
		const prepared = Object.entries(SQL).map(([name, sql]) => [name, database.prepare(sql)] as const);
		this.#statements = Object.fromEntries(prepared) as Record<keyof typeof SQL, StatementSync>;
	}

	async addRoom(id: string): Promise<NewRoom> {
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

	async rooms(): Promise<readonly RoomCodes[]> {
		return this.#statements.rooms.all() as unknown as RoomCodes[];
	}

	async removeRoom(id: string): Promise<void> {
		this.#statements.removeRoom.run(id);
	}

	async linkKind(room: string, token: string): Promise<LinkedKind | null> {
		if (!isToken(token)) return null;
		const found = this.#statements.link.get(hashOf(token), room) as { kind: LinkedKind } | undefined;
		return found?.kind ?? null;
	}

	async addLink(room: string, kind: LinkedKind): Promise<string> {
		const token = newToken();
		this.#statements.addLink.run(hashOf(token), room, kind);
		return token;
	}

	async withdrawLinks(room: string, kind: LinkedKind): Promise<void> {
		this.#statements.withdrawLinks.run(room, kind);
	}

	async countLinks(room: string): Promise<Readonly<Record<LinkedKind, number>>> {
		return countsOf(this.#statements.countLinks.all(room) as { kind: LinkedKind; n: number }[]);
	}

	async addSeat({ room, person, kind }: Seat): Promise<string> {
		const token = newToken();
		this.#statements.addSeat.run(hashOf(token), room, person, kind);
		return token;
	}

	async seatOf(token: string | undefined): Promise<Seat | null> {
		if (!isToken(token)) return null;
		const found = this.#statements.seat.get(hashOf(token)) as Seat | undefined;
		return found === undefined ? null : { ...found };
	}

	async closedSeatOf(token: string): Promise<SeatClosed | null> {
		if (!isToken(token)) return null;
		const found = this.#statements.closed.get(hashOf(token)) as SeatClosed | undefined;
		return found === undefined ? null : { ...found };
	}

	async closeSeat(room: string, person: string, { why, atMs }: SeatClosed, besides?: string): Promise<void> {
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
