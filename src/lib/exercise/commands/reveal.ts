import * as v from 'valibot';
import { PARTS, type Part } from '../log/events.ts';
import { PHASES, type Phase } from '../phases/phases.ts';
import { refuse } from './refusals.ts';
import { commandRule } from './rule.ts';

/** The phases that come after a part: it is not revealed before it has been played. */
const AFTER: Readonly<Record<Part, readonly Phase[]>> = {
	incident: ['hotWash', 'summit', 'nextOutages', 'debrief', 'closed'],
	summit: ['nextOutages', 'debrief', 'closed']
};

/** Opens injects, committed decisions and rationales of a part that has been played, to everybody. */
export const reveal = commandRule({
	type: 'reveal',
	payload: v.strictObject({ part: v.picklist(PARTS) }),
	senders: ['facilitator'],
	phases: PHASES,
	whilePaused: true,
	decide({ state }, { part }) {
		if (state.reveals.includes(part)) {
			return refuse('alreadyRevealed', { part });
		}
		if (!AFTER[part].includes(state.position.phase)) {
			return refuse('notPlayedYet', { part });
		}
		return { events: [{ type: 'revealed', part }] };
	}
});
