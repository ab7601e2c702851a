import { newCode } from '../../rooms/codes.ts';
import {
	countsOf,
	LINKED_KINDS,
	type LinkedKind,
	type NewRoom,
	type RoomCodes,
	type Seat,
	type SeatClosed,
	type SeatStore
} from '../../seats/seat-store.ts';
import { hashOf, isToken, newToken } from '../../seats/tokens.ts';
import type { PgDatabase, Statements } from './pg-database.ts';

const COLUMNS = 'id, code, audience_code AS "audienceCode"';

/** Seats in PostgreSQL, for all processes that serve its rooms. */
export class PgSeatStore implements SeatStore {
	readonly #database: PgDatabase;
	readonly #holder: string | null;

	/** @param holder the process that runs the rooms that are added here */
	constructor(database: PgDatabase, holder: string | null) {
		this.#database = database;
		this.#holder = holder;
	}

	addRoom(id: string): Promise<NewRoom> {
		const links = LINKED_KINDS.map((kind) => [kind, newToken()] as const);
		return this.#database.transaction(async (statements) => {
			const { query } = statements;
			const code = await freeCode(statements);
			const audienceCode = await freeCode(statements, code);
			await query(
				`INSERT INTO rooms (id, code, audience_code, holder, fence) VALUES ($1, $2, $3, $4, 1)
				ON CONFLICT (id) DO NOTHING`,
				[id, code, audienceCode, this.#holder]
			);
			for (const [kind, token] of links)
				await query('INSERT INTO links (hash, room, kind) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
					hashOf(token),
					id,
					kind
				]);
			const [codes] = await query<RoomCodes>(`SELECT ${COLUMNS} FROM rooms WHERE id = $1`, [id]);
			return { ...codes, links: Object.fromEntries(links) as Record<LinkedKind, string> };
		});
	}

	rooms(): Promise<readonly RoomCodes[]> {
		return this.#database.query<RoomCodes>(`SELECT ${COLUMNS} FROM rooms ORDER BY id`);
	}

	/** The room that a code of either kind is of. */
	async roomOf(code: string): Promise<RoomCodes | null> {
		const [found] = await this.#database.query<RoomCodes>(
			`SELECT ${COLUMNS} FROM rooms WHERE code = $1 OR audience_code = $1`,
			[code]
		);
		return found ?? null;
	}

	async removeRoom(id: string): Promise<void> {
		await this.#database.query('DELETE FROM rooms WHERE id = $1', [id]);
	}

	async linkKind(room: string, token: string): Promise<LinkedKind | null> {
		if (!isToken(token)) return null;
		const [found] = await this.#database.query<{ kind: LinkedKind }>(
			'SELECT kind FROM links WHERE hash = $1 AND room = $2',
			[hashOf(token), room]
		);
		return found?.kind ?? null;
	}

	async addLink(room: string, kind: LinkedKind): Promise<string> {
		const token = newToken();
		await this.#database.query(
			'INSERT INTO links (hash, room, kind) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
			[hashOf(token), room, kind]
		);
		return token;
	}

	async withdrawLinks(room: string, kind: LinkedKind): Promise<void> {
		await this.#database.query('DELETE FROM links WHERE room = $1 AND kind = $2', [room, kind]);
	}

	async countLinks(room: string): Promise<Readonly<Record<LinkedKind, number>>> {
		return countsOf(
			await this.#database.query<{ kind: LinkedKind; n: number }>(
				'SELECT kind, count(*)::int AS n FROM links WHERE room = $1 GROUP BY kind',
				[room]
			)
		);
	}

	async addSeat({ room, person, kind }: Seat): Promise<string> {
		const token = newToken();
		await this.#database.query(
			'INSERT INTO seats (hash, room, person, kind) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
			[hashOf(token), room, person, kind]
		);
		return token;
	}

	async seatOf(token: string | undefined): Promise<Seat | null> {
		if (!isToken(token)) return null;
		const [found] = await this.#database.query<Seat>(
			'SELECT room, person, kind FROM seats WHERE hash = $1 AND closed IS NULL',
			[hashOf(token)]
		);
		return found ?? null;
	}

	async closedSeatOf(token: string): Promise<SeatClosed | null> {
		if (!isToken(token)) return null;
		const [found] = await this.#database.query<{ why: SeatClosed['why']; atMs: string }>(
			'SELECT closed AS why, closed_at_ms AS "atMs" FROM seats WHERE hash = $1 AND closed IS NOT NULL',
			[hashOf(token)]
		);
		return found === undefined ? null : { why: found.why, atMs: Number(found.atMs) };
	}

	async closeSeat(room: string, person: string, { why, atMs }: SeatClosed, besides?: string): Promise<void> {
		await this.#database.query(
			`UPDATE seats SET closed = $3, closed_at_ms = $4
			WHERE room = $1 AND person = $2 AND hash IS DISTINCT FROM $5 AND closed IS NULL`,
			[room, person, why, Math.round(atMs), besides === undefined ? null : hashOf(besides)]
		);
	}
}

async function freeCode({ query }: Statements, besides = ''): Promise<string> {
	for (;;) {
		const code = newCode();
		const taken = await query('SELECT 1 FROM rooms WHERE $1 IN (code, audience_code)', [code]);
		if (code !== besides && taken.length === 0) return code;
	}
}
