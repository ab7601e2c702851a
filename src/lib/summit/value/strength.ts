import type { Measure, MeasureParameter } from '../../scenario/summit.ts';
import type { Item } from '../accord/accord.ts';
import { parameterIn } from '../accord/conditions.ts';

/** What the strictest value of a parameter makes of a measure. */
const STRICTEST = 1.5;

/**
 * How strict a parameter's value is: 0 where the measure does nothing, 1 at the reference that its figures are for, and
 * half as much again at the strictest.
 */
export function strictness(
	{ weak, reference, strong }: Omit<MeasureParameter, 'name' | 'unit' | 'id'>,
	value: number
): number {
	const toReference = (value - weak) / (reference - weak);
	if (toReference <= 1) return Math.max(0, toReference);
	if (strong === reference) return 1;
	const beyond = (value - reference) / (strong - reference);
	return 1 + (STRICTEST - 1) * Math.min(1, beyond);
}

/** How strict an item is over all its parameters: their mean. */
export function strictnessOf(measure: Pick<Measure, 'parameters'>, item: Pick<Item, 'parameters'>): number {
	const { parameters } = measure;
	if (parameters.length === 0) return 1;
	const sum = parameters.reduce(
		(total, parameter) => total + strictness(parameter, parameterIn(item, measure, parameter.id)),
		0
	);
	return sum / parameters.length;
}

/** What is left of the time that the parties talk about once an item begins late, or somebody's exemption is over. */
export function timeLeft(months: number, horizonMonths: number): number {
	return Math.min(1, Math.max(0, 1 - months / horizonMonths));
}

/**
 * How much of its promise an item can keep: its strictness, for as long as is left, by those of its owners who are not
 * exempt.
 */
export function reach(
	measure: Pick<Measure, 'parameters' | 'owners'>,
	item: Item,
	horizonMonths: number
): number {
	const kept = measure.owners.reduce((sum, owner) => sum + ownPart(item, owner, horizonMonths), 0);
	return (
		strictnessOf(measure, item) * timeLeft(item.laterMonths, horizonMonths) * (kept / measure.owners.length)
	);
}

/** What of an item touches a party: all of it, or what is left once its exemption is over. */
export function ownPart({ exempt }: Item, party: string, horizonMonths: number): number {
	const own = exempt.find((one) => one.party === party);
	return own === undefined ? 1 : timeLeft(own.untilMonth, horizonMonths);
}
