import { describe, expect, test } from 'vitest';
import { summitOf } from '../testing/worked-examples.ts';
import { textOf } from '../testing/texts.ts';
import { itemOf } from './accord.ts';
import { changesNothing, edited, type Edit } from './edits.ts';
import { flawsOf } from './sound.ts';

const { measures } = summitOf('july-2024');
const text = textOf(['sd-rings', 'pr-user-mode'], [], 'airline');
const cover: Edit = { kind: 'cover', measure: 'sd-rings', of: 'bank', by: 'airline', share: 0.5 };

describe('a text that is changed', () => {
	test('keeps who tabled what, and who changed it', () => {
		const after = edited(text, [cover, { kind: 'delay', measure: 'sd-rings', laterMonths: 3 }], 'bank');
		expect(itemOf(after, 'sd-rings')).toMatchObject({
			proposedBy: 'airline',
			amendedBy: ['bank'],
			laterMonths: 3
		});
		expect(itemOf(edited(text, [cover], 'airline'), 'sd-rings')!.amendedBy).toEqual([]);
	});

	test('is another text: the one before stays as it was', () => {
		const before = JSON.stringify(text);
		edited(text, [cover, { kind: 'strike', measure: 'pr-user-mode' }], 'bank');
		expect(JSON.stringify(text)).toBe(before);
	});

	test('has a cover or an exemption once for a party, and none at nothing', () => {
		const twice = edited(text, [cover, { ...cover, share: 1 }], 'bank');
		expect(itemOf(twice, 'sd-rings')!.covers).toEqual([{ of: 'bank', by: 'airline', share: 1 }]);
		expect(itemOf(edited(twice, [{ ...cover, share: 0 }], 'bank'), 'sd-rings')!.covers).toEqual([]);
	});

	test.each<[string, Edit]>([
		['adds what stands', { kind: 'add', measure: 'sd-rings' }],
		['strikes what does not', { kind: 'strike', measure: 'te-lab' }],
		['sets a value to what it is', { kind: 'set', measure: 'sd-rings', parameter: 'rings', value: 4 }],
		['delays by nothing', { kind: 'delay', measure: 'sd-rings', laterMonths: 0 }],
		['covers nothing', { ...cover, share: 0 }]
	])('is as before where somebody %s', (_, edit) => {
		expect(changesNothing(text, [edit], measures)).toBe(true);
		expect(changesNothing(text, [edit, cover], measures)).toBe(false);
	});
});

describe('a text holds together', () => {
	test('only with what its measures need', () => {
		expect(flawsOf(textOf(['sd-bake']), measures)).toEqual([
			{ kind: 'needs', measure: 'sd-bake', other: 'sd-rings' }
		]);
		expect(flawsOf(textOf(['sd-bake', 'sd-rings']), measures)).toEqual([]);
	});

	test('only without what stands against them, whichever of the two says so', () => {
		for (const both of [
			['ma-switch', 'ma-cap'],
			['ma-waiver', 'ma-liability']
		]) {
			expect(flawsOf(textOf(both), measures).map(({ kind }) => kind)).toEqual(['conflicts']);
			expect(flawsOf(textOf(both.toReversed()), measures).map(({ kind }) => kind)).toEqual(['conflicts']);
		}
	});

	test('kernel access ends only after the last exception', () => {
		const ends = (month: number, sunset: number) =>
			textOf(
				['pr-user-mode', 'pr-kernel-end', 'pr-exceptions'],
				[
					{ kind: 'set', measure: 'pr-kernel-end', parameter: 'month', value: month },
					{ kind: 'set', measure: 'pr-exceptions', parameter: 'sunset', value: sunset }
				]
			);
		expect(flawsOf(ends(30, 36), measures)).toHaveLength(1);
		expect(flawsOf(ends(36, 36), measures)).toEqual([]);
	});
});
