import type { LoggedEvent, SummitEvent, SummitEventOf, SummitEventType } from '../log/events.ts';
import { amendmentOf, type SummitState } from '../state.ts';
import { isOwn, seesAmendment, sightOf, type SummitAudience, type SummitSight } from './audience.ts';

/** An event as it goes out: always its number, and its payload where the audience may see it. */
export interface RedactedSummitEvent {
	readonly version: number;
	readonly event: SummitEvent | null;
}

/** For each event what an audience gets of it, after it has happened; null: only its number. */
const REDACTIONS: {
	[Type in SummitEventType]: (
		event: SummitEventOf<Type>,
		sight: SummitSight,
		state: SummitState
	) => SummitEvent | null;
} = {
	summitOpened: (event, { all, parties }) => {
		const own = (matrix: (typeof event)['trust']) =>
			all ? matrix : Object.fromEntries(Object.entries(matrix).filter(([who]) => parties.includes(who)));
		return { ...event, trustAtFirst: own(event.trustAtFirst), trust: own(event.trust) };
	},
	chairGiven: open,
	audienceWeighed: open,
	monthsChosen: open,
	audienceHeard: open,
	stepUndone: open,
	statementMade: open,
	stepEntered: open,
	paused: open,
	resumed: open,
	caucusOpened: open,
	textChanged: open,
	amendmentMoved: ofAmendment,
	amendmentOvertaken: ofAmendment,
	answered: ofAmendment,
	disclosed: open,
	pledged: open,
	stanceTaken: open,
	leant: (event, sight) => (sight.all || isOwn(sight, event.party) ? event : null),
	voted: (event, sight) => (sight.all || isOwn(sight, event.party) ? event : null),
	trustMoved: (event, sight) => (sight.all || isOwn(sight, event.who) ? event : null),
	ballotClosed: open
};

/** What `audience` gets of the event that led to `state`. */
export function redactSummitEvent(
	state: SummitState,
	{ event }: LoggedEvent,
	audience: SummitAudience
): RedactedSummitEvent {
	const redact = REDACTIONS[event.type] as (
		event: SummitEvent,
		sight: SummitSight,
		state: SummitState
	) => SummitEvent | null;
	return { version: state.version, event: redact(event, sightOf(audience), state) };
}

function open<Event extends SummitEvent>(event: Event): Event {
	return event;
}

function ofAmendment<Event extends SummitEvent & { readonly amendment: string }>(
	event: Event,
	sight: SummitSight,
	state: SummitState
): Event | null {
	const amendment = amendmentOf(state, event.amendment);
	return amendment !== undefined && seesAmendment(sight, amendment) ? event : null;
}
