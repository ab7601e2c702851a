import { holdAll } from '../accord/conditions.ts';
import { changesNothing, edited, type Edit } from '../accord/edits.ts';
import { flawsOf } from '../accord/sound.ts';
import { worthOf, type Worth } from '../value/worth.ts';
import type { Mind } from './mind.ts';

/* What all that a bot decides rests on. */

/** How much of others' gain or loss it counts as its own. */
export const CARES = 0.5;

export function worthAfter(mind: Mind, edits: readonly Edit[]): Worth {
	return worthOf(mind.stake, edited(mind.view.text, edits, mind.id));
}

/** Whether the text would still hold together, and break no law that it does not break already. */
export function isPossible(mind: Mind, edits: readonly Edit[]): boolean {
	const { text } = mind.view;
	if (changesNothing(text, edits, mind.stake.measures)) return false;
	const after = edited(text, edits, mind.id);
	const { measures } = mind.stake;
	if (flawsOf(after, measures).length > flawsOf(text, measures).length) return false;
	return mind.limits.every(
		({ when }) => !holdAll(when, after, measures, 0) || holdAll(when, text, measures, 0)
	);
}

/** Whether a change crosses a red line that somebody has named. */
export function crossesKnownLine(mind: Mind, edits: readonly Edit[]): boolean {
	const after = edited(mind.view.text, edits, mind.id);
	return mind.others.some((id) => {
		const line = mind.view.statements[id]?.redLine;
		return line !== undefined && line !== null && holdAll(line.when, after, mind.stake.measures, 0);
	});
}
