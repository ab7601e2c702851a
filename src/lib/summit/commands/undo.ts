import * as v from 'valibot';
import { tokenField } from '../../exercise/log/fields.ts';
import { refuse } from './refusals.ts';
import { FACILITATORS, summitRule } from './rule.ts';

/** Takes the latest step back, as long as no person and no audience has spoken since. `of`: the command that took it. */
export const undoStep = summitRule({
	type: 'undoStep',
	payload: v.strictObject({ of: tokenField }),
	senders: FACILITATORS,
	steps: null,
	decide: ({ state }, { of }) =>
		state.taken?.command === of ? { events: [{ type: 'stepUndone', of }] } : refuse('notUndoable', {})
});
