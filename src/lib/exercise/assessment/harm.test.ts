import { expect, test } from 'vitest';
import { bounded } from './harm.ts';

test('a harm counts as its share of what nobody’s acting comes to, up to that', () => {
	for (const share of [0, 0.2, 0.9, 1]) expect(bounded(share)).toBe(share);
});

test('more than that always counts for more, and never for twice as much', () => {
	const shares = [1, 1.01, 1.5, 3, 13, 1000, 1e9];
	const counted = shares.map(bounded);
	for (let i = 1; i < counted.length; i++) expect(counted[i]).toBeGreaterThan(counted[i - 1]!);
	expect(counted.at(-1)).toBeLessThanOrEqual(2);
	expect(bounded(1.01) - bounded(1)).toBeCloseTo(0.01, 3);
});
