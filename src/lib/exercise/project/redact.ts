import type { EventOf, EventType, NewEvent, RoomEvent } from '../log/events.ts';
import { entry, partAt, type RoomState } from '../state.ts';
import type { Audience } from './audience.ts';
import * as sights from './sight.ts';

/** An event as it goes out to an audience: always its number, and its payload where the audience may see it. */
export interface RedactedEvent {
	readonly version: number;
	readonly event: VisibleEvent | null;
}

type Created = Extract<NewEvent, { type: 'exerciseCreated' }>;
/** As the log has it, but without the command's id and with the seed withheld. */
export type VisibleEvent =
	Exclude<NewEvent, { type: 'exerciseCreated' }> | (Omit<Created, 'seed'> & { readonly seed: string | null });

/** For each event, what remains of it; null: only its number. */
const REDACTIONS: {
	[Type in EventType]: (event: EventOf<Type>, sight: sights.Sight, state: RoomState) => VisibleEvent | null;
} = {
	// How well the vendor sees is part of what its players find out.
	exerciseCreated: ({ command: _command, signal, ...event }, sight) => {
		const seed = sight.facilitator ? event.seed : null;
		return { ...event, seed, ...(sight.staff && signal !== undefined && { signal }) };
	},
	seatTaken: open,
	playedBy: (event, sight, { seats }) =>
		sights.seesStandIn(sight, entry(seats, event.seat)?.team) ? open(event) : null,
	phaseEntered: open,
	stepUndone: open,
	paused: open,
	resumed: open,
	worldOpened: open,
	timeAdvanced: open,
	decisionCommitted: decisionSeen,
	decisionAsked: (event, sight, state) => {
		const isAsked = sight.roles.has(event.of) && sights.actsIn(sight, worldOf(state, event));
		return isAsked ? open({ ...event, confidencePct: null }) : decisionSeen(event, sight, state);
	},
	decisionDeclined: (event, sight, state) => {
		const part = partAt(state.position);
		const sees = (seat: string) => sights.seesDecision(sight, state, worldOf(state, event), { seat, part });
		return sees(event.seat) || sees(event.asker) ? open(event) : null;
	},
	decisionAmended: decisionSeen,
	decisionWithdrawn: (event, sight, state) =>
		sights.seesDecision(sight, state, worldOf(state, event), {
			seat: event.seat,
			part: partAt(state.position)
		})
			? open(event)
			: null,
	injectReleased: (event, sight, state) => {
		const world = entry(state.worlds, event.world);
		const inject = { to: event.to, part: partAt(state.position) };
		return world !== undefined && sights.seesInject(sight, world, inject) ? open(event) : null;
	},
	injectPlanned: (event, sight) => (sight.staff ? open(event) : null),
	settingMade: (event, sight) => (sight.staff ? open(event) : null),
	ballotClosed: (event, sight) => (sight.facilitator ? open(event) : null),
	ballotRevealed: (event, sight, { ballots }) => {
		const ballot = ballots.find((one) => one.ballot === event.ballot);
		return ballot !== undefined && sights.seesBallot(sight, ballot) ? open(event) : null;
	},
	rated: (event, sight) => (sights.seesRating(sight, event) ? open(event) : null),
	noted: (event, sight) => (sights.seesNote(sight, event) ? open(event) : null),
	// Each audience is shown its own projection of the summit, and nobody its events.
	negotiated: (event, sight) => (sight.facilitator ? open(event) : null),
	standingAllowed: open,
	revealed: open
};

/**
 * What `audience` gets of the event that led to `state`. An audience that has missed events, or to which something has
 * just been revealed, is served by a projection, not by events of the past.
 */
export function redactEvent(state: RoomState, event: RoomEvent, audience: Audience): RedactedEvent {
	const redact = REDACTIONS[event.type] as (
		event: RoomEvent,
		sight: sights.Sight,
		state: RoomState
	) => VisibleEvent | null;
	return { version: state.version, event: redact(event, sights.sightOf(state, audience), state) };
}

/** A decision with what was said of it: how sure its author was stays between them and the staff. */
function decisionSeen(
	event: EventOf<'decisionCommitted' | 'decisionAmended' | 'decisionAsked'>,
	sight: sights.Sight,
	state: RoomState
): VisibleEvent | null {
	const act = { seat: event.seat, part: partAt(state.position) };
	if (!sights.seesDecision(sight, state, worldOf(state, event), act)) return null;
	const confidencePct = sights.seesConfidence(sight, event.seat) ? event.confidencePct : null;
	return open({ ...event, confidencePct });
}

function worldOf({ worlds }: RoomState, { world }: { readonly world: string }) {
	return entry(worlds, world) ?? { team: null };
}

/** All of an event but the id of its command. */
function open<Event extends Exclude<RoomEvent, { type: 'exerciseCreated' }>>(event: Event): VisibleEvent {
	const { command: _command, ...visible } = event;
	return visible as VisibleEvent;
}
