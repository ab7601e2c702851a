import type { Measure, TextCondition } from '../../scenario/summit.ts';
import { byId } from './by-id.ts';
import { itemOf, type Accord } from './accord.ts';

type Measures = readonly Pick<Measure, 'id' | 'parameters'>[];

/** The value of a parameter in a text. */
export function parameterIn(
	{ parameters: set }: { readonly parameters: Readonly<Record<string, number>> },
	measure: Pick<Measure, 'parameters'>,
	parameter: string
): number {
	const found = measure.parameters.find(({ id }) => id === parameter);
	return set[parameter] ?? found?.reference ?? 0;
}

/** Whether all conditions hold of a text in which somebody pays so much. */
export function holdAll(
	conditions: readonly TextCondition[],
	accord: Accord,
	measures: Measures,
	paidUsdMillion: number
): boolean {
	return conditions.every((condition) => holds(condition, accord, measures, paidUsdMillion));
}

function holds(condition: TextCondition, accord: Accord, measures: Measures, paid: number): boolean {
	if ('paysOverUsdMillion' in condition) return paid > condition.paysOverUsdMillion;
	if ('lacks' in condition) return itemOf(accord, condition.lacks) === undefined;
	const { has, parameter, atLeast, above, below } = condition;
	const item = itemOf(accord, has);
	const measure = byId(measures).get(has);
	if (item === undefined || measure === undefined) return false;
	if (parameter === undefined) return true;
	const value = parameterIn(item, measure, parameter);
	return (
		(atLeast === undefined || value >= atLeast) &&
		(above === undefined || value > above) &&
		(below === undefined || value < below)
	);
}
