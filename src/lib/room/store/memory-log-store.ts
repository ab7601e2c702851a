import type { RoomEvent } from '../../exercise/log/events.ts';
import {
	appendFault,
	StoreFault,
	type LogHead,
	type LogStore,
	type Row,
	type RowChanges,
	type StoredLog
} from './log-store.ts';

interface Entry<Summary> {
	readonly log: StoredLog<Summary>;
	/** By table, then by key. */
	readonly tables: Map<string, Map<string, unknown>>;
}

/** Keeps logs for as long as its process lives. */
export class MemoryLogStore<Summary> implements LogStore<Summary> {
	readonly #entries = new Map<string, Entry<Summary>>();

	async create(log: StoredLog<Summary>): Promise<void> {
		this.#put(log.head.id, log);
	}

	async append(head: LogHead<Summary>, expectedVersion: number, events: readonly RoomEvent[]): Promise<void> {
		const before = this.#entries.get(head.id)?.log;
		const stored = before?.events ?? [];
		const reaches = stored.length >= expectedVersion;
		const fault = appendFault(before?.head, head, reaches, stored.slice(expectedVersion), events);
		if (fault !== null) throw fault;
		this.#put(head.id, { head, events: [...stored.slice(0, expectedVersion), ...events] });
	}

	async read(id: string, fromVersion = 0): Promise<StoredLog<Summary> | null> {
		const log = this.#entries.get(id)?.log;
		return log === undefined ? null : { head: log.head, events: log.events.slice(fromVersion) };
	}

	async list(): Promise<readonly LogHead<Summary>[]> {
		return [...this.#entries.values()].map(({ log }) => log.head).sort((a, b) => (a.id < b.id ? -1 : 1));
	}

	async forget(id: string): Promise<void> {
		this.#entries.delete(id);
	}

	async takeOver(id: string, writer: string): Promise<StoredLog<Summary> | null> {
		const log = this.#entries.get(id)?.log;
		if (log === undefined) return null;
		const taken = { ...log, head: { ...log.head, writer } };
		this.#put(id, taken);
		return taken;
	}

	putRow(id: string, table: string, key: string, value: unknown): Promise<void> {
		return this.#change(id, { put: [{ table, key, value }], remove: [] });
	}

	async rows(id: string, table: string): Promise<readonly Row[]> {
		const rows = this.#entries.get(id)?.tables.get(table) ?? new Map<string, unknown>();
		return [...rows].map(([key, value]) => ({ key, value })).sort((a, b) => (a.key < b.key ? -1 : 1));
	}

	async removeRow(id: string, table: string, key: string): Promise<void> {
		this.#entries.get(id)?.tables.get(table)?.delete(key);
	}

	changeRows(id: string, changes: RowChanges): Promise<void> {
		return this.#change(id, changes);
	}

	async #change(id: string, { put, remove }: RowChanges): Promise<void> {
		const tables = this.#entries.get(id)?.tables;
		if (tables === undefined) throw new StoreFault('gone');
		for (const { table, key, value } of put) {
			const rows = tables.get(table) ?? new Map<string, unknown>();
			tables.set(table, rows.set(key, value));
		}
		for (const { table, key } of remove) tables.get(table)?.delete(key);
	}

	#put(id: string, log: StoredLog<Summary>): void {
		const tables = this.#entries.get(id)?.tables ?? new Map<string, Map<string, unknown>>();
		this.#entries.set(id, { log, tables });
	}
}
