import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { contentHash } from './hash.ts';

const GOLDEN = ['01fce55224d41f14', 'e7d05f9db4597123', '9fba3e8371eae2ea'];

describe('the hash of a content', () => {
	test('is 16 hexadecimal digits, the same for ever', () => {
		expect(contentHash('')).toBe(contentHash(''));
		expect(contentHash('format: 1\n')).toMatch(/^[0-9a-f]{16}$/);
		// Logs carry these: a change here makes every stored log a stranger to its scenario.
		expect([contentHash(''), contentHash('a'), contentHash('format: 1\n')]).toEqual(GOLDEN);
	});

	test('does not depend on how lines end', () => {
		expect(contentHash('a\r\nb\r\n')).toBe(contentHash('a\nb\n'));
		expect(contentHash('a\rb')).not.toBe(contentHash('ab'));
	});

	test('differs when one character differs', () => {
		fc.assert(
			fc.property(fc.string({ minLength: 1, maxLength: 200 }), fc.nat(), (text, at) => {
				const place = at % text.length;
				const unit = String.fromCharCode((text.charCodeAt(place) ^ 1) & 0xffff);
				const changed = text.slice(0, place) + unit + text.slice(place + 1);
				fc.pre(!/\r/.test(text + changed));
				expect(contentHash(changed)).not.toBe(contentHash(text));
			})
		);
	});

	test('fills both halves: 20,000 short texts share no half more often than chance', () => {
		const highs = new Set<string>();
		const lows = new Set<string>();
		for (let i = 0; i < 20_000; i++) {
			const hash = contentHash(`scenario ${i}`);
			highs.add(hash.slice(0, 8));
			lows.add(hash.slice(8));
		}
		// About 0.05 collisions are expected among 20,000 of 2³².
		expect(highs.size).toBeGreaterThan(19_996);
		expect(lows.size).toBeGreaterThan(19_996);
	});
});
