import type { Outcome } from '../../scenario/summit.ts';
import { EMPTY_ACCORD, itemOf, type Accord } from '../accord/accord.ts';
import { holdAll } from '../accord/conditions.ts';
import { changesNothing, edited, type Edit } from '../accord/edits.ts';
import { flawsOf } from '../accord/sound.ts';
import type { Emptiness, Reason } from '../log/reasons.ts';
import type { Amendment, Answer } from '../state.ts';
import { credenceIn } from '../value/credence.ts';
import { measureOf, type Stake } from '../value/stake.ts';
import { worthOf, type Worth } from '../value/worth.ts';
import { added, candidates } from './candidates.ts';
import { extentOf, HELPS, toOthers } from './guesses.ts';
import { BELIEVED, FELT, harmsOf } from './harms.ts';
import type { Mind } from './mind.ts';

/**
 * How bots negotiate, all of it. A bot knows its own brief and what is said at the table (mind.ts), weighs a text by one
 * function (worth.ts), and does what stands here: it says what it wants, why it objects and what would help; it gives
 * way as rounds go by and to those who gave way to it; and it is not moved by what costs its giver nothing.
 */

/** How much of the distance to its best text a bot still asks for at the start. */
const ASKS = 0.25;
const CONCEDES = { eagerly: 1, steadily: 2, hardly: 3 } as const;
/** The most that it gives away to bring somebody else in. */
const GIVES = 2;
/** Once so much of the time is gone, whoever is content builds bridges for the others. */
const BRIDGES_AFTER = 0.4;
/** How much of others' gain or loss it counts as its own. */
const CARES = 0.5;
const BEST_ITEMS = 12;

// 1. Opening

/** The two things that it cares about most, one red line, and one thing that it can give. */
export function openingOf({ stake: { party } }: Mind) {
	const interests = (Object.entries(party.weights) as [Outcome, number][])
		.sort(([, a], [, b]) => b - a)
		.slice(0, 2)
		.map(([outcome]) => outcome);
	return {
		interests,
		redLine: party.redLines.length > 0 ? 0 : null,
		offer: party.offers.length > 0 ? 0 : null
	};
}

/** The measure that it tables: the most for its money that is lawful and crosses no red line it has heard of. */
export function tabledBy(mind: Mind): Edit[] | null {
	const before = worthOf(mind.stake, mind.view.text);
	let best: { readonly edits: Edit[]; readonly score: number } | null = null;
	for (const { id } of mind.stake.measures) {
		const [edits] = added(mind, id, mind.view.text) ?? [];
		if (edits === undefined || !isPossible(mind, edits) || crossesKnownLine(mind, edits)) continue;
		const after = worthAfter(mind, edits);
		const gain = after.points - before.points;
		const score =
			gain /
			(1 + Math.max(0, after.paidUsdMillion - before.paidUsdMillion) / mind.stake.party.budgetUsdMillion);
		if (gain >= FELT && after.crossed.length === 0 && score > (best?.score ?? 0)) best = { edits, score };
	}
	return best?.edits ?? null;
}

// 2. Objecting

/** Whether it could live with the text, and if not, what is worst in it. */
export function stanceOf(mind: Mind): { readonly isContent: boolean; readonly because: Reason | null } {
	const worth = worthOf(mind.stake, mind.view.text);
	if (worth.isYes && worth.surplus >= marginOf(mind)) return { isContent: true, because: null };
	return { isContent: false, because: objectionTo(mind, mind.view.text, worth) };
}

/** The reason for which it objects to a text: a line or a law first, then the largest harm, then disbelief. */
function objectionTo(mind: Mind, text: Accord, worth: Worth): Reason {
	const [line] = worth.crossed;
	if (line !== undefined) return { kind: 'redLine', redLine: mind.stake.party.redLines.indexOf(line) };
	const law = mind.limits.find(
		({ keeper, when }) => keeper === mind.id && holdAll(when, text, mind.stake.measures, 0)
	);
	if (law !== undefined) return { kind: 'law', limit: law.id };
	const harms = text.items.flatMap((item) => harmsOf(mind, text, item)).sort((a, b) => b.points - a.points);
	return harms[0]?.reason ?? { kind: 'tooLittle' };
}

// 3. Countering

