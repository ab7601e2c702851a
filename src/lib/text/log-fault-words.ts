import type { LogFaults, ReadOnlyReason } from '../exercise/log/log-faults.ts';
import type { Departure } from '../exercise/log/stored-result.ts';
import type { FaultWords } from './fault-words.ts';

/** What each fault of a log is called in a language. */
export interface LogFaultWords {
	readonly faults: FaultWords<LogFaults>;
	/** Why a log opens only to be read. */
	readonly readOnly: {
		readonly [Code in ReadOnlyReason['code']]: (reason: Extract<ReadOnlyReason, { code: Code }>) => string;
	};
	/** How what a log stored of its end differs from what comes out. */
	readonly departures: {
		readonly [Code in Departure['code']]: (departure: Extract<Departure, { code: Code }>) => string;
	};
}
