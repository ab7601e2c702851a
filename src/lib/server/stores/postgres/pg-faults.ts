import { StoreFault, type StoreFaultCode } from '../../../room/store/log-store.ts';

/** SQLSTATEs that mean something to a person. */
const CODES: Readonly<Record<string, StoreFaultCode>> = {
	/** insufficient_privilege, read_only_sql_transaction, invalid_authorization, invalid_password. */
	'42501': 'forbidden',
	'25006': 'forbidden',
	'28000': 'forbidden',
	'28P01': 'forbidden',
	/** disk_full. */
	'53100': 'full',
	/** lock_not_available. */
	'55P03': 'blocked'
};

/** It stops or starts, has too many connections, or two pieces of work stood in each other's way: to be tried again. */
const AWAY = ['57P01', '57P02', '57P03', '53300', '40001', '40P01'];
/** Of the network, and of a host's name that cannot be looked up for a moment. */
const NETWORK = [
	'ECONNREFUSED',
	'ECONNRESET',
	'EPIPE',
	'ETIMEDOUT',
	'EHOSTUNREACH',
	'ENETUNREACH',
	'EAI_AGAIN',
	'ENOENT'
];
/** The driver has no code for these. */
const SAID = /connection terminated|timeout exceeded|query read timeout|connection timeout|not queryable/i;

/** Whether PostgreSQL could not be reached, or went away in the midst of it. */
export function isAway(error: unknown): boolean {
	if (!(error instanceof Error)) return false;
	const code = codeOf(error);
	if (code === null) return SAID.test(error.message) || isAwayInside(error);
	return code.startsWith('08') || AWAY.includes(code) || NETWORK.includes(code);
}

/** What an error of PostgreSQL means for a log. */
export function pgFaultOf(error: unknown): StoreFault {
	if (error instanceof StoreFault) return error;
	if (isAway(error)) return new StoreFault('blocked', error);
	const code = error instanceof Error ? codeOf(error) : null;
	return new StoreFault(CODES[code ?? ''] ?? 'broken', error);
}

/** A name that stands for several addresses fails with one error for each. */
function isAwayInside(error: Error): boolean {
	return error instanceof AggregateError && error.errors.some(isAway);
}

function codeOf(error: Error): string | null {
	return 'code' in error && typeof error.code === 'string' ? error.code : null;
}
