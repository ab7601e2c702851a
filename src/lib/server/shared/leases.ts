import type { PgDatabase } from '../stores/postgres/pg-database.ts';
import type { RoomCodes } from '../seats/seat-store.ts';

/** A process says so often that it lives. */
export const BEAT_EVERY_MS = 400;
/** One that has not said so for so long is taken to be dead. With what opening a room takes, its rooms go on within 5 s. */
export const LEASE_MS = 2500;
/** Processes that have been dead for so long are forgotten. */
const FORGET_AFTER_S = 60;
/** Any number, as long as it is the same for all: locks have no names. */
const STARTING = 7_280_002;

/** A room, and the process that runs it. */
export interface Lease extends RoomCodes {
	readonly holder: string | null;
	readonly fence: number;
	readonly isAlive: boolean;
	/** Whether it has ended: then it runs only while somebody reads it. */
	readonly hasEnded: boolean;
	/** Its log has been begun. */
	readonly hasLog: boolean;
}

/** A room as this process runs it from now on. */
export interface Taken {
	readonly fence: number;
	readonly runsOn: boolean;
}

/**
 * Which of several processes runs which room. Each says every 0.4 s that it lives, by the clock of PostgreSQL; what a dead one
 * held may be taken over by any other, with the next fencing number, by which alone the room can be written from then on.
 */
export class Leases {
	readonly #database: PgDatabase;
	readonly #self: string;

	constructor(database: PgDatabase, self: string) {
		this.#database = database;
		this.#self = self;
	}

	/**
	 * Becomes one of the processes. Where no other lives nobody has run the rooms for a while: they are to be paused. One starts
	 * after the other, so that of several that start together only the first finds nobody.
	 */
	async enter(): Promise<void> {
		await this.#database.transaction(async ({ query }) => {
			await query('SELECT pg_advisory_xact_lock($1)', [STARTING]);
			if (!(await this.#findsAnother(query))) await query('UPDATE rooms SET rests = true');
			await this.#enter(query);
		});
	}

	/** Says that this process lives. @returns all rooms, with who runs them */
	async beat(): Promise<readonly Lease[]> {
		return this.#database.work(async ({ query }) => {
			await this.#enter(query);
			await query('DELETE FROM processes WHERE alive_until < clock_timestamp() - make_interval(secs => $1)', [
				FORGET_AFTER_S
			]);
			return query<Lease>(
				`SELECT rooms.id, code, audience_code AS "audienceCode", holder, fence,
					coalesce(alive_until > clock_timestamp(), false) AS "isAlive",
					coalesce(summary::json ->> 'endedAtMs', '') <> '' AS "hasEnded", logs.id IS NOT NULL AS "hasLog"
				FROM rooms LEFT JOIN processes ON processes.id = holder LEFT JOIN logs ON logs.id = rooms.id
				ORDER BY rooms.id`
			);
		}, 0);
	}

	/** Who runs a room; null: there is no such room. */
	async holderOf(room: string): Promise<Pick<Lease, 'holder' | 'isAlive'> | null> {
		const [found] = await this.#database.query<Pick<Lease, 'holder' | 'isAlive'>>(
			`SELECT holder, coalesce(alive_until > clock_timestamp(), false) AS "isAlive"
			FROM rooms LEFT JOIN processes ON processes.id = holder WHERE rooms.id = $1`,
			[room]
		);
		return found ?? null;
	}

	/** Runs a room from now on; null: another process does, which lives. */
	take(room: string): Promise<Taken | null> {
		return this.#database.transaction(async ({ query }) => {
			const [taken] = await query<{ fence: number; rests: boolean }>(
				`UPDATE rooms SET holder = $2, fence = fence + 1
				WHERE id = $1 AND (holder IS NULL OR holder = $2 OR NOT EXISTS (
					SELECT FROM processes WHERE id = holder AND alive_until > clock_timestamp()
				)) RETURNING fence, rests`,
				[room, this.#self]
			);
			if (taken === undefined) return null;
			await query('UPDATE logs SET writer = $2 WHERE id = $1', [room, `${taken.fence}`]);
			return { fence: taken.fence, runsOn: !taken.rests };
		});
	}

	/** Whether nobody has taken a room over since. */
	async isHeld(room: string, { fence }: Pick<Taken, 'fence'>): Promise<boolean> {
		const found = await this.#database.query('SELECT FROM rooms WHERE id = $1 AND fence = $2', [room, fence]);
		return found.length > 0;
	}

	/** It has been opened: whoever takes it over goes on with it. */
	async opened(room: string, { fence }: Taken): Promise<void> {
		await this.#database.query('UPDATE rooms SET rests = false WHERE id = $1 AND fence = $2', [room, fence]);
	}

	/** Ids of all processes that live. */
	async others(): Promise<readonly string[]> {
		const found = await this.#database.query<{ id: string }>(
			'SELECT id FROM processes WHERE id <> $1 AND alive_until > clock_timestamp()',
			[this.#self]
		);
		return found.map(({ id }) => id);
	}

	/** Runs nothing any more: others may at once. */
	async leave(patienceMs: number): Promise<void> {
		await this.#database.transaction(async ({ query }) => {
			await query('UPDATE rooms SET holder = NULL WHERE holder = $1', [this.#self]);
			await query('DELETE FROM processes WHERE id = $1', [this.#self]);
		}, patienceMs);
	}

	async #enter(
		query: <Found>(text: string, values?: (string | number)[]) => Promise<Found[]>
	): Promise<void> {
		await query(
			`INSERT INTO processes (id, alive_until) VALUES ($1, clock_timestamp() + make_interval(secs => $2))
			ON CONFLICT (id) DO UPDATE SET alive_until = excluded.alive_until`,
			[this.#self, LEASE_MS / 1000]
		);
	}

	/** Whether another process says that it lives; one that has just died says so no more. */
	async #findsAnother(
		query: <Found>(text: string, values?: (string | number)[]) => Promise<Found[]>
	): Promise<boolean> {
		const alive = () =>
			query<{ id: string; until: string }>(
				`SELECT id, alive_until::text AS until FROM processes WHERE id <> $1 AND alive_until > clock_timestamp()`,
				[this.#self]
			);
		const before = await alive();
		for (let found = before; found.length > 0; found = await alive()) {
			if (found.some(({ id, until }) => before.find((one) => one.id === id)?.until !== until)) return true;
			await new Promise((resolve) => setTimeout(resolve, BEAT_EVERY_MS / 2));
		}
		return false;
	}
}
