import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freeEnd, spread, thin } from './thin.ts';

describe('thinning a line', () => {
	it('keeps its first and last points and drops what nobody could tell apart', () => {
		const points = Array.from({ length: 100 }, (_, i) => ({ x: i / 10, y: i }));
		const kept = thin(points, 1);
		expect(kept[0]).toEqual(points[0]);
		expect(kept.at(-1)).toEqual(points.at(-1));
		expect(kept.length).toBeLessThan(13);
	});
});

describe('labels at the ends of lines', () => {
	it('stand apart, in the order of their lines, above the lowest place', () => {
		const heights = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 5 });
		fc.assert(
			fc.property(heights, (ends) => {
				const placed = spread(ends, 14, 100);
				const sorted = placed.toSorted((a, b) => a - b);
				for (let i = 1; i < sorted.length; i++)
					expect(sorted[i]! - sorted[i - 1]!).toBeGreaterThanOrEqual(14);
				expect(Math.max(...placed)).toBeLessThanOrEqual(100);
				ends.forEach((a, i) => {
					ends.forEach((b, j) => {
						if (a < b) expect(placed[i]!).toBeLessThan(placed[j]!);
					});
				});
			})
		);
	});
});

describe('a label on a line', () => {
	const box = { width: 40, top: 0, bottom: 14 };
	const rising = [
		{ x: 0, y: 50 },
		{ x: 60, y: 30 },
		{ x: 100, y: 2 }
	];
	const falling = rising.map(({ x, y }) => ({ x: 100 - x, y }));

	it('stands at the right, where no path runs through it', () => {
		expect(freeEnd(falling, box, 100)).toBe('end');
		expect(freeEnd([], box, 100)).toBe('end');
	});

	it('stands at the left where the path comes up to it at the right', () => {
		expect(freeEnd(rising, box, 100)).toBe('start');
		expect(freeEnd([...falling, ...rising], box, 100)).toBe('end');
	});
});
