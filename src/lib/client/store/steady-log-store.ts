import type { RoomEvent } from '../../exercise/log/events.ts';
import type { Clock } from '../../room/clock.ts';
import {
	StoreFault,
	type LogHead,
	type LogStore,
	type Row,
	type RowChanges,
	type StoredLog
} from '../../room/store/log-store.ts';

/** A question that is not answered by then is asked once more over a new connection. */
const PATIENCE_MS = 8000;
/** A few events are written quickly, and play waits for it. */
const APPEND_PATIENCE_MS = 1800;
/** A connection to a store, which can end at any time. */
export interface Connection<Summary> {
	readonly store: LogStore<Summary>;
	close(): void;
}

/**
 * A store that outlives its connection. Browsers end connections to their databases under memory pressure, when the
 * person clears the site's data, and for no reason that they tell: then a new one is opened and the question asked
 * again. Every question may be asked twice. Only what fails over a new connection too is told to the caller.
 */
export class SteadyLogStore<Summary> implements LogStore<Summary> {
	readonly #open: () => Promise<Connection<Summary>>;
	readonly #clock: Pick<Clock, 'later'>;
	#connection: Promise<Connection<Summary>> | null = null;
	/** Whether a connection has ended: what was kept before may be gone with its database. */
	#hasEnded = false;

	constructor(open: () => Promise<Connection<Summary>>, clock: Pick<Clock, 'later'>) {
		this.#open = open;
		this.#clock = clock;
	}

	/** Opens the store, so that it is known whether there is one. @throws StoreFault */
	async connect(): Promise<void> {
		await this.#ask(async () => {});
	}

	create(log: StoredLog<Summary>): Promise<void> {
		return this.#ask((store) => store.create(log));
	}

	async append(head: LogHead<Summary>, expectedVersion: number, events: readonly RoomEvent[]): Promise<void> {
		try {
			await this.#ask((store) => store.append(head, expectedVersion, events), APPEND_PATIENCE_MS);
		} catch (error) {
			// Removed by the person it is gone; with a database that was lost it is to be written again.
			const isLost = this.#hasEnded && error instanceof StoreFault && error.code === 'gone';
			throw isLost ? new StoreFault('lost', error) : error;
		}
	}

	read(id: string, fromVersion?: number): Promise<StoredLog<Summary> | null> {
		return this.#ask((store) => store.read(id, fromVersion));
	}

	list(): Promise<readonly LogHead<Summary>[]> {
		return this.#ask((store) => store.list());
	}

	forget(id: string): Promise<void> {
		return this.#ask((store) => store.forget(id));
	}

	takeOver(id: string, writer: string): Promise<StoredLog<Summary> | null> {
		return this.#ask((store) => store.takeOver(id, writer));
	}

	putRow(id: string, table: string, key: string, value: unknown): Promise<void> {
		return this.#ask((store) => store.putRow(id, table, key, value));
	}

	rows(id: string, table: string): Promise<readonly Row[]> {
		return this.#ask((store) => store.rows(id, table));
	}

	removeRow(id: string, table: string, key: string): Promise<void> {
		return this.#ask((store) => store.removeRow(id, table, key));
	}

	changeRows(id: string, changes: RowChanges): Promise<void> {
		return this.#ask((store) => store.changeRows(id, changes));
	}

	close(): void {
		if (this.#connection !== null) this.#drop(this.#connection);
	}

	async #ask<Answer>(
		question: (store: LogStore<Summary>) => Promise<Answer>,
		patienceMs = PATIENCE_MS
	): Promise<Answer> {
		try {
			return await this.#askOnce(question, patienceMs);
		} catch (error) {
			if (!isOfTheConnection(error)) throw error;
			this.#hasEnded = true;
			return this.#askOnce(question, patienceMs);
		}
	}

	async #askOnce<Answer>(
		question: (store: LogStore<Summary>) => Promise<Answer>,
		patienceMs: number
	): Promise<Answer> {
		const connection = (this.#connection ??= this.#open());
		try {
			return await this.#inTime(
				connection.then(({ store }) => question(store)),
				patienceMs
			);
		} catch (error) {
			if (isOfTheConnection(error)) this.#drop(connection);
			throw error;
		}
	}

	#inTime<Answer>(answer: Promise<Answer>, patienceMs: number): Promise<Answer> {
		return new Promise((resolve, reject) => {
			answer.then(resolve, reject);
			this.#clock.later(() => reject(new StoreFault('blocked')), patienceMs);
		});
	}

	#drop(connection: Promise<Connection<Summary>>): void {
		if (this.#connection === connection) this.#connection = null;
		// One that never opened, or has ended, has nothing to give back.
		connection.then(({ close }) => close()).catch(() => {});
	}
}

/** Faults of the connection rather than of what was asked. */
function isOfTheConnection(error: unknown): boolean {
	return error instanceof StoreFault && (error.code === 'broken' || error.code === 'blocked');
}
