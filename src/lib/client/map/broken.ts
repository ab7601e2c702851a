import { errorMessage } from '../../debrief/pool/error-message.ts';
import type { MapFault } from '../../room/map/map-fault.ts';

/** What broke, without the places in code that only we could read. */
export function broken(error: unknown): MapFault {
	return { code: 'broken', params: { detail: errorMessage(error) } };
}

/** What is said of a worker that does not answer. @param detail in the browser's words; empty: it never began */
export function notAnswered(detail: string): MapFault {
	return detail === '' ? { code: 'didNotStart', params: {} } : broken(detail);
}
