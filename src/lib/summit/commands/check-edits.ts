import type { Measure, Summit } from '../../scenario/summit.ts';
import { itemOf, type Accord, type Item } from '../accord/accord.ts';
import { changesNothing, edited, type Edit } from '../accord/edits.ts';
import { flawsOf } from '../accord/sound.ts';
import { ownPart } from '../value/strength.ts';
import { refuse, type SummitRefusal } from './refusals.ts';

type Fault = { readonly refusal: SummitRefusal };

/** Why a text cannot be changed so; null: it can. */
export function editsFault(summit: Summit, accord: Accord, edits: readonly Edit[], by: string): Fault | null {
	let text = accord;
	for (const edit of edits) {
		const fault = editFault(summit, text, edit);
		if (fault !== null) return fault;
		text = edited(text, [edit], by);
	}
	if (changesNothing(accord, edits, summit.measures)) return refuse('changesNothing', {});
	const hollow = text.items.find((item) => isHollow(summit, item));
	if (hollow !== undefined) return refuse('hollow', { measure: hollow.measure });
	const [flaw] = flawsOf(text, summit.measures);
	if (flaw === undefined) return null;
	return refuse(flaw.kind, { measure: flaw.measure, other: flaw.other });
}

/** Whether everybody who would have to do it is exempt for all the time that the parties talk about. */
function isHollow({ measures, rules }: Summit, item: Item): boolean {
	const owners = measures.find(({ id }) => id === item.measure)?.owners ?? [];
	return owners.length > 0 && owners.every((owner) => ownPart(item, owner, rules.horizonMonths) === 0);
}

function editFault({ measures, parties }: Summit, text: Accord, edit: Edit): Fault | null {
	const measure = measures.find(({ id }) => id === edit.measure);
	if (measure === undefined) return refuse('unknownMeasure', { id: edit.measure });
	const item = itemOf(text, edit.measure);
	const party = (id: string) =>
		parties.some((one) => one.id === id) ? null : refuse('unknownParty', { id });
	if (edit.kind === 'add') {
		if (item !== undefined) return refuse('alreadyInText', { measure: measure.id });
		for (const [id, value] of Object.entries(edit.parameters ?? {})) {
			const fault = valueFault(measure, id, value);
			if (fault !== null) return fault;
		}
		return null;
	}
	if (item === undefined) return refuse('notInText', { measure: measure.id });
	switch (edit.kind) {
		case 'set':
			return valueFault(measure, edit.parameter, edit.value);
		case 'exempt':
			return party(edit.party);
		case 'cover': {
			if (edit.of === edit.by) return refuse('coversItself', { of: edit.of });
			const others = item.covers.filter(({ of, by }) => of === edit.of && by !== edit.by);
			const sum = others.reduce((total, { share }) => total + share, edit.share);
			if (sum > 1) return refuse('coveredTwice', { measure: measure.id, of: edit.of });
			return party(edit.of) ?? party(edit.by);
		}
		default:
			return null;
	}
}

function valueFault(measure: Measure, id: string, value: number): Fault | null {
	const found = measure.parameters.find((one) => one.id === id);
	if (found === undefined) return refuse('unknownParameter', { measure: measure.id, id });
	const low = Math.min(found.weak, found.strong, found.reference);
	const high = Math.max(found.weak, found.strong, found.reference);
	if (value >= low && value <= high) return null;
	return refuse('outOfRange', { measure: measure.id, parameter: id, low, high });
}
