import pg from 'pg';
import { isAway } from './pg-faults.ts';

/** A server that starts again takes seconds: so long work waits for it, before it is said that it is away. */
export const PATIENCE_MS = 30_000;
const CONNECT_MS = 3000;
/** Longer than any of our statements takes: the connection is dead. */
const ANSWER_MS = 10_000;
const TRY_AGAIN_MS = 100;

export type Values = readonly (string | number | boolean | Buffer | null | readonly (string | number)[])[];

/** What statements are sent by: a connection of its own, in a transaction or not. */
export interface Statements {
	query<Found>(text: string, values?: Values): Promise<Found[]>;
}

/**
 * A few connections to PostgreSQL. While it is away, or has just come back, work waits and is done again from its beginning:
 * all of it has to be such that doing it twice is the same as doing it once.
 */
export class PgDatabase {
	readonly #pool: pg.Pool;

	/** @param most connections at one time */
	constructor(url: string, most: number) {
		this.#pool = new pg.Pool({
			connectionString: url,
			max: most,
			connectionTimeoutMillis: CONNECT_MS,
			query_timeout: ANSWER_MS,
			keepAlive: true,
			application_name: 'patchfall'
		});
		// A connection that nobody uses may end at any time: the next work opens another.
		this.#pool.on('error', () => {});
	}

	/** One statement. @throws what PostgreSQL says; where it stays away, why it cannot be reached */
	query<Found>(text: string, values: Values = [], patienceMs = PATIENCE_MS): Promise<Found[]> {
		return this.work((statements) => statements.query<Found>(text, values), patienceMs);
	}

	/** All of it or nothing. */
	transaction<Result>(
		work: (statements: Statements) => Promise<Result>,
		patienceMs = PATIENCE_MS
	): Promise<Result> {
		return this.work(async (statements) => {
			await statements.query('BEGIN');
			try {
				const result = await work(statements);
				await statements.query('COMMIT');
				return result;
			} catch (error) {
				if (!isAway(error)) await statements.query('ROLLBACK');
				throw error;
			}
		}, patienceMs);
	}

	/** Several statements by one connection. */
	async work<Result>(
		work: (statements: Statements) => Promise<Result>,
		patienceMs = PATIENCE_MS
	): Promise<Result> {
		const untilMs = performance.now() + patienceMs;
		for (;;) {
			try {
				return await this.#once(work);
			} catch (error) {
				if (!isAway(error) || performance.now() >= untilMs) throw error;
				await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN_MS));
			}
		}
	}

	/** Ends all connections, also where PostgreSQL is away. */
	async close(): Promise<void> {
		await this.#pool.end();
	}

	async #once<Result>(work: (statements: Statements) => Promise<Result>): Promise<Result> {
		const client = await this.#pool.connect();
		let failed: unknown = null;
		// It may end between two statements: the next one says so.
		const ended = () => {};
		client.on('error', ended);
		try {
			return await work({
				query: async <Found>(text: string, values: Values = []) =>
					(await client.query(text, values as unknown[])).rows as Found[]
			});
		} catch (error) {
			failed = error;
			throw error;
		} finally {
			client.off('error', ended);
			client.release(isAway(failed));
		}
	}
}
