import type { Measure } from '../../scenario/summit.ts';
import { byId } from './by-id.ts';
import { itemOf, type Accord, type Item } from './accord.ts';
import { parameterIn } from './conditions.ts';

/** Why a text does not hold together. */
export type Flaw =
	| { readonly kind: 'needs'; readonly measure: string; readonly other: string }
	| { readonly kind: 'conflicts'; readonly measure: string; readonly other: string };

type Measures = readonly Pick<Measure, 'id' | 'parameters' | 'requires' | 'conflicts'>[];

/** What is missing in a text or stands against something else in it. */
export function flawsOf(accord: Accord, measures: Measures): Flaw[] {
	return accord.items.flatMap((item) => {
		const measure = byId(measures).get(item.measure);
		if (measure === undefined || (measure.requires.length === 0 && measure.conflicts.length === 0)) return [];
		const needs = measure.requires
			.filter((other) => itemOf(accord, other) === undefined)
			.map((other): Flaw => ({ kind: 'needs', measure: item.measure, other }));
		const conflicts = measure.conflicts
			.filter((conflict) => isConflict(accord, item, measure, conflict, measures))
			.map((conflict): Flaw => ({ kind: 'conflicts', measure: item.measure, other: conflict.with }));
		return [...needs, ...conflicts];
	});
}

function isConflict(
	accord: Accord,
	item: Item,
	measure: Measures[number],
	{ with: id, theirs, exceeds }: Measure['conflicts'][number],
	measures: Measures
): boolean {
	const other = itemOf(accord, id);
	const others = byId(measures).get(id);
	if (other === undefined || others === undefined) return false;
	if (theirs === undefined || exceeds === undefined) return true;
	return parameterIn(other, others, theirs) > parameterIn(item, measure, exceeds);
}
