import { describe, expect, test } from 'vitest';
import type { Vote } from './log/events.ts';
import { resultOf } from './outcome.ts';
import { FOR_EVERYONE, textOf, TRAP, WHAT_THE_SMALL_VENDOR_NEEDS, worths } from './testing/texts.ts';
import { summitOf } from './testing/worked-examples.ts';
import type { Accord } from './accord/accord.ts';

const summit = summitOf('july-2024');
const text = textOf(FOR_EVERYONE, WHAT_THE_SMALL_VENDOR_NEEDS);
const votes = (yes: readonly string[]): Record<string, Vote> =>
	Object.fromEntries(summit.parties.map(({ id }) => [id, yes.includes(id) ? 'yes' : 'no']));
const ended = (yes: string, of: Accord = text) => resultOf(summit, of, votes(yes.split(' ')));

describe('a text is ratified', () => {
	test('by six, with the platform owner, a vendor, two customers and somebody of the state among them', () => {
		expect(ended('platform-owner security-vendor airline bank government rival-vendor').end).toBe('ratified');
	});

	test.each([
		['five', 'platform-owner security-vendor airline bank government'],
		['six without the platform owner', 'security-vendor rival-vendor airline bank government regulator'],
		['six without a vendor', 'platform-owner airline hospital-network bank government regulator'],
		['six with one customer', 'platform-owner security-vendor rival-vendor airline government regulator'],
		[
			'seven without the state',
			'platform-owner security-vendor rival-vendor small-vendor airline hospital-network bank'
		]
	])('not by %s', (_, yes) => {
		const { end, missing } = ended(yes);
		expect(end).toBe('partial');
		expect(missing).toHaveLength(1);
	});

	test('by nobody against the law, whoever agrees', () => {
		const unlawful = textOf(['pr-user-mode', 'in-statement']);
		const all = summit.parties.map(({ id }) => id).join(' ');
		expect(ended(all, unlawful)).toMatchObject({ end: 'partial', limits: ['interface-parity'] });
		expect(ended(all, textOf(['pr-user-mode', 'pr-parity', 'in-statement'])).end).toBe('ratified');
	});

	test('never where it does not hold together', () => {
		const all = summit.parties.map(({ id }) => id).join(' ');
		expect(ended(all, textOf(['sd-bake'])).missing).toEqual([
			{ kind: 'unsound', measure: 'sd-bake', other: 'sd-rings' }
		]);
	});
});

describe('four who go ahead', () => {
	test('are bound by what they themselves have to do', () => {
		const { end, measures } = ended('airline hospital-network bank government');
		expect(end).toBe('partial');
		expect(measures).toContain('co-manual');
		expect(measures).not.toContain('te-validator');
	});

	test('are too few with three, or where nothing is theirs to do', () => {
		expect(ended('airline hospital-network bank').end).toBe('failed');
		expect(ended('airline hospital-network bank government', textOf(['te-validator'])).end).toBe('failed');
	});

	test('fall for the trap: cheap for them, and everything with one owner', () => {
		const yes = summit.parties.map(({ id }) => id).filter((id) => worths(summit, textOf(TRAP))[id].isYes);
		expect(yes).toEqual(['platform-owner', 'airline', 'hospital-network', 'government']);
		const { end, measures, limits } = resultOf(summit, textOf(TRAP), votes(yes));
		expect([end, limits]).toEqual(['partial', ['free-product']]);
		expect(measures).toEqual(expect.arrayContaining(['ma-switch', 're-keys', 're-selfheal']));
	});
});

test('government and regulator together put safe deployment, information and governance on those who did not sign', () => {
	const both = ended('platform-owner security-vendor airline bank government regulator');
	expect(both.imposed).toEqual(expect.arrayContaining(['sd-rings', 'in-statement', 'go-audit']));
	expect(both.imposed).not.toContain('pr-user-mode');
	expect(ended('platform-owner security-vendor airline bank government rival-vendor').imposed).toEqual([]);
});
