import type { NegotiationRules } from '../../exercise/scenario/scenario.ts';
import type { Negotiated } from '../../exercise/state.ts';
import type { Summit } from '../../scenario/summit.ts';
import { EMPTY_SUMMIT, type SummitState } from '../state.ts';
import type { LoggedEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { summitEventFault } from './log-check.ts';
import { readSummitEvent } from './schema.ts';

/**
 * The summit as it stands in a room's one log, where its events are entries whose inside the exercise does not know. What
 * is in that log has been checked, when it was decided on or when the log was read.
 */
const known = new WeakMap<Negotiated, SummitState>();

/** The summit that these entries add up to. Each is folded once: a log only grows at its end. */
export function summitStateOf(entries: readonly Negotiated[] | undefined): SummitState {
	if (entries === undefined || entries.length === 0) return EMPTY_SUMMIT;
	let from = entries.length;
	while (from > 0 && known.get(entries[from - 1]!) === undefined) from--;
	let state = from === 0 ? EMPTY_SUMMIT : known.get(entries[from - 1]!)!;
	for (const entry of entries.slice(from)) state = evolve(state, entry as LoggedEvent);
	known.set(entries.at(-1)!, state);
	return state;
}

/** What a scenario's summit says of events that are to be written into a log. */
export function negotiationRules(summit: Summit): NegotiationRules {
	return {
		fault: (before, { event }) => {
			const read = readSummitEvent(event);
			return read === null ? 'badValue' : summitEventFault(summit, summitStateOf(before), read);
		}
	};
}
