import { itemOf } from '../accord/accord.ts';
import { changesNothing, edited, type Edit } from '../accord/edits.ts';
import type { Emptiness } from '../log/reasons.ts';
import { credenceIn } from '../value/credence.ts';
import { measureOf } from '../value/stake.ts';
import { worthOf } from '../value/worth.ts';
import { FELT } from '../value/most-felt.ts';
import { BELIEVED } from './harms.ts';
import type { Mind } from './mind.ts';

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
