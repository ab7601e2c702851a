import type { LogFault, LogPlace, ReadOnlyReason } from '../exercise/log/log-faults.ts';
import type { Departure } from '../exercise/log/stored-result.ts';
import { logFaults as en } from './en/log-faults.ts';
import type { LogFaultText, LogFaultWords } from './log-fault-words.ts';

/** A fault of a log in words, with its place. */
export function logFaultText(
	{ file, path, line, column, code, params }: LogFault,
	words: LogFaultWords = en
): LogPlace & LogFaultText {
	const text = words.faults[code] as (params: LogFault['params']) => LogFaultText;
	return { file, path, line, column, ...text(params) };
}

/** Why a log opens only to be read, in words. */
export function readOnlyText(reason: ReadOnlyReason, words: LogFaultWords = en): string {
	return (words.readOnly[reason.code] as (reason: ReadOnlyReason) => string)(reason);
}

/** How what a log stored of its end differs from what comes out, in words. */
export function departureText(departure: Departure, words: LogFaultWords = en): string {
	return (words.departures[departure.code] as (departure: Departure) => string)(departure);
}
