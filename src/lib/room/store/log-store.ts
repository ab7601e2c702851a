import type { RoomEvent } from '../../exercise/log/events.ts';

/** Why a log could not be written or read: a closed list, so that each has its words. */
export const STORE_FAULTS = [
	/** There is no storage here: an old browser. */
	'missing',
	/** The person's browser is set to keep nothing for this page. */
	'forbidden',
	/** Something else holds the storage, or it does not answer. */
	'blocked',
	/** The disk, or what is allowed of it, is full. */
	'full',
	/** Another writer has taken the log over. */
	'elsewhere',
	/** The log has other events at this version. */
	'behind',
	/** The log is not there, or not any more. */
	'gone',
	/** What was kept has been lost together with the storage, which is there again: the log has to be written whole. */
	'lost',
	/** Anything else. */
	'broken'
] as const;
export type StoreFaultCode = (typeof STORE_FAULTS)[number];

export class StoreFault extends Error {
	readonly code: StoreFaultCode;

	constructor(code: StoreFaultCode, cause?: unknown) {
		const detail = cause instanceof Error ? `: ${cause.message}` : '';
		super(`the log could not be kept or read (${code})${detail}`, { cause });
		this.code = code;
	}
}

/** What a list shows of a log, and who may write to it. */
export interface LogHead<Summary> {
	readonly id: string;
	/** The only one who may append. */
	readonly writer: string;
	/** Version of the log's format: an older one has to be read as what it is. */
	readonly format: number;
	readonly summary: Summary;
}

export interface StoredLog<Summary> {
	readonly head: LogHead<Summary>;
	/** From the version that was asked for. */
	readonly events: readonly RoomEvent[];
}

/** Values beside a log, by table and key: seats, ballots, advice. Forgotten with it. */
export interface Row {
	readonly key: string;
	readonly value: unknown;
}

/** Logs, and durable rows beside each. Every method rejects with a StoreFault and with nothing else. */
export interface LogStore<Summary> {
	/** Writes a log from its beginning, in place of one of the same id. Resolves once it would survive a crash. */
	create(log: StoredLog<Summary>): Promise<void>;
	/**
	 * Appends all of these events or none, and replaces the head. Resolves once they would survive a crash. Sending the
	 * same again is harmless.
	 *
	 * @param expectedVersion how many events the log holds before
	 * @throws StoreFault `gone`, `elsewhere` or `behind`
	 */
	append(head: LogHead<Summary>, expectedVersion: number, events: readonly RoomEvent[]): Promise<void>;
	/** The events from a version on; null: there is no such log. */
	read(id: string, fromVersion?: number): Promise<StoredLog<Summary> | null>;
	/** In the order of their ids. */
	list(): Promise<readonly LogHead<Summary>[]>;
	/** Removes a log with its rows. */
	forget(id: string): Promise<void>;
	/** Makes `writer` the only one who may append, and hands out the log; null: there is none. */
	takeOver(id: string, writer: string): Promise<StoredLog<Summary> | null>;

	/** Writes a row in place of one of the same key. @throws StoreFault `gone` where there is no such log */
	putRow(id: string, table: string, key: string, value: unknown): Promise<void>;
	/** In the order of their keys. */
	rows(id: string, table: string): Promise<readonly Row[]>;
	removeRow(id: string, table: string, key: string): Promise<void>;
	/** Writes many rows, and removes others: all of it or nothing. @throws StoreFault `gone` where there is no such log */
	changeRows(id: string, changes: RowChanges): Promise<void>;
}

/** Many rows at once: what a room does with each of its people must not take a write for each. */
export interface RowChanges {
	readonly put: readonly (Row & { readonly table: string })[];
	readonly remove: readonly { readonly table: string; readonly key: string }[];
}

/**
 * Why events cannot be appended to a log as it stands, or null.
 *
 * @param reaches whether the log holds as many events as are expected
 * @param after its events from there on: none, or those of an append that is sent again
 */
export function appendFault<Summary>(
	before: LogHead<Summary> | undefined,
	{ writer }: LogHead<Summary>,
	reaches: boolean,
	after: readonly RoomEvent[],
	events: readonly RoomEvent[]
): StoreFault | null {
	if (before === undefined) return new StoreFault('gone');
	if (before.writer !== writer) return new StoreFault('elsewhere');
	const isResend =
		after.length <= events.length &&
		after.every((event, index) => JSON.stringify(event) === JSON.stringify(events[index]));
	return reaches && isResend ? null : new StoreFault('behind');
}