/** The best changes that it can think of, for itself first, and for what others say hurts them; at most so many. */
export function offersOf(mind: Mind, most: number): Edit[][] {
	const before = worthOf(mind.stake, mind.view.text);
	const single = candidates(mind)
		.filter((edits) => isPossible(mind, edits) && !hasMoved(mind, edits))
		.map((edits) => rated(mind, edits, before));
	const good = single.filter((one) => isWorthMoving(mind, one, before));
	const all = [...good, ...trades(mind, single, before)].sort((a, b) => b.score - a.score);
	const chosen: Edit[][] = [];
	for (const { edits } of all) {
		if (chosen.length === most) break;
		const measures = edits.map(({ measure }) => measure);
		// Not twice about the same thing.
		if (!chosen.flat().some(({ measure }) => measures.includes(measure))) chosen.push(edits);
	}
	return chosen;
}

interface Rated {
	readonly edits: Edit[];
	readonly gain: number;
	readonly after: Worth;
	readonly helps: number;
	readonly score: number;
}

function rated(mind: Mind, edits: Edit[], before: Worth): Rated {
	const after = worthAfter(mind, edits);
	const gain = after.points - before.points;
	const { helps, hurts } = toOthers(mind, edits, mind.id);
	return { edits, gain, after, helps, score: gain + CARES * (helps - hurts) };
}

/** It moves what betters its lot and is worth asking for; once content, only what brings somebody else in. */
function isWorthMoving(mind: Mind, { gain, after, helps, score }: Rated, before: Worth): boolean {
	if (after.crossed.length > before.crossed.length || score <= 0) return false;
	if (!isContentWith(mind, before)) return gain >= FELT;
	return helps > 0 && isContentWith(mind, after) && goneOf(mind) >= BRIDGES_AFTER;
}

/** "I accept that for you, if I get this": its best wishes, each with a change that somebody else asks for. */
function trades(mind: Mind, single: readonly Rated[], before: Worth): Rated[] {
	const wishes = [...single]
		.filter(({ gain, helps }) => gain >= 2 * FELT && helps === 0)
		.sort((a, b) => b.score - a.score)
		.slice(0, 6);
	const gifts = [...single]
		.filter(({ helps, gain }) => helps > 0 && gain > -HELPS)
		.sort((a, b) => b.score - a.score)
		.slice(0, 6);
	return wishes.flatMap((wish) =>
		gifts.flatMap((gift) => {
			const edits = [...wish.edits, ...gift.edits];
			if (new Set(edits.map(({ measure }) => measure)).size < edits.length) return [];
			if (!isPossible(mind, edits) || hasMoved(mind, edits)) return [];
			const trade = rated(mind, edits, before);
			return isWorthMoving(mind, trade, before) ? [trade] : [];
		})
	);
}

function hasMoved({ view, id }: Mind, edits: readonly Edit[]): boolean {
	const said = JSON.stringify(edits);
	return view.amendments.some((one) => one.by === id && JSON.stringify(one.edits) === said);
}

// 4. Conceding

const margins = new WeakMap<Mind, number>();
const bests = new WeakMap<Stake, number>();

/** Points over its walking away that it still asks for. */
export function marginOf(mind: Mind): number {
	const known = margins.get(mind) ?? margin(mind);
	margins.set(mind, known);
	return known;
}

function margin(mind: Mind): number {
	const { party, trust, walksAwayBelow } = mind.stake;
	const { step } = mind.view.position;
	if (step === 'ballot' || step === 'poll') return 0;
	const row = Object.values(trust);
	const mean = row.reduce((sum, one) => sum + one, 0) / Math.max(1, row.length);
	const hardness = Math.max(1, CONCEDES[party.concedes] + (mean < 0.3 ? 1 : 0) - (mean > 0.6 ? 1 : 0));
	const atFirst = Math.max(0, bestFor(mind) - walksAwayBelow) * ASKS;
	const base = atFirst * (1 - wholePower(goneOf(mind), hardness));
	return Math.min(1.5 * atFirst, Math.max(0, base + answered(mind)));
}

/** How much of the time for bargaining is gone. */
function goneOf({ view: { round, rounds }, stake: { rules } }: Mind): number {
	const all = rounds ?? rules.rounds;
	return all <= 1 ? 1 : Math.min(1, Math.max(0, round - 1) / (all - 1));
}

/** Who gave way to it is met halfway at once; who took from it is asked for more. */
function answered({ stake, view, id }: Mind): number {
	let before: Accord = EMPTY_ACCORD;
	let margin = 0;
	for (const { by, text, round } of view.changes) {
		const gain = round > 0 && by !== id ? worthOf(stake, text).points - worthOf(stake, before).points : 0;
		if (Math.abs(gain) >= 2 * FELT) margin -= gain / 2;
		before = text;
	}
	return margin;
}

