import * as v from 'valibot';
import { tokenField } from '../../exercise/log/fields.ts';
import { ANSWERS, type SummitEvent } from '../log/events.ts';
import { amendmentOf, type Amendment, type SummitState } from '../state.ts';
import { isAdopted } from './adoption.ts';
import { editsFault } from './check-edits.ts';
import { reasonFault } from './check-reason.ts';
import { reasonField } from './fields.ts';
import { textChange } from './overtaken.ts';
import { refuse, type SummitRefusal } from './refusals.ts';
import { CHAIRS, speaker, summitRule } from './rule.ts';

/** The first empty concession is heard; each one after it costs its author trust. */
const EMPTY_FREE = 1;

type Found = { readonly value: Amendment } | { readonly refusal: SummitRefusal };

function openAmendment(state: SummitState, id: string, party: string): Found {
	const found = amendmentOf(state, id);
	if (found === undefined) return refuse('unknownAmendment', { amendment: id });
	if (found.to !== null && found.by !== party && !found.to.includes(party)) {
		// Of an offer in confidence others do not even learn that it is there.
		return refuse('unknownAmendment', { amendment: id });
	}
	return found.state === 'open' ? { value: found } : refuse('amendmentClosed', { amendment: id });
}

/**
 * Says what a party thinks of an amendment. Once enough are for it, it goes into the text; an offer in confidence that
 * all of its addressees take is put to everybody.
 */
export const answer = summitRule({
	type: 'answer',
	payload: v.strictObject({ amendment: tokenField, answer: v.picklist(ANSWERS), because: reasonField }),
	senders: CHAIRS,
	steps: ['tabling', 'bargaining', 'caucus'],
	decide: (room, { amendment: id, answer, because }, sender) => {
		const { summit, state } = room;
		const party = speaker(sender);
		const found = openAmendment(state, id, party);
		if ('refusal' in found) return found;
		const fault = reasonFault(summit, party, because);
		if (fault !== null) return fault;
		const amendment = found.value;
		if (amendment.by === party) return refuse('yourOwn', { amendment: id });
		const events: SummitEvent[] = [{ type: 'answered', amendment: id, party, answer, because }];
		if (because?.kind === 'empty' && emptiesOf(state, amendment.by) >= EMPTY_FREE) {
			const step = summit.rules.atTheTable.empty;
			events.push({ type: 'trustMoved', who: party, whom: amendment.by, step, because: 'empty' });
		}
		const others = amendment.answers.filter((one) => one.party !== party);
		const after = { ...amendment, answers: [...others, { party, answer, because }] };
		if (amendment.to !== null) {
			const taken = amendment.to.every((one) =>
				after.answers.some((given) => given.party === one && given.answer === 'for')
			);
			if (taken) events.push({ type: 'disclosed', amendment: id, by: amendment.by });
		}
		const isPublic = events.some(({ type }) => type === 'disclosed') || amendment.to === null;
		const { by, edits } = amendment;
		if (
			isPublic &&
			isAdopted(state.text, after, summit.parties.length) &&
			editsFault(summit, state.text, edits, by) === null
		) {
			events.push(...textChange(room, { by, edits, through: id }));
		}
		return { events };
	}
});

/** How many of a party's amendments somebody has called empty. */
function emptiesOf({ amendments }: SummitState, by: string): number {
	return amendments.filter(
		(one) => one.by === by && one.answers.some(({ because }) => because?.kind === 'empty')
	).length;
}

/** Tells everybody of an offer made in confidence. Whoever tells of another's offer loses its trust. */
export const disclose = summitRule({
	type: 'disclose',
	payload: v.strictObject({ amendment: tokenField }),
	senders: CHAIRS,
	steps: ['tabling', 'bargaining', 'caucus'],
	decide: ({ summit, state }, { amendment: id }, sender) => {
		const party = speaker(sender);
		const found = openAmendment(state, id, party);
		if ('refusal' in found) return found;
		const { by, to } = found.value;
		if (to === null) return refuse('notInConfidence', { amendment: id });
		const told: SummitEvent = { type: 'disclosed', amendment: id, by: party };
		if (by === party) return { events: [told] };
		const step = summit.rules.atTheTable.leaked;
		return {
			events: [told, { type: 'trustMoved', who: by, whom: party, step, because: 'leaked' }]
		};
	}
});
