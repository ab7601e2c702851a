import * as v from 'valibot';
import { tokenField } from '../log/fields.ts';
import { PHASES } from '../phases/phases.ts';
import type { TakenStep } from '../state.ts';
import { refuse } from './refusals.ts';
import { commandRule } from './rule.ts';

/** Takes the latest step back: one that only opened something, while nobody has acted on it. */
export const undo = commandRule({
	type: 'undo',
	payload: v.strictObject({ of: tokenField }),
	senders: ['facilitator'],
	phases: PHASES.filter((phase) => phase !== 'closed'),
	decide({ state: { taken } }, { of }) {
		if (taken === null || taken.command !== of) return refuse('nothingToUndo', {});
		if (!onlyOpens(taken)) return refuse('cannotUndo', { because: 'timeMoved', who: null });
		if (taken.since === null) return { events: [{ type: 'stepUndone', of }] };
		return refuse('cannotUndo', { because: taken.since.because, who: taken.since.seat });
	}
});

/** Whether a step opened a phase or decisions: what lets the world run has begun at once, and a world that halts was moved by nobody. */
export function onlyOpens({ to, before }: Pick<TakenStep, 'to' | 'before'>): boolean {
	if (to.step === 'decide') return before.step === 'situation';
	return to.phase === 'briefing' || to.phase === 'preparation';
}
