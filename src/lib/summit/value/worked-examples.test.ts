import { describe, expect, test } from 'vitest';
import type { Accord } from '../accord/accord.ts';
import {
	FOR_EVERYONE,
	FOR_EVERYONE_FIRST,
	ONE_SIDED,
	textOf,
	TRAP,
	trustingAlike,
	WHAT_THE_SMALL_VENDOR_NEEDS,
	worths
} from '../testing/texts.ts';
import { summitOf, workedSummit } from '../testing/worked-examples.ts';
import type { Trust } from './trust.ts';

const ORDER = [
	'platform-owner',
	'security-vendor',
	'rival-vendor',
	'small-vendor',
	'airline',
	'hospital-network',
	'bank',
	'government',
	'regulator'
];

describe.each([
	['with the tables that they were computed from', workedSummit()],
	['with the pack', summitOf('july-2024')]
])('the three worked examples, %s', (_name, summit) => {
	const surpluses = (text: Accord, trust?: Trust) => {
		// What they walk away from is left as it is.
		const by = worths(summit, text, trust);
		return ORDER.map((id) => Math.round(by[id].surplus * 10) / 10);
	};
	const withoutAudit = FOR_EVERYONE.filter((id) => id !== 'go-audit');
	const needs = WHAT_THE_SMALL_VENDOR_NEEDS;
	const inTessaly = (trust: number) => trustingAlike(summit, 'platform-owner', trust);

	test.each<[string, Accord, number[], Trust?]>([
		[
			'a deal for everyone, as it is first put',
			textOf(FOR_EVERYONE_FIRST),
			[4, 34.4, -1.6, -41.8, 22.7, 14.9, 2.3, 23.9, 46.3]
		],
		[
			'a deal for everyone, after the trades',
			textOf(FOR_EVERYONE, needs),
			[2.8, 14.7, 4.3, 10.6, 13.4, 7, 0.9, 21.4, 45.5]
		],
		[
			'the same without audits',
			textOf(withoutAudit, needs),
			[0.5, 6.4, -10.5, 3.5, 2.9, -1.9, -8.3, 12.2, 26]
		],
		[
			'without audits, where everybody trusts the platform owner',
			textOf(withoutAudit, needs),
			[0.5, 16.8, 5.2, 21, 4.9, -0.3, -5.5, 14.2, 32.4],
			inTessaly(0.8)
		],
		[
			'without audits, where nobody does',
			textOf(withoutAudit, needs),
			[0.5, 1.7, -17.5, -9.9, 0.6, -3.8, -11.5, 9.9, 14.9],
			inTessaly(0.15)
		],
		['one-sided', textOf(ONE_SIDED), [46.4, -45.4, -86.5, -104.8, 2.2, -0.5, -8.9, -4.6, -68.7]],
		['a trap', textOf(TRAP), [36.5, -23.1, -37.1, -30.9, 2.2, 0.1, -9.2, 6.7, -23.2]],
		[
			'the trap, where nobody trusts the platform owner',
			textOf(TRAP),
			[36.5, -23.5, -37.2, -30.9, 1.3, -0.6, -9.7, 6.1, -23.4],
			inTessaly(0.15)
		]
	])('%s', (_text, text, expected, trust) => expect(surpluses(text, trust)).toEqual(expected));
});
