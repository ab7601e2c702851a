import type { RoomEvent } from '../../exercise/log/events.ts';
import type { KeptRun, NewRun } from '../room/room-client.ts';

/** A run as it is kept: what a list shows of it, and what its room needs besides the log. */
export interface RunMeta extends KeptRun {
	readonly tempers: NewRun['tempers'];
	/** Whoever opened the run last: nobody else may append to it. */
	readonly writer: string;
}

export interface StoredRun {
	readonly meta: RunMeta;
	readonly events: readonly RoomEvent[];
}

/** Why something could not be kept: a closed list, so that each has its words. */
export const STORE_FAULTS = [
	/** There is no storage here: an old browser, or one that forbids it to this page. */
	'missing',
	/** Another tab holds an older version of the storage open, or it does not answer. */
	'blocked',
	/** The disk, or what the browser allows this page of it, is full. */
	'full',
	/** The run has been opened again elsewhere since. */
	'elsewhere',
	/** The run is not there any more. */
	'gone',
	/** Anything else. */
	'broken'
] as const;
export type StoreFaultCode = (typeof STORE_FAULTS)[number];

export class StoreFault extends Error {
	readonly code: StoreFaultCode;

	constructor(code: StoreFaultCode, cause?: unknown) {
		const detail = cause instanceof Error ? `: ${cause.message}` : '';
		super(`the run could not be kept (${code})${detail}`, { cause });
		this.code = code;
	}
}

/** Runs on this device: a meta and a log each. Every method rejects with a StoreFault and with nothing else. */
export interface RunStore {
	/** Keeps a new run with the beginning of its log. */
	create(run: StoredRun): Promise<void>;
	/**
	 * Appends to a run's log, all or nothing, and replaces its meta. Resolves once it would survive a crash.
	 *
	 * @param from how many events are in the log before; writing the same events twice is harmless
	 */
	append(meta: RunMeta, from: number, events: readonly RoomEvent[]): Promise<void>;
	/** Makes `writer` the only one who may append, and hands out the run; null: there is none. */
	takeOver(runId: string, writer: string): Promise<StoredRun | null>;
	read(runId: string): Promise<StoredRun | null>;
	/** Those changed last come first. */
	list(): Promise<readonly RunMeta[]>;
	forget(runId: string): Promise<void>;
}
