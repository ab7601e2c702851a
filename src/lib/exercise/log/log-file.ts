import type { RoomEvent } from './events.ts';

export const LOG_FORMAT = 'patchfall-log';
export const LOG_VERSION = 1;

/** What a world came to when the log was saved: kept with it, for a time when the physics has changed. */
export interface StoredResult {
	readonly world: string;
	readonly minute: number;
	readonly stateHash: string;
}

export interface Log {
	readonly events: readonly RoomEvent[];
	readonly results: readonly StoredResult[];
}

/** One thing wrong with a log: where, what, and what to do. */
export interface LogFault {
	readonly file: string;
	/** Such as `events[3].toMin`; empty for the file as a whole. */
	readonly path: string;
	readonly line: number;
	readonly column: number;
	readonly what: string;
	readonly remedy: string;
}

export type LogReading =
	/** `readOnly`: it can be looked at, with the results stored in it, but not played on. */
	| { readonly ok: true; readonly log: Log; readonly readOnly: null | { readonly reason: string } }
	| { readonly ok: false; readonly faults: readonly LogFault[] };

/** A log as a file: JSON, one event a line. */
export function saveLog({ events, results }: Log): string {
	const lines = (items: readonly unknown[]) => items.map((item) => `\t\t${JSON.stringify(item)}`).join(',\n');
	const list = (name: string, items: readonly unknown[]) =>
		items.length === 0 ? `\t"${name}": []` : `\t"${name}": [\n${lines(items)}\n\t]`;
	const head = `\t"format": "${LOG_FORMAT}",\n\t"version": ${LOG_VERSION}`;
	return `{\n${head},\n${list('results', results)},\n${list('events', events)}\n}\n`;
}
