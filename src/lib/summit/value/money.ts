import type { Measure } from '../../scenario/summit.ts';
import type { Item } from '../accord/accord.ts';
import { ownPart, strictnessOf, timeLeft } from './strength.ts';

/** What an item costs a party by itself, before anybody takes something over, in US$ millions. */
function ownUsdMillion(measure: Measure, item: Item, party: string, horizonMonths: number): number {
	return (
		(measure.pays[party] ?? 0) *
		strictnessOf(measure, item) *
		timeLeft(item.laterMonths, horizonMonths) *
		ownPart(item, party, horizonMonths)
	);
}

/** What a party pays for an item, with what it takes over from others and without what they take over. */
export function paidFor(measure: Measure, item: Item, party: string, horizonMonths: number): number {
	const own = ownUsdMillion(measure, item, party, horizonMonths);
	const covered = item.covers.reduce((sum, { of, share }) => (of === party ? sum + share : sum), 0);
	const forOthers = item.covers.reduce(
		(sum, { of, by, share }) =>
			by === party ? sum + share * ownUsdMillion(measure, item, of, horizonMonths) : sum,
		0
	);
	return own * (1 - Math.min(1, covered)) + forOthers;
}
