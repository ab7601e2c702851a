import type { LogFaults, ReadOnlyReason } from '../exercise/log/log-faults.ts';
import type { Departure } from '../exercise/log/stored-result.ts';

/** What is wrong with a log, and what to do about it. */
export interface LogFaultText {
	readonly what: string;
	readonly remedy: string;
}

/** What each fault of a log is called in a language. */
export interface LogFaultWords {
	readonly faults: {
		readonly [Code in keyof LogFaults]: (params: LogFaults[Code]) => LogFaultText;
	};
	/** Why a log opens only to be read. */
	readonly readOnly: {
		readonly [Code in ReadOnlyReason['code']]: (reason: Extract<ReadOnlyReason, { code: Code }>) => string;
	};
	/** How what a log stored of its end differs from what comes out. */
	readonly departures: {
		readonly [Code in Departure['code']]: (departure: Extract<Departure, { code: Code }>) => string;
	};
}
