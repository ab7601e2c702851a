import type { Summit } from '../../scenario/summit.ts';
import { itemOf, type Accord } from '../accord/accord.ts';
import { changesNothing, edited } from '../accord/edits.ts';
import type { SummitEvent, SummitEventOf } from '../log/events.ts';
import type { Amendment } from '../state.ts';
import type { SummitRoom } from './rule.ts';

type Why = Pick<SummitEventOf<'amendmentOvertaken'>, 'because' | 'measure'>;

/**
 * Why an amendment can change nothing of a text: what it would change is gone, what it would add is there, or all of it
 * stands there already. Null: it may still change something, be it only once another measure has gone.
 */
export function overtakenBy(
	{ measures }: Pick<Summit, 'measures'>,
	accord: Accord,
	{ by, edits }: Pick<Amendment, 'by' | 'edits'>
): Why | null {
	let text = accord;
	for (const edit of edits) {
		const { measure } = edit;
		const isThere = itemOf(text, measure) !== undefined;
		if (isThere && edit.kind === 'add') return { because: 'alreadyInText', measure };
		if (!isThere && edit.kind !== 'add') return { because: 'notInText', measure };
		text = edited(text, [edit], by);
	}
	return changesNothing(accord, edits, measures) ? { because: 'changesNothing', measure: null } : null;
}

/** A change of the text, and with it the end of every other amendment that can change nothing after it. */
export function textChange(
	{ summit, state }: SummitRoom,
	change: Omit<SummitEventOf<'textChanged'>, 'type'>
): SummitEvent[] {
	const text = edited(state.text, change.edits, change.by);
	const overtaken = state.amendments.flatMap((one): SummitEvent[] => {
		if (one.state !== 'open' || one.amendment === change.through) return [];
		const why = overtakenBy(summit, text, one);
		const { amendment, by } = one;
		return why === null ? [] : [{ type: 'amendmentOvertaken', amendment, by, ...why }];
	});
	return [{ type: 'textChanged', ...change }, ...overtaken];
}
