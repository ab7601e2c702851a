import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exp } from './exp.ts';
import { log, log1p } from './log.ts';

function ulpsApart(a: number, b: number): number {
	if (a === b) return 0;
	const size = Math.max(Math.abs(a), Math.abs(b), 2 ** -1022);
	return Math.abs(a - b) / 2 ** (Math.floor(Math.log2(size)) - 52);
}

const positive = fc.double({ min: 5e-324, max: Number.MAX_VALUE, noNaN: true });

describe('log', () => {
	it('agrees with the engine to the last place or two, over all positive doubles', () => {
		fc.assert(
			fc.property(positive, (x) => {
				expect(ulpsApart(log(x), Math.log(x))).toBeLessThanOrEqual(2);
			}),
			{ numRuns: 20_000 }
		);
	});

	it('keeps its digits beside 1, where the answer is small', () => {
		fc.assert(
			fc.property(
				fc.double({ min: -0.5, max: 0.5, noNaN: true }),
				fc.integer({ min: 0, max: 50 }),
				(f, shift) => {
					const x = 1 + f / 2 ** shift;
					expect(ulpsApart(log(x), Math.log(x))).toBeLessThanOrEqual(2);
				}
			),
			{ numRuns: 10_000 }
		);
	});

	it('is exact where the answer is known', () => {
		expect(log(1)).toBe(0);
		expect(log(2)).toBe(Math.LN2);
		expect(log(0)).toBe(-Infinity);
		expect(log(-0)).toBe(-Infinity);
		expect(log(-1)).toBeNaN();
		expect(log(NaN)).toBeNaN();
		expect(log(Infinity)).toBe(Infinity);
		expect(log(5e-324)).toBe(Math.log(5e-324));
	});

	it('undoes exp', () => {
		fc.assert(
			fc.property(fc.double({ min: -700, max: 700, noNaN: true }), (x) => {
				expect(Math.abs(log(exp(x)) - x)).toBeLessThanOrEqual(3e-16 * (1 + Math.abs(x)));
			})
		);
	});
});

describe('log1p', () => {
	it('agrees with the engine to a few last places, above −1 and near 0', () => {
		fc.assert(
			fc.property(
				fc.double({ min: -0.9999999, max: 1e6, noNaN: true }),
				fc.integer({ min: 0, max: 80 }),
				(x, shift) => {
					const scaled = x / 2 ** shift;
					expect(ulpsApart(log1p(scaled), Math.log1p(scaled))).toBeLessThanOrEqual(3);
				}
			),
			{ numRuns: 20_000 }
		);
	});

	it('keeps a chance far below the spacing of doubles at 1', () => {
		expect(log1p(-1e-20)).toBe(-1e-20);
		expect(log1p(1e-300)).toBe(1e-300);
	});

	it('ends at −1', () => {
		expect(log1p(0)).toBe(0);
		expect(log1p(-1)).toBe(-Infinity);
		expect(log1p(-1.5)).toBeNaN();
		expect(log1p(NaN)).toBeNaN();
		expect(log1p(Infinity)).toBe(Infinity);
	});
});
