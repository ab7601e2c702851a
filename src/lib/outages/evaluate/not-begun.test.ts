import { expect, test } from 'vitest';
import { adoptionOf, beginsInMonth } from '../reform/adoption.ts';
import { agreed, summit } from '../testing/world.ts';
import { notBegun } from './not-begun.ts';

const measures = summit.measures.map(({ id }) => id);

test('R336: a measure that takes longer than the months that are chosen is said not to be done by then', () => {
	for (const months of [12, 24, 36]) {
		const agreement = agreed(measures);
		const adoption = Object.fromEntries(
			agreement.items.map((item) => {
				const { owners } = summit.measures.find(({ id }) => id === item.measure)!;
				const done = owners.map((owner) => adoptionOf(summit, agreement, item, owner, months));
				return [item.measure, Math.max(...done)];
			})
		);
		const waits = notBegun(summit, agreement.items, { adoption }).map(({ id }) => id);
		const late = agreement.items.filter((item) => {
			const measure = summit.measures.find(({ id }) => id === item.measure)!;
			return beginsInMonth(measure, item) >= months;
		});
		expect(waits, String(months)).toEqual(late.map(({ measure }) => measure));
		// The end of kernel access begins at the date that it names, here month 30.
		expect(waits.includes('pr-kernel-end')).toBe(months < 36);
	}
});
