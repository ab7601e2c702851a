import type { Accord } from '../accord/accord.ts';
import type { Stake } from './stake.ts';
import { worthOf } from './worth.ts';

/** What in a text does most for a party, and most against it. */
export interface MostFelt {
	/** Ids of measures; null: none that it would feel. */
	readonly best: string | null;
	readonly worst: string | null;
}

/** Points of a hundred; less makes no difference to anybody. */
export const FELT = 1;

/** The measures without which a text would be worth least to a party, and most. */
export function mostFelt(stake: Stake, accord: Accord): MostFelt {
	const { points } = worthOf(stake, accord);
	const gains = accord.items.map((item) => {
		const items = accord.items.filter((one) => one !== item);
		return { measure: item.measure, gain: points - worthOf(stake, { ...accord, items }).points };
	});
	const [first] = gains.sort((a, b) => b.gain - a.gain);
	const last = gains[gains.length - 1];
	return {
		best: first !== undefined && first.gain >= FELT ? first.measure : null,
		worst: last !== undefined && last.gain <= -FELT ? last.measure : null
	};
}
