import type { HotWash } from '../../../debrief/hot-wash/hot-wash.ts';
import type { EventOf, EventType, RoomEvent } from '../../../exercise/log/events.ts';

/** What stands where somebody's words stood: a note has to say something. */
export const ERASED = '…';

type Erase<Type extends EventType> = (event: EventOf<Type>) => EventOf<Type>;

const withoutReason = <Event extends { readonly rationale: string | null }>(event: Event): Event =>
	event.rationale === null ? event : { ...event, rationale: null };

/**
 * For each type of event how it loses what somebody wrote of their own, or `stays`: it holds none, or what it says was said to
 * everybody by those who run the exercise. A type that is added has to say which.
 */
const ERASE: { readonly [Type in EventType]: Erase<Type> | 'stays' } = {
	exerciseCreated: 'stays',
	seatTaken: 'stays',
	playedBy: 'stays',
	phaseEntered: 'stays',
	stepUndone: 'stays',
	paused: 'stays',
	resumed: 'stays',
	worldOpened: 'stays',
	timeAdvanced: 'stays',
	decisionCommitted: withoutReason,
	decisionAsked: withoutReason,
	decisionDeclined: 'stays',
	decisionWithdrawn: 'stays',
	decisionAmended: withoutReason,
	injectReleased: 'stays',
	injectPlanned: 'stays',
	settingMade: 'stays',
	ballotClosed: 'stays',
	ballotRevealed: 'stays',
	rated: (event) => (event.observation === null ? event : { ...event, observation: null }),
	noted: (event) => (event.text === ERASED ? event : { ...event, text: ERASED }),
	// What chairs said is chosen from their briefs.
	negotiated: 'stays',
	standingAllowed: 'stays',
	revealed: 'stays'
};

/**
 * An event without what people wrote in it. Decisions, ratings and times stay; what a world came to follows from those
 * alone, so that a log without its texts is played again to the same state.
 */
export function withoutTexts(event: RoomEvent): RoomEvent {
	const erase = ERASE[event.type];
	return erase === 'stays' ? event : (erase as Erase<EventType>)(event);
}

/** What a run came to, without the reasons that people gave. */
export function washWithoutTexts(wash: HotWash): HotWash {
	const roles = wash.timeLine.roles.map((line) => ({
		...line,
		decisions: line.decisions.map((one) => ({ ...one, rationale: null }))
	}));
	return { ...wash, timeLine: { ...wash.timeLine, roles } };
}
