import * as v from 'valibot';
import { EVENTS } from '../log/events.ts';
import { PHASES } from '../phases/phases.ts';
import type { Negotiated } from '../state.ts';
import { refuse } from './refusals.ts';
import { commandRule } from './rule.ts';

/** What one command of the summit leads to at most: a ballot moves the trust of everybody in everybody. */
const ENTRIES_MOST = 400;

/**
 * Writes into the log what happened at the summit. Who may say what there its own rules have decided before; what cannot
 * follow by them is refused here all the same.
 */
export const negotiate = commandRule({
	type: 'negotiate',
	payload: v.strictObject({
		/** Events in their order, each with the command of the summit that it came of. */
		entries: v.pipe(
			v.array(EVENTS.negotiated.entries.entry),
			v.minLength(1, 'empty'),
			v.maxLength(ENTRIES_MOST, 'tooMany')
		)
	}),
	senders: ['facilitator', 'clock'],
	phases: PHASES.filter((phase) => phase !== 'closed'),
	decide({ scenario, state }, { entries }, _by, command) {
		if (scenario.negotiation === undefined) return refuse('noSummit', {});
		let before: readonly Negotiated[] = state.negotiated ?? [];
		for (const event of entries) {
			const next = { command, event };
			const because = scenario.negotiation.fault(before, next);
			if (because !== null) return refuse('notNegotiated', { type: event.type, because });
			before = [...before, next];
		}
		const [first, ...others] = entries.map((entry) => ({ type: 'negotiated', entry }) as const);
		return { events: [first!, ...others] };
	}
});
