import type { RoomBreakdown } from '../../room/protocol/solo-faults.ts';

/** What broke, without the places in code that only we could read. */
export function breakdownOf(error: unknown): RoomBreakdown {
	const detail = error instanceof Error ? error.message : String(error);
	return { code: 'broken', params: { detail } };
}
