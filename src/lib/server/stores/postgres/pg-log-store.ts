import type { RoomEvent } from '../../../exercise/log/events.ts';
import {
	appendFault,
	StoreFault,
	type LogHead,
	type LogStore,
	type Row,
	type RowChanges,
	type StoredLog
} from '../../../room/store/log-store.ts';
import { headOf, type StoredHead } from '../stored-head.ts';
import type { PgDatabase, Statements } from './pg-database.ts';
import { pgFaultOf } from './pg-faults.ts';

/**
 * Logs in PostgreSQL. Each change holds the row of its log, so that of two that want to append one waits; that no event
 * takes another's place is held by the key of the events, `(exercise, seq)`.
 */
export class PgLogStore<Summary> implements LogStore<Summary> {
	readonly #database: PgDatabase;
	readonly #fence: string | null;

	/**
	 * @param fence of a process that runs a room: nothing is written to a log that another one has taken over since. Null:
	 * whoever asks may write
	 */
	constructor(database: PgDatabase, fence: string | null = null) {
		this.#database = database;
		this.#fence = fence;
	}

	create({ head, events }: StoredLog<Summary>): Promise<void> {
		return this.#change(async (statements) => {
			this.#requireFence(await lockedHead(statements, head.id));
			await putHead(statements, head);
			await statements.query('DELETE FROM events WHERE exercise = $1', [head.id]);
			await putEvents(statements, head.id, 0, events);
		});
	}

	append(head: LogHead<Summary>, expectedVersion: number, events: readonly RoomEvent[]): Promise<void> {
		return this.#change(async (statements) => {
			const before = await lockedHead<Summary>(statements, head.id);
			const [{ version }] = await statements.query<{ version: number }>(
				'SELECT coalesce(max(seq) + 1, 0) AS version FROM events WHERE exercise = $1',
				[head.id]
			);
			const after = version > expectedVersion ? await eventsOf(statements, head.id, expectedVersion) : [];
			const fault = appendFault(before ?? undefined, head, version >= expectedVersion, after, events);
			if (fault !== null) throw fault;
			await putHead(statements, head);
			await putEvents(statements, head.id, version, events.slice(version - expectedVersion));
		});
	}

	read(id: string, fromVersion = 0): Promise<StoredLog<Summary> | null> {
		return this.#change((statements) => readLog<Summary>(statements, id, fromVersion, 'FOR SHARE'));
	}

	list(): Promise<readonly LogHead<Summary>[]> {
		return faulty(async () => {
			const heads = await this.#database.query<StoredHead>(
				'SELECT id, writer, format, summary FROM logs ORDER BY id COLLATE "C"'
			);
			return heads.map((stored) => headOf<Summary>(stored));
		});
	}

	forget(id: string): Promise<void> {
		return faulty(async () => void (await this.#database.query('DELETE FROM logs WHERE id = $1', [id])));
	}

	takeOver(id: string, writer: string): Promise<StoredLog<Summary> | null> {
		return this.#change(async (statements) => {
			this.#requireFence(await lockedHead(statements, id));
			await statements.query('UPDATE logs SET writer = $2 WHERE id = $1', [id, writer]);
			return readLog<Summary>(statements, id, 0);
		});
	}

	putRow(id: string, table: string, key: string, value: unknown): Promise<void> {
		return this.changeRows(id, { put: [{ table, key, value }], remove: [] });
	}

	changeRows(id: string, { put, remove }: RowChanges): Promise<void> {
		return this.#change(async (statements) => {
			const [head] = await statements.query<{ writer: string }>(
				'SELECT writer FROM logs WHERE id = $1 FOR SHARE',
				[id]
			);
			if (head === undefined) throw new StoreFault('gone');
			this.#requireFence(head);
			if (put.length > 0)
				await statements.query(
					`INSERT INTO log_rows (log, kind, key, value)
					SELECT $1, kind, key, value FROM unnest($2::text[], $3::text[], $4::text[]) AS fresh (kind, key, value)
					ON CONFLICT (log, kind, key) DO UPDATE SET value = excluded.value`,
					[id, ...columns(put), put.map(({ value }) => JSON.stringify(value))]
				);
			if (remove.length > 0)
				await statements.query(
					`DELETE FROM log_rows USING unnest($2::text[], $3::text[]) AS old (old_kind, old_key)
					WHERE log = $1 AND kind = old_kind AND key = old_key`,
					[id, ...columns(remove)]
				);
		});
	}

	rows(id: string, table: string): Promise<readonly Row[]> {
		return faulty(async () => {
			const rows = await this.#database.query<{ key: string; value: string }>(
				'SELECT key, value FROM log_rows WHERE log = $1 AND kind = $2 ORDER BY key',
				[id, table]
			);
			return rows.map(({ key, value }) => ({ key, value: JSON.parse(value) as unknown }));
		});
	}

	removeRow(id: string, table: string, key: string): Promise<void> {
		return this.#change(async (statements) => {
			const [head] = await statements.query<{ writer: string }>(
				'SELECT writer FROM logs WHERE id = $1 FOR SHARE',
				[id]
			);
			this.#requireFence(head ?? null);
			await statements.query('DELETE FROM log_rows WHERE log = $1 AND kind = $2 AND key = $3', [
				id,
				table,
				key
			]);
		});
	}

	#requireFence(head: { readonly writer: string } | null): void {
		if (this.#fence !== null && head !== null && head.writer !== this.#fence)
			throw new StoreFault('elsewhere');
	}

	#change<Result>(work: (statements: Statements) => Promise<Result>): Promise<Result> {
		return faulty(() => this.#database.transaction(work));
	}
}

