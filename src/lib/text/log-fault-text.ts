import type { LogFault, LogPlace, ReadOnlyReason } from '../exercise/log/log-faults.ts';
import type { Departure } from '../exercise/log/stored-result.ts';
import { logFaults } from './en/log-faults.ts';
import type { FaultText } from './fault-words.ts';
import { localised } from './localised.ts';

const words = localised({ en: logFaults });

/** A fault of a log in words, with its place. */
export function logFaultText({ file, path, line, column, code, params }: LogFault): LogPlace & FaultText {
	const text = words.faults[code] as (params: LogFault['params']) => FaultText;
	return { file, path, line, column, ...text(params) };
}

/** Why a log opens only to be read, in words. */
export function readOnlyText(reason: ReadOnlyReason): string {
	return (words.readOnly[reason.code] as (reason: ReadOnlyReason) => string)(reason);
}

/** How what a log stored of its end differs from what comes out, in words. */
export function departureText(departure: Departure): string {
	return (words.departures[departure.code] as (departure: Departure) => string)(departure);
}
