import { describe, expect, test } from 'vitest';
import {
	asReported,
	compact,
	counted,
	decimals,
	dollars,
	dollarsCompact,
	dollarsTick,
	hosts,
	percent,
	large,
	rounded,
	signed,
	tick,
	whole
} from './figures.ts';

/** No-break spaces read like spaces. */
const plain = (text: string) => text.replace(/[\u202f\u00a0]/g, ' ');

describe('numbers as people read them', () => {
	test('tables show every digit, in threes, with a real minus', () => {
		expect(whole(8412345)).toBe('8,412,345');
		expect(whole(-1234.4)).toBe('−1,234');
		expect(whole(-0.4)).toBe('0');
		expect(signed(3525958)).toBe('+3,525,958');
		expect(signed(-120)).toBe('−120');
		expect(signed(0)).toBe('0');
	});

	test('sentences show three digits and say the unit', () => {
		expect(plain(hosts(8412345))).toBe('8.41 million hosts');
		expect(plain(hosts(11969769))).toBe('12.0 million hosts');
		expect(plain(hosts(412345))).toBe('412,000 hosts');
		expect(plain(hosts(1))).toBe('1 host');
		expect(plain(hosts(0))).toBe('0 hosts');
		expect(plain(compact(8412345))).toBe('8.41 M');
	});

	test('nothing rounds into a number with a digit more', () => {
		expect(plain(rounded(999_499))).toBe('999,000');
		expect(plain(rounded(999_600))).toBe('1.00 million');
		expect(plain(rounded(9_996_000))).toBe('10.0 million');
		expect(plain(rounded(99_960_000))).toBe('100 million');
		expect(plain(rounded(999_700_000))).toBe('1.00 billion');
		expect([99_949, 99_950, 328_400, 8_412_345].map((n) => plain(large(n)))).toEqual([
			'99,900',
			'100 thousand',
			'328 thousand',
			'8.41 million'
		]);
	});

	test('a round number stays as short as it was given', () => {
		expect(plain(asReported(8_500_000))).toBe('8.5 million');
		expect(plain(tick(8_000_000))).toBe('8 M');
		expect(plain(tick(500_000))).toBe('500,000');
	});

	test('digits behind the point are as many as asked for, and forms follow the number', () => {
		expect(decimals(9, 1)).toBe('9.0');
		expect(decimals(-0.254, 2)).toBe('−0.25');
		expect(counted(1, { one: 'place', other: 'places' })).toBe('1 place');
		expect(counted(1200, { one: 'place', other: 'places' })).toBe('1,200 places');
	});

	test('money comes in cents and leaves in dollars', () => {
		expect(plain(dollars(760_570_967_193))).toBe('$7.61 billion');
		expect(plain(dollars(31_000_000_000))).toBe('$310 million');
		expect(plain(dollars(-1_234_500))).toBe('−$12,300');
		expect(plain(dollarsCompact(760_570_967_193))).toBe('$7.61 bn');
		const ticks = [0, 5e10, 1e11, 1.5e11].map((cents) => plain(dollarsTick(cents)));
		expect(ticks).toEqual(['$0', '$500 M', '$1 bn', '$1.5 bn']);
		expect(plain(dollars(0))).toBe('$0');
	});

	test('what is not quite whole never reads as whole, nor what is not quite nothing as nothing', () => {
		expect(plain(percent(0.784))).toBe('78 %');
		expect(plain(percent(0.9999))).toBe('99.9 %');
		expect(plain(percent(0.9942))).toBe('99.4 %');
		expect(plain(percent(1))).toBe('100 %');
		expect(plain(percent(0.0001))).toBe('0.1 %');
		expect(plain(percent(0))).toBe('0 %');
	});
});
