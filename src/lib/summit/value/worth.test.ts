import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Edit } from '../accord/edits.ts';
import { textOf, trustingAlike, worths } from '../testing/texts.ts';
import { summitOf } from '../testing/worked-examples.ts';
import { strictness } from './strength.ts';
import { trustAtFirst } from './trust.ts';

const summit = summitOf('july-2024');
const pays = (edits: readonly Edit[], party: string) =>
	worths(summit, textOf(['sd-rings'], edits))[party].paidUsdMillion;

describe('how strict a measure is', () => {
	test('nothing at its weak end, whole at its reference, half as much again at its strictest, and in between in step', () => {
		for (const { parameters } of summit.measures) {
			for (const { id, weak, reference, strong } of parameters) {
				const of = (value: number) => strictness({ weak, reference, strong }, value);
				expect(of(weak), id).toBe(0);
				expect(of(reference), id).toBe(1);
				expect(of(strong), id).toBe(strong === reference ? 1 : 1.5);
				expect(of((weak + reference) / 2), id).toBeCloseTo(0.5, 10);
			}
		}
	});
});

describe('who pays', () => {
	test('the scenario’s shares, and whoever takes them over', () => {
		expect(pays([], 'small-vendor')).toBe(1.5);
		const cover: Edit = {
			kind: 'cover',
			measure: 'sd-rings',
			of: 'small-vendor',
			by: 'government',
			share: 0.5
		};
		expect(pays([cover], 'small-vendor')).toBe(0.75);
		expect(pays([cover], 'government')).toBe(0.75);
	});

	test('all together pay the same, however they share it', () => {
		const ids = summit.parties.map(({ id }) => id);
		const covers = fc.uniqueArray(
			fc.record({
				of: fc.constantFrom(...ids),
				by: fc.constantFrom(...ids),
				share: fc.constantFrom(0.25, 0.5, 1)
			}),
			{ selector: ({ of }) => of, maxLength: 5 }
		);
		const sum = (edits: readonly Edit[]) => ids.reduce((total, id) => total + pays(edits, id), 0);
		fc.assert(
			fc.property(covers, (all) => {
				const edits = all
					.filter(({ of, by }) => of !== by)
					.map((one): Edit => ({ kind: 'cover', measure: 'sd-rings', ...one }));
				expect(sum(edits)).toBeCloseTo(sum([]), 8);
			})
		);
	});

	test('less for a weaker measure, for one that begins late, and for whoever is exempt for a while', () => {
		const weaker: Edit = { kind: 'set', measure: 'sd-rings', parameter: 'rings', value: 3 };
		expect(pays([weaker], 'platform-owner')).toBeCloseTo(20 * 0.75, 10);
		expect(pays([{ kind: 'delay', measure: 'sd-rings', laterMonths: 18 }], 'platform-owner')).toBe(10);
		const exempt: Edit = { kind: 'exempt', measure: 'sd-rings', party: 'platform-owner', untilMonth: 12 };
		expect(pays([exempt], 'platform-owner')).toBeCloseTo((20 * 2) / 3, 10);
		expect(pays([exempt], 'security-vendor')).toBe(25);
	});
});

describe('what a text is worth', () => {
	test('of what others promise one believes more the more one trusts them, and more with audits', () => {
		const text = textOf(['pr-user-mode', 'pr-parity', 're-selfheal']);
		const points = [0.1, 0.4, 0.9].map(
			(trust) => worths(summit, text, trustingAlike(summit, 'platform-owner', trust)).regulator.points
		);
		expect(points).toEqual([...points].sort((a, b) => a - b));
		const audited = worths(summit, textOf(['pr-user-mode', 'pr-parity', 'go-audit'])).regulator.by.market;
		expect(audited).toBeGreaterThan(
			worths(summit, textOf(['pr-user-mode', 'pr-parity'])).regulator.by.market
		);
	});

	test('a pledge counts as far as it is believed, and three are the most that count', () => {
		const text = textOf(['sd-rings']);
		const pledge = { by: 'platform-owner', to: 'airline', promises: 'sayYes', measure: null } as const;
		const points = [0, 1, 3, 5].map(
			(count) =>
				worths(summit, { ...text, pledges: Array.from({ length: count }, () => pledge) }).airline.pledges
		);
		expect(points).toEqual([0, 1, 3, 3]);
	});

	test('no sum buys a red line, and nobody pays more than they have', () => {
		const end = worths(
			summit,
			textOf(['pr-user-mode', 'pr-kernel-end', 'pr-parity', 'ma-two-vendors', 'ma-no-preference'])
		);
		expect(end['security-vendor'].crossed).toHaveLength(1);
		expect(end['security-vendor'].isYes).toBe(false);
		const poor = {
			...summit,
			parties: summit.parties.map((party) => ({ ...party, walksAwayBelow: -100, budgetUsdMillion: 1 }))
		};
		expect(worths(poor, textOf(['sd-rings']))['platform-owner'].isYes).toBe(false);
		expect(worths(poor, textOf(['in-statement']))['small-vendor'].isYes).toBe(true);
	});

	test('is the same whichever order its measures stand in, and worked out once or again', () => {
		const ids = summit.measures.map(({ id }) => id);
		fc.assert(
			fc.property(fc.shuffledSubarray(ids, { maxLength: 15 }), (some) => {
				const one = worths(summit, textOf(some));
				const other = worths(summit, textOf([...some].sort()), trustAtFirst(summit));
				for (const { id } of summit.parties) expect(one[id].points).toBeCloseTo(other[id].points, 8);
			}),
			{ numRuns: 60 }
		);
	});
});
