import type { Accord, Item } from '../accord/accord.ts';
import { holdAll } from '../accord/conditions.ts';
import { edited, type Edit } from '../accord/edits.ts';
import type { Reason } from '../log/reasons.ts';
import type { Amendment, Answer } from '../state.ts';
import { worthOf } from '../value/worth.ts';
import { FELT } from '../value/most-felt.ts';
import { candidates } from './candidates.ts';
import { isContentWith } from './conceding.ts';
import { rated } from './countering.ts';
import { emptinessOf } from './emptiness.ts';
import { extentOf, toOthers } from './guesses.ts';
import { harmsOf } from './harms.ts';
import type { Mind } from './mind.ts';
import { objectionTo } from './objecting.ts';
import { CARES, isPossible, worthAfter } from './weighing.ts';

/* What a bot says to amendments, and how it leans and votes. */

/** The most that it gives away to bring somebody else in. */
const GIVES = 2;

/** What it says to an amendment. */
export function answerTo(mind: Mind, { by, edits, to }: Amendment): Omit<Answer, 'party'> {
	const before = worthOf(mind.stake, mind.view.text);
	const after = worthAfter(mind, edits);
	const gain = after.points - before.points;
	const text = edited(mind.view.text, edits, by);
	if (after.crossed.length > before.crossed.length) {
		return { answer: 'against', because: objectionTo(mind, text, after) };
	}
	const broken = mind.limits.find(
		({ keeper, when }) =>
			keeper === mind.id &&
			holdAll(when, text, mind.stake.measures, 0) &&
			!holdAll(when, mind.view.text, mind.stake.measures, 0)
	);
	if (broken !== undefined) return { answer: 'against', because: { kind: 'law', limit: broken.id } };
	if (to?.includes(mind.id) === true) {
		const because = emptinessOf(mind, edits, by);
		if (because !== null) return { answer: 'against', because: { kind: 'empty', because } };
	}
	if (gain >= FELT) return { answer: 'for', because: { kind: 'better' } };
	const { helps, hurts } = toOthers(mind, edits, by);
	// Once it has what it needs, it lets others have what brings them in.
	if (isContentWith(mind, after) && gain >= -GIVES && gain + CARES * (helps - hurts) >= 0 && helps > 0) {
		const reasonOf = (id: string) => mind.view.stances[id]?.because ?? null;
		const party = mind.others.find((id) => edits.some((edit) => extentOf(mind, edit, id, reasonOf(id)) > 0));
		return { answer: 'for', because: party === undefined ? null : { kind: 'bringsIn', party } };
	}
	if (gain > -FELT) return { answer: 'indifferent', because: null };
	return { answer: 'against', because: newObjection(mind, text, edits) };
}

/** What is bad for it in a change: what hurts it more than before, the most of that; else what it loses. */
function newObjection(mind: Mind, text: Accord, edits: readonly Edit[]): Reason {
	const isTouched = ({ measure }: Item) => edits.some((edit) => edit.measure === measure);
	const harmsIn = (accord: Accord) =>
		accord.items.filter(isTouched).flatMap((item) => harmsOf(mind, accord, item));
	const before = new Map(harmsIn(mind.view.text).map(({ reason, points }) => [harmKey(reason), points]));
	const [worst] = harmsIn(text)
		.map(({ reason, points }) => ({ reason, more: points - (before.get(harmKey(reason)) ?? 0) }))
		.filter(({ more }) => more > FELT / 2)
		.sort((a, b) => b.more - a.more);
	if (worst !== undefined) return worst.reason;
	const taken = edits
		.filter(({ kind }) => kind !== 'add')
		.map((edit) => ({ edit, points: worthAfter(mind, [edit]).points }))
		.sort((a, b) => a.points - b.points);
	return taken.length === 0 ? { kind: 'tooLittle' } : { kind: 'loses', measure: taken[0]!.edit.measure };
}

const harmKey = (reason: Reason) => `${reason.kind} ${'measure' in reason ? reason.measure : ''}`;

/** How it leans, truthfully, and the one change that would turn it. */
export function leanOf(mind: Mind): { readonly lean: 'yes' | 'no'; readonly unless: Edit[] | null } {
	const before = worthOf(mind.stake, mind.view.text);
	if (before.isYes) return { lean: 'yes', unless: null };
	const turning = candidates(mind)
		.filter((edits) => isPossible(mind, edits))
		.map((edits) => rated(mind, edits, before))
		.filter(({ after }) => after.isYes)
		.sort((a, b) => b.score - a.score);
	return { lean: 'no', unless: turning[0]?.edits ?? null };
}

export function voteOf(mind: Mind): 'yes' | 'no' {
	return worthOf(mind.stake, mind.view.text).isYes ? 'yes' : 'no';
}
