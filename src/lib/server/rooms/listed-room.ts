import type { RoomSummary } from '../../room/live/live-room-contract.ts';
import type { LogHead } from '../../room/store/log-store.ts';

/** A room in a list. */
export interface ListedRoom {
	readonly code: string;
	readonly openedAtMs: number;
	readonly endedAtMs: number | null;
	readonly scenarioId: string;
	readonly teams: readonly string[];
}

/** What can be said of each room to who has the host key, the latest first; rehearsals are nobody else's. */
export function listed(
	heads: readonly LogHead<RoomSummary>[],
	isKnown: (id: string) => boolean
): readonly ListedRoom[] {
	return heads
		.filter(({ id, summary }) => isKnown(id) && !summary.isRehearsal)
		.map(({ summary: { code, setup, openedAtMs, endedAtMs } }) => ({
			...{ code, openedAtMs, endedAtMs },
			scenarioId: setup.scenarioId,
			teams: setup.teams.map(({ name }) => name)
		}))
		.sort((a, b) => b.openedAtMs - a.openedAtMs);
}
