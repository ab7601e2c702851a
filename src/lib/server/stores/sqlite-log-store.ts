import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { RoomEvent } from '../../exercise/log/events.ts';
import {
	appendFault,
	StoreFault,
	type LogHead,
	type LogStore,
	type Row,
	type RowChanges,
	type StoredLog
} from '../../room/store/log-store.ts';
import { headOf, type StoredHead } from './stored-head.ts';
import { faulty } from './store-faults.ts';
import { inTransaction } from './transaction.ts';

const SQL = {
	head: 'SELECT id, writer, format, summary FROM logs WHERE id = ?',
	heads: 'SELECT id, writer, format, summary FROM logs ORDER BY id',
	putHead: `INSERT INTO logs (id, writer, format, summary) VALUES (?, ?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET writer = excluded.writer, format = excluded.format, summary = excluded.summary`,
	removeHead: 'DELETE FROM logs WHERE id = ?',
	setWriter: 'UPDATE logs SET writer = ? WHERE id = ?',
	events: 'SELECT event FROM events WHERE log = ? AND version >= ? ORDER BY version',
	last: 'SELECT max(version) AS version FROM events WHERE log = ?',
	putEvent: 'INSERT OR REPLACE INTO events (log, version, event) VALUES (?, ?, ?)',
	removeEvents: 'DELETE FROM events WHERE log = ?',
	putRow: 'INSERT OR REPLACE INTO log_rows (log, kind, key, value) VALUES (?, ?, ?, ?)',
	rows: 'SELECT key, value FROM log_rows WHERE log = ? AND kind = ? ORDER BY key',
	removeRow: 'DELETE FROM log_rows WHERE log = ? AND kind = ? AND key = ?'
} as const;

/** Logs in the server's file. */
export class SqliteLogStore<Summary> implements LogStore<Summary> {
	readonly #database: DatabaseSync;
	readonly #prepared = new Map<keyof typeof SQL, StatementSync>();

	/** @param database from `openDatabase`; who opened it closes it */
	constructor(database: DatabaseSync) {
		this.#database = database;
	}

	create({ head, events }: StoredLog<Summary>): Promise<void> {
		return this.#change(() => {
			this.#putHead(head);
			this.#run('removeEvents', head.id);
			this.#putEvents(head.id, 0, events);
		});
	}

	append(head: LogHead<Summary>, expectedVersion: number, events: readonly RoomEvent[]): Promise<void> {
		return this.#change(() => {
			const before = this.#head(head.id);
			const [{ version }] = this.#all<{ version: number | null }>('last', head.id);
			const reaches = (version ?? -1) + 1 >= expectedVersion;
			const after = this.#events(head.id, expectedVersion);
			const fault = appendFault(before ?? undefined, head, reaches, after, events);
			if (fault !== null) throw fault;
			this.#putHead(head);
			this.#putEvents(head.id, expectedVersion, events);
		});
	}

	read(id: string, fromVersion = 0): Promise<StoredLog<Summary> | null> {
		return this.#change(() => {
			const head = this.#head(id);
			return head === null ? null : { head, events: this.#events(id, fromVersion) };
		});
	}

	list(): Promise<readonly LogHead<Summary>[]> {
		return faulty(() => this.#all<StoredHead>('heads').map((stored) => headOf<Summary>(stored)));
	}

	forget(id: string): Promise<void> {
		return faulty(() => this.#run('removeHead', id));
	}

	takeOver(id: string, writer: string): Promise<StoredLog<Summary> | null> {
		return this.#change(() => {
			this.#run('setWriter', writer, id);
			const head = this.#head(id);
			return head === null ? null : { head, events: this.#events(id, 0) };
		});
	}

	putRow(id: string, table: string, key: string, value: unknown): Promise<void> {
		return this.#change(() => {
			if (this.#head(id) === null) throw new StoreFault('gone');
			this.#run('putRow', id, table, key, JSON.stringify(value));
		});
	}

	rows(id: string, table: string): Promise<readonly Row[]> {
		return faulty(() =>
			this.#all<{ key: string; value: string }>('rows', id, table).map(({ key, value }) => ({
				key,
				value: JSON.parse(value) as unknown
			}))
		);
	}

	removeRow(id: string, table: string, key: string): Promise<void> {
		return faulty(() => this.#run('removeRow', id, table, key));
	}

	changeRows(id: string, { put, remove }: RowChanges): Promise<void> {
		return this.#change(() => {
			if (this.#head(id) === null) throw new StoreFault('gone');
			for (const { table, key, value } of put) this.#run('putRow', id, table, key, JSON.stringify(value));
			for (const { table, key } of remove) this.#run('removeRow', id, table, key);
		});
	}

	#head(id: string): LogHead<Summary> | null {
		const [stored] = this.#all<StoredHead>('head', id);
		return stored === undefined ? null : headOf(stored);
	}

	#putHead({ id, writer, format, summary }: LogHead<Summary>): void {
		this.#run('putHead', id, writer, format, JSON.stringify(summary));
	}

	#events(id: string, from: number): RoomEvent[] {
		return this.#all<{ event: string }>('events', id, from).map(
			({ event }) => JSON.parse(event) as RoomEvent
		);
	}

	#putEvents(id: string, from: number, events: readonly RoomEvent[]): void {
		events.forEach((event, index) => this.#run('putEvent', id, from + index, JSON.stringify(event)));
	}

	/** Nothing of another thread comes in between. */
	#change<Result>(work: () => Result): Promise<Result> {
		return faulty(() => inTransaction(this.#database, work));
	}

	#run(sql: keyof typeof SQL, ...values: readonly (string | number)[]): void {
		this.#statement(sql).run(...values);
	}

	#all<Found>(sql: keyof typeof SQL, ...values: readonly (string | number)[]): Found[] {
		return this.#statement(sql).all(...values) as Found[];
	}

	#statement(sql: keyof typeof SQL): StatementSync {
		const known = this.#prepared.get(sql) ?? this.#database.prepare(SQL[sql]);
		this.#prepared.set(sql, known);
		return known;
	}
}
