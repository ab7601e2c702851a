import type { LogFaults, ReadOnlyReason } from '../exercise/log/log-faults.ts';

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
}
