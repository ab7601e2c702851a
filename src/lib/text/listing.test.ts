import { expect, test } from 'vitest';
import { listing } from './listing.ts';

test('parts are listed with one “and”, and with semicolons where they have commas of their own', () => {
	expect(listing([])).toBe('');
	expect(listing(['a'])).toBe('a');
	expect(listing(['a', 'b'])).toBe('a and b');
	expect(listing(['a', 'b', 'c'])).toBe('a, b and c');
	expect(listing(['a, as in July', 'b'])).toBe('a, as in July; and b');
	expect(listing(['a', 'b, c', 'd'])).toBe('a; b, c; and d');
});
