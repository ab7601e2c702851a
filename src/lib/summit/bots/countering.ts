import type { Edit } from '../accord/edits.ts';
import { worthOf, type Worth } from '../value/worth.ts';
import { FELT } from '../value/most-felt.ts';
import { candidates } from './candidates.ts';
import { goneOf, isContentWith } from './conceding.ts';
import { HELPS, toOthers } from './guesses.ts';
import type { Mind } from './mind.ts';
import { CARES, isPossible, worthAfter } from './weighing.ts';

/* What a bot puts forward: for itself, and trades with what others ask for. */

/** Once so much of the time is gone, whoever is content builds bridges for the others. */
const BRIDGES_AFTER = 0.4;

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

export interface Rated {
	readonly edits: Edit[];
	readonly gain: number;
	readonly after: Worth;
	readonly helps: number;
	readonly score: number;
}

export function rated(mind: Mind, edits: Edit[], before: Worth): Rated {
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
