import pg from 'pg';
import type { PgDatabase } from '../stores/postgres/pg-database.ts';
import type { ProcessMessage } from './process-messages.ts';

/** A notification may be lost: messages are looked for so often anyway. */
const LOOK_EVERY_MS = 500;
const LISTEN_AGAIN_MS = 500;

interface MessageQueueParts {
	readonly url: string;
	readonly database: PgDatabase;
	/** This process. */
	readonly self: string;
	readonly hear: (message: ProcessMessage) => void;
	/** PostgreSQL went away: messages may have been lost. */
	readonly lost: () => void;
}

/**
 * Messages between processes, in a table of PostgreSQL, so that processes need to reach nothing else. Those of one sender arrive
 * in their order; each at most once, and some not at all where PostgreSQL crashes.
 */
export class MessageQueue {
	readonly #parts: MessageQueueParts;
	/** By recipient. */
	#waiting = new Map<string, ProcessMessage[]>();
	#isSending = false;
	#looking: Promise<void> | null = null;
	#isLookedForAgain = false;
	#listener: pg.Client | null = null;
	#timer: NodeJS.Timeout | undefined;
	#isClosed = false;

	constructor(parts: MessageQueueParts) {
		this.#parts = parts;
	}

	/** Begins to hear. */
	start(): void {
		this.#timer = setInterval(() => this.#look(), LOOK_EVERY_MS).unref();
		void this.#listen();
	}

	send(to: string, message: ProcessMessage): void {
		if (this.#isClosed) return;
		const messages = this.#waiting.get(to);
		if (messages === undefined) this.#waiting.set(to, [message]);
		else messages.push(message);
		if (this.#isSending) return;
		this.#isSending = true;
		// What is said at one moment travels together.
		setImmediate(() => void this.#send());
	}

	async close(): Promise<void> {
		this.#isClosed = true;
		clearInterval(this.#timer);
		await this.#listener?.end().catch(() => {});
		await this.#looking;
	}

	async #send(): Promise<void> {
		while (this.#waiting.size > 0 && !this.#isClosed) {
			const waiting = [...this.#waiting];
			this.#waiting = new Map();
			const recipients = waiting.map(([to]) => to);
			const bodies = waiting.map(([, messages]) => JSON.stringify(messages));
			// One that is no process any more gets none.
			const sql = `WITH sent AS (
					INSERT INTO messages (recipient, body)
					SELECT recipient, body FROM unnest($1::text[], $2::text[]) AS fresh (recipient, body)
					WHERE recipient IN (SELECT id FROM processes) RETURNING recipient
				) SELECT pg_notify('patchfall_' || recipient, '') FROM sent`;
			// What cannot be sent for so long is given up: by then rooms begin anew.
			await this.#parts.database.query(sql, [recipients, bodies]).catch(() => {});
		}
		this.#isSending = false;
	}

	#look(): void {
		if (this.#isClosed) return;
		if (this.#looking !== null) {
			this.#isLookedForAgain = true;
			return;
		}
		this.#looking = this.#lookOnce()
			.catch(() => {})
			.finally(() => {
				this.#looking = null;
				if (!this.#isLookedForAgain) return;
				this.#isLookedForAgain = false;
				this.#look();
			});
	}

	async #lookOnce(): Promise<void> {
		const { database, self, hear, lost } = this.#parts;
		// Each is heard once: where the answer to this is lost, so are they.
		const found = await database
			.query<{ n: string; body: string }>(
				'DELETE FROM messages WHERE recipient = $1 RETURNING n, body',
				[self],
				0
			)
			.catch((error: unknown) => {
				lost();
				throw error;
			});
		found.sort((a, b) => Number(a.n) - Number(b.n));
		for (const { body } of found) {
			for (const message of JSON.parse(body) as ProcessMessage[]) {
				if (this.#isClosed) return;
				hear(message);
				// What an answer leads to is done before the next message is heard.
				await new Promise((resolve) => setImmediate(resolve));
			}
		}
	}

	async #listen(): Promise<void> {
		while (!this.#isClosed) {
			const listener = new pg.Client({ connectionString: this.#parts.url, keepAlive: true });
			const ended = new Promise<void>((resolve) =>
				listener.on('end', () => resolve()).on('error', () => resolve())
			);
			try {
				await listener.connect();
				listener.on('notification', () => this.#look());
				await listener.query(`LISTEN "patchfall_${this.#parts.self}"`);
				this.#listener = listener;
				// What was sent while nobody listened may have been lost with it.
				this.#parts.lost();
				this.#look();
				await ended;
			} catch {
				// It is tried again.
			}
			this.#listener = null;
			this.#parts.lost();
			await listener.end().catch(() => {});
			await new Promise((resolve) => setTimeout(resolve, LISTEN_AGAIN_MS).unref());
		}
	}
}
