import { EMPTY_ACCORD, type Accord } from '../accord/accord.ts';
import { edited } from '../accord/edits.ts';
import { flawsOf } from '../accord/sound.ts';
import { AUDIENCE } from '../log/events.ts';
import type { Stake } from '../value/stake.ts';
import { worthOf, type Worth } from '../value/worth.ts';
import { FELT } from '../value/most-felt.ts';
import { added } from './candidates.ts';
import type { Mind } from './mind.ts';

/* How much a bot still asks for, as rounds go by and others give way. */

/** How much of the distance to its best text a bot still asks for at the start. */
const ASKS = 0.25;
const CONCEDES = { eagerly: 1, steadily: 2, hardly: 3 } as const;
const BEST_ITEMS = 12;

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
export function goneOf({ view: { round, rounds }, stake: { rules } }: Mind): number {
	const all = rounds ?? rules.rounds;
	return all <= 1 ? 1 : Math.min(1, Math.max(0, round - 1) / (all - 1));
}

/** Who gave way to it is met halfway at once; who took from it is asked for more. An audience is nobody to bargain with. */
function answered({ stake, view, id }: Mind): number {
	let before: Accord = EMPTY_ACCORD;
	let margin = 0;
	for (const { by, text, round } of view.changes) {
		const gain =
			round > 0 && by !== id && by !== AUDIENCE
				? worthOf(stake, text).points - worthOf(stake, before).points
				: 0;
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

/** Whether a text is good enough for it, with what it still asks for. */
export function isContentWith(mind: Mind, worth: Worth): boolean {
	return worth.isYes && worth.surplus >= marginOf(mind);
}

function wholePower(base: number, exponent: number): number {
	let power = 1;
	for (let count = 0; count < exponent; count++) power *= base;
	return power;
}
