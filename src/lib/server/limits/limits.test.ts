import { expect, test } from 'vitest';
import { GuessLimit, placeOf } from './guess-limit.ts';
import { TokenBuckets } from './token-buckets.ts';

let nowMs = 0;
const now = () => nowMs;
const tries = (count: number, once: (n: number) => boolean) =>
	Array.from({ length: count }, (_, n) => once(n)).filter(Boolean).length;
/** A wrong code is tried, and the answer waited for, where it may be. */
function guessed(limit: GuessLimit, code: string): boolean {
	const may = limit.mayTry('10.0.0.9', code);
	if (may) limit.lookedUp('10.0.0.9', code, false);
	return may;
}

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
	const guesses = tries(1000, (n) => guessed(limit, `A${n}`));
	expect(guesses).toBeLessThan(100);
	expect(limit.mayTry('10.0.0.9', 'KMNPR')).toBe(false);
	expect(limit.mayTry('10.0.0.8', 'KMNPR')).toBe(true);
});

test('R45: a venue behind one address gets into its room whatever somebody there guesses', () => {
	const limit = new GuessLimit(now);
	limit.seated('10.0.0.9', 'KMNPR');
	for (let n = 0; n < 1000; n++) guessed(limit, `A${n}`);
	expect(limit.mayTry('10.0.0.9', 'KMNPR')).toBe(true);
	expect(limit.mayTry('10.0.0.9', 'KMNPA')).toBe(false);
});

test('R45: guesses that are made at once get no further than one after the other', () => {
	const limit = new GuessLimit(now);
	expect(tries(1000, (n) => limit.mayTry('10.0.0.9', `A${n}`))).toBeLessThan(100);
});

test('R45: a hall that scans one code at once is let in, also before anybody there has a seat', () => {
	const limit = new GuessLimit(now);
	expect(tries(1000, () => limit.mayTry('10.0.0.9', 'KMNPR'))).toBe(1000);
	limit.lookedUp('10.0.0.9', 'KMNPR', true);
	expect(tries(1000, () => limit.mayTry('10.0.0.9', 'KMNPR'))).toBe(1000);
	expect(tries(1000, (n) => guessed(limit, `A${n}`))).toBeGreaterThan(50);
});

test.each([
	['10.0.0.9', '10.0.0.9'],
	['::ffff:10.0.0.9', '10.0.0.9'],
	['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
	['2001:db8::1', '2001:db8:0:0'],
	['fe80::1%eth0', 'fe80:0:0:0'],
	['::1', '0:0:0:0']
])('%s is at the place %s', (address, place) => expect(placeOf(address)).toBe(place));
