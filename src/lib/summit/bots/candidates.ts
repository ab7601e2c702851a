import type { Measure, MeasureParameter } from '../../scenario/summit.ts';
import { itemOf, type Accord, type Item } from '../accord/accord.ts';
import { parameterIn } from '../accord/conditions.ts';
import type { Edit } from '../accord/edits.ts';
import { measureOf } from '../value/stake.ts';
import { strictness } from '../value/strength.ts';
import type { Mind } from './mind.ts';

/** Steps in which exemptions and shares of costs are talked about. */
const EXEMPT_MONTHS = [12, 24];
const SHARES = [0.5, 1];

/** Every single change that a bot thinks of, for itself or for somebody who objects. About two hundred. */
export function candidates(mind: Mind): Edit[][] {
	const { text, stances } = mind.view;
	const objecting = mind.others.filter((id) => stances[id]?.isContent === false);
	return [
		...text.items.flatMap((item) => {
			const measure = measureOf(mind.stake, item.measure);
			return measure === undefined ? [] : ofItem(mind, measure, item, objecting);
		}),
		...mind.stake.measures.flatMap((measure) => added(mind, measure.id, text) ?? [])
	];
}

function ofItem({ id }: Mind, measure: Measure, item: Item, objecting: readonly string[]): Edit[][] {
	const at = { measure: measure.id };
	const touched = [id, ...objecting].filter((party) => measure.owners.includes(party));
	const costly = [id, ...objecting].filter((party) => (measure.pays[party] ?? 0) > 0);
	const payers = Object.keys(measure.pays).filter((party) => (measure.pays[party] ?? 0) > 0);
	return [
		[{ kind: 'strike', ...at }],
		...measure.parameters.flatMap((parameter) =>
			steps(parameter, parameterIn(item, measure, parameter.id)).map((value): Edit[] => [
				{ kind: 'set', ...at, parameter: parameter.id, value }
			])
		),
		...touched.flatMap((party) =>
			EXEMPT_MONTHS.map((untilMonth): Edit[] => [{ kind: 'exempt', ...at, party, untilMonth }])
		),
		...costly.flatMap((of) =>
			[...new Set([id, item.proposedBy, ...payers])]
				.filter((by) => by !== of)
				.flatMap((by) => SHARES.map((share): Edit[] => [{ kind: 'cover', ...at, of, by, share }]))
		)
	];
}

/** The values of a parameter one step weaker and one stricter than it stands. */
function steps(parameter: MeasureParameter, value: number): number[] {
	const { weak, reference, strong } = parameter;
	const ladder = [(weak + reference) / 2, reference, (reference + strong) / 2, strong];
	const now = strictness(parameter, value);
	const by = ladder.map((step) => ({ step, strict: strictness(parameter, step) }));
	const weaker = by.filter(({ strict }) => strict < now).at(-1);
	const stricter = by.find(({ strict }) => strict > now);
	return [weaker, stricter].flatMap((found) => (found === undefined ? [] : [found.step]));
}

/** A measure with what it needs, as one change; none where something stands against it. */
export function added(mind: Mind, id: string, text: Accord): [Edit[]] | null {
	const edits: Edit[] = [];
	const add = (measureId: string): boolean => {
		if (itemOf(text, measureId) !== undefined || edits.some(({ measure }) => measure === measureId))
			return true;
		const measure = measureOf(mind.stake, measureId);
		if (measure === undefined || !measure.requires.every(add)) return false;
		edits.push({ kind: 'add', measure: measureId });
		return true;
	};
	return itemOf(text, id) === undefined && add(id) ? [edits] : null;
}
