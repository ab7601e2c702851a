import type { MapFault } from '../../room/map/map-fault.ts';

/** What broke, without the places in code that only we could read. */
export function broken(error: unknown): MapFault {
	const detail = error instanceof Error ? error.message : String(error);
	return { code: 'broken', params: { detail } };
}