/** What it would get out of the text of its dreams: the measures that are best for it, one after the other. */
export function bestFor(mind: Mind): number {
	const known = bests.get(mind.stake) ?? bestText(mind);
	bests.set(mind.stake, known);
	return known;
}

function bestText(mind: Mind): number {
	const plus = (text: Accord, id: string): Accord => {
		const [edits] = added(mind, id, text) ?? [];
		return edits === undefined ? text : edited(text, edits, mind.id);
	};
	const points = (text: Accord) => worthOf(mind.stake, text).points;
	const ranked = mind.stake.measures
		.map(({ id }) => ({ id, alone: points(plus(EMPTY_ACCORD, id)) }))
		.sort((a, b) => b.alone - a.alone);
	let text = EMPTY_ACCORD;
	for (const { id } of ranked.slice(0, BEST_ITEMS)) {
		const next = plus(text, id);
		const isSound = flawsOf(next, mind.stake.measures).length === 0;
		if (isSound && worthOf(mind.stake, next).crossed.length === 0 && points(next) > points(text)) text = next;
	}
	return points(text);
}

// 5. Empty moves

/**
 * Why what somebody offers is no concession; null: it is one, or it was not meant as one. What is felt is never empty,
 * however little it costs.
 */
export function emptinessOf(mind: Mind, edits: readonly Edit[], by: string): Emptiness | null {
	const { text } = mind.view;
	if (changesNothing(text, edits, mind.stake.measures)) return 'nothingNew';
	const after = edited(text, edits, by);
	const given = edits.filter(({ kind }) => kind === 'add').map(({ measure }) => measure);
	const gain = worthOf(mind.stake, after).points - worthOf(mind.stake, text).points;
	if (given.length < edits.length || Math.abs(gain) >= FELT) return null;
	for (const id of given) {
		const item = itemOf(after, id);
		const measure = measureOf(mind.stake, id);
		if (item === undefined || measure === undefined) continue;
		if (measure.leadMonths + item.laterMonths >= mind.stake.rules.horizonMonths) return 'afterTheHorizon';
		if (!measure.owners.includes(by)) continue;
		if (item.exempt.some(({ party }) => party === by)) return 'giverIsExempt';
		if (credenceIn(mind.stake, by, after) < BELIEVED) return 'notBelieved';
	}
	return 'tooLittle';
}

// 6. Answering and voting

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
		const party = mind.others.find((id) => edits.some((edit) => extentOf(edit, id, reasonOf(id)) > 0));
		return { answer: 'for', because: party === undefined ? null : { kind: 'bringsIn', party } };
	}
	if (gain > -FELT) return { answer: 'indifferent', because: null };
	return { answer: 'against', because: newObjection(mind, text, edits) };
}

/** What is bad for it in a change: of the items that it touches the one that hurts most. */
function newObjection(mind: Mind, text: Accord, edits: readonly Edit[]): Reason {
	const touched = text.items.filter(({ measure }) => edits.some((edit) => edit.measure === measure));
	const [worst] = touched.flatMap((item) => harmsOf(mind, text, item)).sort((a, b) => b.points - a.points);
	const [first] = edits;
	return worst?.reason ?? { kind: 'loses', measure: first!.measure };
}

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

// What the above have in common

function isContentWith(mind: Mind, worth: Worth): boolean {
	return worth.isYes && worth.surplus >= marginOf(mind);
}

function worthAfter(mind: Mind, edits: readonly Edit[]): Worth {
	return worthOf(mind.stake, edited(mind.view.text, edits, mind.id));
}

/** Whether the text would still hold together, and break no law that it does not break already. */
function isPossible(mind: Mind, edits: readonly Edit[]): boolean {
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
function crossesKnownLine(mind: Mind, edits: readonly Edit[]): boolean {
	const after = edited(mind.view.text, edits, mind.id);
	return mind.others.some((id) => {
		const line = mind.view.statements[id]?.redLine;
		return line !== undefined && line !== null && holdAll(line.when, after, mind.stake.measures, 0);
	});
}

function wholePower(base: number, exponent: number): number {
	let power = 1;
	for (let count = 0; count < exponent; count++) power *= base;
	return power;
}
