import type { RoomEvent } from './events.ts';
import type { LogFault, ReadOnlyReason } from './log-faults.ts';

export const LOG_FORMAT = 'patchfall-log';
/** Logs of version 1 are read too (see upcast.ts). */
export const LOG_VERSION = 2;

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

export type LogReading =
	/** `readOnly`: it can be looked at, with the results stored in it, but not played on. */
	| { readonly ok: true; readonly log: Log; readonly readOnly: null | ReadOnlyReason }
	| { readonly ok: false; readonly faults: readonly LogFault[] };

/**
 * A log as a file: JSON, one event a line.
 *
 * @param version of the format that its events are in
 */
export function saveLog({ events, results }: Log, version = LOG_VERSION): string {
	const lines = (items: readonly unknown[]) => items.map((item) => `\t\t${JSON.stringify(item)}`).join(',\n');
	const list = (name: string, items: readonly unknown[]) =>
		items.length === 0 ? `\t"${name}": []` : `\t"${name}": [\n${lines(items)}\n\t]`;
	const head = `\t"format": "${LOG_FORMAT}",\n\t"version": ${version}`;
	return `{\n${head},\n${list('results', results)},\n${list('events', events)}\n}\n`;
}
