import type { EventOf, EventType, RoomEvent } from '../../exercise/log/events.ts';
import { evolve, foldLog } from '../../exercise/log/evolve.ts';
import type { Audience } from '../../exercise/project/audience.ts';
import { project } from '../../exercise/project/project.ts';
import { redactEvent } from '../../exercise/project/redact.ts';
import { seesStandIn, sightOf, type Sight } from '../../exercise/project/sight.ts';
import { injectOf, type ExerciseScenario } from '../../exercise/scenario/scenario.ts';
import { EMPTY_ROOM, entry, type RoomState } from '../../exercise/state.ts';

/** Whether everybody of a room may look back: it is over, and what was decided in it is open to all. */
export function mayLookBack({ position: { phase }, reveals }: RoomState): boolean {
	return (phase === 'debrief' || phase === 'closed') && reveals.includes('incident');
}

interface Reader {
	readonly scenario: ExerciseScenario;
	readonly audience: Audience;
	readonly sight: Sight;
	/** Messages that have reached this audience. */
	readonly heard: ReadonlySet<string>;
	/** When the event came, with what has been revealed since. */
	readonly now: RoomState;
	readonly end: RoomState;
}

type Keep<Type extends EventType> = (event: EventOf<Type>, reader: Reader) => EventOf<Type> | null;

/** What the world came to does not depend on why, nor on how sure somebody was. */
const withoutReason = <
	Event extends EventOf<'decisionCommitted' | 'decisionAsked' | 'decisionAmended'> & RoomEvent
>(
	event: Event,
	reader: Reader
): Event | null => (isSeen(event, reader) ? { ...event, rationale: null, confidencePct: null } : null);
const whereSeen = <Event extends RoomEvent>(event: Event, reader: Reader): Event | null =>
	isSeen(event, reader) ? event : null;

/**
 * What of each type of event makes worlds, and so is open once all is over: the seed, how well the vendor saw, levers set by
 * hand, when messages were planned. `goes`: it holds what somebody said, or counts. A type that is added has to say which.
 */
const KEEPS: { readonly [Type in EventType]: Keep<Type> | 'stays' | 'goes' } = {
	exerciseCreated: 'stays',
	seatTaken: 'stays',
	playedBy: (event, { sight, end }) =>
		seesStandIn(sight, entry(end.seats, event.seat)?.team) ? event : null,
	phaseEntered: 'stays',
	stepUndone: 'stays',
	paused: 'stays',
	resumed: 'stays',
	worldOpened: 'stays',
	timeAdvanced: 'stays',
	decisionCommitted: withoutReason,
	decisionAsked: withoutReason,
	decisionDeclined: whereSeen,
	decisionWithdrawn: whereSeen,
	decisionAmended: withoutReason,
	injectReleased: whereSeen,
	injectPlanned: planned,
	settingMade: 'stays',
	ballotClosed: 'goes',
	ballotRevealed: 'goes',
	rated: 'goes',
	noted: 'goes',
	negotiated: 'goes',
	standingAllowed: 'stays',
	revealed: 'stays'
};

/**
 * The log of a room that is over, for somebody who was in it: it comes to the same worlds, and holds no word that anybody has
 * written but messages that have reached them. Its commands are numbered anew: their ids say who sent them.
 */
export function logOfEnded(
	scenario: ExerciseScenario,
	events: readonly RoomEvent[],
	audience: Audience
): RoomEvent[] {
	const end = foldLog(events);
	const sight = sightOf(end, audience);
	const { worlds } = project(scenario, end, audience);
	const heard = new Set(
		Object.values(worlds).flatMap(({ injects, watched }) =>
			watched ? injects.map(({ inject }) => inject) : []
		)
	);
	let state = EMPTY_ROOM;
	const kept = events.flatMap((event): RoomEvent[] => {
		state = evolve(state, event);
		const now = { ...state, reveals: end.reveals, seats: end.seats };
		const left = keptOf(event, { scenario, audience, sight, heard, now, end });
		return left === null ? [] : [left];
	});
	return renumbered(kept);
}

function keptOf(event: RoomEvent, reader: Reader): RoomEvent | null {
	const keep = KEEPS[event.type];
	if (keep === 'goes') return null;
	return keep === 'stays' ? event : (keep as Keep<EventType>)(event as EventOf<EventType>, reader);
}

function isSeen(event: RoomEvent, { now, audience }: Reader): boolean {
	return redactEvent(now, event, audience).event !== null;
}

/** A message says what it said when it went out, and nothing where it did not; what was written and never sent goes. */
function planned(event: EventOf<'injectPlanned'>, { scenario, heard, end }: Reader) {
	const { inject } = event;
	if (heard.has(inject)) return { ...event, text: entry(end.plan, inject)!.text };
	return injectOf(scenario, inject) === undefined ? null : { ...event, text: null };
}

function renumbered(events: readonly RoomEvent[]): RoomEvent[] {
	const numbers = new Map<string, string>();
	const numberOf = (command: string) => {
		const known = numbers.get(command) ?? `c${numbers.size + 1}`;
		numbers.set(command, known);
		return known;
	};
	return events.map((event) => {
		const command = numberOf(event.command);
		return event.type === 'stepUndone'
			? { ...event, command, of: numberOf(event.of) }
			: { ...event, command };
	});
}
