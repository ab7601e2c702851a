import { LOG_VERSION, saveLog, type StoredResult } from '../../exercise/log/log-file.ts';
import { isFormat1 } from '../../exercise/log/upcast.ts';
import type { StoredRun } from './run-summary.ts';

/** The log of a kept run as it stands, in the format in which it was kept. */
export function logFileOf(
	{ head, events }: StoredRun,
	results: readonly StoredResult[]
): { readonly fileName: string; readonly text: string } {
	const { scenarioId, role, seed, minute } = head.summary;
	const name = `${scenarioId}-${role}-seed-${seed.replace(/[^A-Za-z0-9-]+/g, '-').slice(0, 40)}`;
	return {
		fileName: `${name}-minute-${minute}.log.json`,
		text: saveLog({ events, results }, isFormat1(events) ? 1 : LOG_VERSION)
	};
}
