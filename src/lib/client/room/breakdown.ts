import { errorMessage } from '../../debrief/pool/error-message.ts';
import type { RoomBreakdown } from '../../room/protocol/solo-faults.ts';

/** What broke, without the places in code that only we could read. */
export function breakdownOf(error: unknown): RoomBreakdown {
	return { code: 'broken', params: { detail: errorMessage(error) } };
}
