import type { Outcome } from '../../scenario/summit.ts';
import type { Edit } from '../accord/edits.ts';
import { worthOf } from '../value/worth.ts';
import { FELT } from '../value/most-felt.ts';
import { added } from './candidates.ts';
import type { Mind } from './mind.ts';
import { crossesKnownLine, isPossible, worthAfter } from './weighing.ts';

/* What a bot says and tables before anybody bargains. */

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
