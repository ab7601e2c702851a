import { StoreFault, type StoreFaultCode } from '../../room/store/log-store.ts';

/** SQLite's primary result codes that mean something to a person. */
const CODES: Readonly<Record<number, StoreFaultCode>> = {
	/** PERM, READONLY, CANTOPEN, AUTH. */
	3: 'forbidden',
	8: 'forbidden',
	14: 'forbidden',
	23: 'forbidden',
	/** BUSY, LOCKED. */
	5: 'blocked',
	6: 'blocked',
	/** FULL. */
	13: 'full'
};

/** What an error of SQLite means for a log. */
export function faultOf(error: unknown): StoreFault {
	if (error instanceof StoreFault) return error;
	const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0;
	return new StoreFault(CODES[code] ?? 'broken', error);
}

/** Does what SQLite does at once, as a store answers: later, and with nothing but a StoreFault. */
export async function faulty<Result>(work: () => Result): Promise<Result> {
	try {
		return work();
	} catch (error) {
		throw faultOf(error);
	}
}
