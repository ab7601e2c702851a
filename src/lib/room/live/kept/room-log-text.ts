import { saveLog } from '../../../exercise/log/log-file.ts';
import type { StoredLog } from '../../store/log-store.ts';
import { withoutTexts } from './erase-texts.ts';
import type { RoomSummary } from '../live-room-contract.ts';

/** The log of a room as a file that can be opened and replayed. Names of people are never in it. */
export function roomLogText({ head, events }: StoredLog<RoomSummary>, leavesOutTexts: boolean): string {
	const kept = leavesOutTexts ? events.map(withoutTexts) : events;
	return saveLog({ events: kept, results: [] }, head.format);
}
