import { expect, test } from 'vitest';
import { GuessLimit, placeOf } from './guess-limit.ts';
import { TokenBuckets } from './token-buckets.ts';

let nowMs = 0;
const now = () => nowMs;
const tries = (count: number, once: () => boolean) =>
	Array.from({ length: count }, once).filter(Boolean).length;

test('R45: so many at once, then so many a second, each key by itself', () => {
	const buckets = new TokenBuckets({ atOnce: 5, perSecond: 2 }, now);
	expect(tries(9, () => buckets.take('a'))).toBe(5);
	expect(tries(9, () => buckets.take('b'))).toBe(5);
	nowMs += 1500;
	expect(tries(9, () => buckets.take('a'))).toBe(3);
	nowMs += 3_600_000;
	expect(tries(9, () => buckets.take('a'))).toBe(5);
});

test('R45: keys without end take no memory without end, and who is held back stays so', () => {
	const buckets = new TokenBuckets({ atOnce: 1, perSecond: 0.001 }, now);
	for (let key = 0; key < 30_000; key++) buckets.take(`${key}`);
	expect(buckets.take('29999')).toBe(false);
	expect(buckets.take('new')).toBe(true);
});

test('R45: guessing ends after some wrong codes, for right codes as well: the answer says nothing', () => {
	const limit = new GuessLimit(now);
	const guesses = tries(1000, () => {
		const may = limit.mayTry('10.0.0.9', 'AAAAA');
		if (may) limit.wrong('10.0.0.9');
		return may;
	});
	expect(guesses).toBeLessThan(100);
	expect(limit.mayTry('10.0.0.9', 'KMNPR')).toBe(false);
	expect(limit.mayTry('10.0.0.8', 'KMNPR')).toBe(true);
});

test('R45: a venue behind one address gets into its room whatever somebody there guesses', () => {
	const limit = new GuessLimit(now);
	limit.seated('10.0.0.9', 'KMNPR');
	for (let n = 0; n < 1000; n++) limit.wrong('10.0.0.9');
	expect(limit.mayTry('10.0.0.9', 'KMNPR')).toBe(true);
	expect(limit.mayTry('10.0.0.9', 'KMNPA')).toBe(false);
});

test.each([
	['10.0.0.9', '10.0.0.9'],
	['::ffff:10.0.0.9', '10.0.0.9'],
	['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
	['2001:db8::1', '2001:db8:0:0'],
	['fe80::1%eth0', 'fe80:0:0:0'],
	['::1', '0:0:0:0']
])('%s is at the place %s', (address, place) => expect(placeOf(address)).toBe(place));
