import type { Accord } from '../accord/accord.ts';
import { holdAll } from '../accord/conditions.ts';
import type { Reason } from '../log/reasons.ts';
import { worthOf, type Worth } from '../value/worth.ts';
import { marginOf } from './conceding.ts';
import { harmsOf } from './harms.ts';
import type { Mind } from './mind.ts';

/* Whether a bot could live with a text, and what is worst in it. */

/** Whether it could live with the text, and if not, what is worst in it. */
export function stanceOf(mind: Mind): { readonly isContent: boolean; readonly because: Reason | null } {
	const worth = worthOf(mind.stake, mind.view.text);
	if (worth.isYes && worth.surplus >= marginOf(mind)) return { isContent: true, because: null };
	return { isContent: false, because: objectionTo(mind, mind.view.text, worth) };
}

/** The reason for which it objects to a text: a line or a law first, then the largest harm, then disbelief. */
export function objectionTo(mind: Mind, text: Accord, worth: Worth): Reason {
	const [line] = worth.crossed;
	if (line !== undefined) return { kind: 'redLine', redLine: mind.stake.party.redLines.indexOf(line) };
	const law = mind.limits.find(
		({ keeper, when }) => keeper === mind.id && holdAll(when, text, mind.stake.measures, 0)
	);
	if (law !== undefined) return { kind: 'law', limit: law.id };
	const harms = text.items.flatMap((item) => harmsOf(mind, text, item)).sort((a, b) => b.points - a.points);
	return harms[0]?.reason ?? { kind: 'tooLittle' };
}
