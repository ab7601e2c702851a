import type { Measure, Summit } from '../../scenario/summit.ts';
import type { Item } from '../../summit/accord/accord.ts';
import type { Evaluation } from './evaluation.ts';

/** Measures of an accord of which, by plan, nobody has done anything yet in the months that an evaluation is for. */
export function notBegun(
	{ measures }: Pick<Summit, 'measures'>,
	items: readonly Item[],
	{ adoption }: Pick<Evaluation, 'adoption'>
): Measure[] {
	const known = items.flatMap((item) => measures.filter(({ id }) => id === item.measure));
	return known.filter(({ id }) => adoption[id] === 0);
}