/** Tables and keys of rows, as parameters. */
const columns = (rows: readonly { readonly table: string; readonly key: string }[]) => [
	rows.map(({ table }) => table),
	rows.map(({ key }) => key)
];

async function faulty<Result>(work: () => Promise<Result>): Promise<Result> {
	try {
		return await work();
	} catch (error) {
		throw pgFaultOf(error);
	}
}

/** The head of a log, which nobody else changes before the transaction ends. */
async function lockedHead<Summary>(
	{ query }: Statements,
	id: string,
	lock: 'FOR UPDATE' | 'FOR SHARE' | '' = 'FOR UPDATE'
): Promise<LogHead<Summary> | null> {
	const [stored] = await query<StoredHead>(
		`SELECT id, writer, format, summary FROM logs WHERE id = $1 ${lock}`,
		[id]
	);
	return stored === undefined ? null : headOf<Summary>(stored);
}

async function readLog<Summary>(
	statements: Statements,
	id: string,
	from: number,
	lock: 'FOR SHARE' | '' = ''
): Promise<StoredLog<Summary> | null> {
	const head = await lockedHead<Summary>(statements, id, lock);
	return head === null ? null : { head, events: await eventsOf(statements, id, from) };
}

async function putHead<Summary>(
	{ query }: Statements,
	{ id, writer, format, summary }: LogHead<Summary>
): Promise<void> {
	await query(
		`INSERT INTO logs (id, writer, format, summary) VALUES ($1, $2, $3, $4)
		ON CONFLICT (id) DO UPDATE SET writer = excluded.writer, format = excluded.format, summary = excluded.summary`,
		[id, writer, format, JSON.stringify(summary)]
	);
}

async function eventsOf({ query }: Statements, id: string, from: number): Promise<RoomEvent[]> {
	const found = await query<{ event: string }>(
		'SELECT event FROM events WHERE exercise = $1 AND seq >= $2 ORDER BY seq',
		[id, from]
	);
	return found.map(({ event }) => JSON.parse(event) as RoomEvent);
}

async function putEvents(
	{ query }: Statements,
	id: string,
	from: number,
	events: readonly RoomEvent[]
): Promise<void> {
	if (events.length === 0) return;
	await query(
		`INSERT INTO events (exercise, seq, event)
		SELECT $1, $2::int + place - 1, event FROM unnest($3::text[]) WITH ORDINALITY AS fresh (event, place)`,
		[id, from, events.map((event) => JSON.stringify(event))]
	);
}
