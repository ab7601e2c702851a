import type { HotWash } from '../../debrief/hot-wash/hot-wash.ts';
import type { RoomEvent } from '../../exercise/log/events.ts';

/** What stands where somebody's words stood: a note has to say something. */
export const ERASED = '…';

/**
 * An event without what people wrote in it. Decisions, ratings and times stay; what a world came to follows from those
 * alone, so that a log without its texts is played again to the same state.
 */
export function withoutTexts(event: RoomEvent): RoomEvent {
	switch (event.type) {
		case 'decisionCommitted':
		case 'decisionAmended':
			return event.rationale === null ? event : { ...event, rationale: null };
		case 'rated':
			return event.observation === null ? event : { ...event, observation: null };
		case 'noted':
			return event.text === ERASED ? event : { ...event, text: ERASED };
		default:
			return event;
	}
}

/** What a run came to, without the reasons that people gave. */
export function washWithoutTexts(wash: HotWash): HotWash {
	const roles = wash.timeLine.roles.map((line) => ({
		...line,
		decisions: line.decisions.map((one) => ({ ...one, rationale: null }))
	}));
	return { ...wash, timeLine: { ...wash.timeLine, roles } };
}
