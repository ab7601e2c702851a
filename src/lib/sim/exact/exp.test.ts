import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceWithin, exp } from './exp.ts';

/** Distance in units of the last place of the larger value. */
function ulpsApart(a: number, b: number): number {
	if (a === b) return 0;
	const size = Math.max(Math.abs(a), Math.abs(b), 2 ** -1022);
	return Math.abs(a - b) / 2 ** (Math.floor(Math.log2(size)) - 52);
}

describe('exp', () => {
	it('agrees with the engine to the last place or two, over the whole range and near zero', () => {
		fc.assert(
			fc.property(
				fc.double({ min: -745, max: 709.7, noNaN: true }),
				fc.integer({ min: 0, max: 60 }),
				(x, shift) => {
					const scaled = x / 2 ** shift;
					expect(ulpsApart(exp(scaled), Math.exp(scaled))).toBeLessThanOrEqual(2);
				}
			),
			{ numRuns: 20_000 }
		);
	});

	it('is exact where the answer is known', () => {
		expect(exp(0)).toBe(1);
		expect(exp(-0)).toBe(1);
		expect(exp(-Infinity)).toBe(0);
		expect(exp(Infinity)).toBe(Infinity);
		expect(exp(NaN)).toBeNaN();
	});

	it('meets the true values, which are e, 1/e, e^10 and e^-10 rounded to 17 digits', () => {
		expect(ulpsApart(exp(1), 2.718281828459045)).toBeLessThanOrEqual(1);
		expect(ulpsApart(exp(-1), 0.36787944117144233)).toBeLessThanOrEqual(1);
		expect(ulpsApart(exp(10), 22026.465794806718)).toBeLessThanOrEqual(1);
		expect(ulpsApart(exp(-10), 4.5399929762484854e-5)).toBeLessThanOrEqual(1);
	});

	it('overflows and underflows where a double ends, through the subnormal numbers', () => {
		expect(exp(709.782712893384)).toBeLessThan(Infinity);
		expect(exp(709.7827128933841)).toBe(Infinity);
		expect(exp(-745.1332191019411)).toBe(5e-324);
		expect(exp(-745.2)).toBe(0);
		expect(exp(-740)).toBe(Math.exp(-740));
	});

	it('never falls when x rises', () => {
		fc.assert(
			fc.property(fc.double({ min: -700, max: 700, noNaN: true }), (x) => {
				const next = x + Math.max(Math.abs(x), 1e-300) * 2 ** -50;
				expect(exp(next)).toBeGreaterThanOrEqual(exp(x));
			})
		);
	});
});

describe('chanceWithin', () => {
	it('is 1 − exp(−step/mean) to the last places, for tiny and for large steps', () => {
		fc.assert(
			fc.property(
				fc.double({ min: 1e-12, max: 60, noNaN: true }),
				fc.integer({ min: 0, max: 900 }),
				(step, shift) => {
					const mean = 2 ** shift;
					expect(ulpsApart(chanceWithin(step, mean), -Math.expm1(-step / mean))).toBeLessThanOrEqual(3);
				}
			),
			{ numRuns: 10_000 }
		);
	});

	it('never happens with an infinite mean and happens at once with none', () => {
		expect(chanceWithin(5, Infinity)).toBe(0);
		expect(chanceWithin(Infinity, Infinity)).toBe(0);
		expect(chanceWithin(5, 0)).toBe(1);
		expect(chanceWithin(5, -1)).toBe(1);
		expect(chanceWithin(0, 5)).toBe(0);
		expect(chanceWithin(Infinity, 5)).toBe(1);
	});

	it('of two half steps is the chance of one whole step', () => {
		fc.assert(
			fc.property(
				fc.double({ min: 1e-6, max: 1e3, noNaN: true }),
				fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
				(step, mean) => {
					const half = chanceWithin(step / 2, mean);
					const whole = chanceWithin(step, mean);
					expect(Math.abs(half + (1 - half) * half - whole)).toBeLessThanOrEqual(1e-15);
				}
			)
		);
	});

	it('rises with the step and falls with the mean, and stays between 0 and 1', () => {
		fc.assert(
			fc.property(
				fc.double({ min: 0, max: 1e4, noNaN: true }),
				fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
				(step, mean) => {
					const chance = chanceWithin(step, mean);
					expect(chance).toBeGreaterThanOrEqual(0);
					expect(chance).toBeLessThanOrEqual(1);
					expect(chanceWithin(step * 1.001, mean)).toBeGreaterThanOrEqual(chance);
					expect(chanceWithin(step, mean * 1.001)).toBeLessThanOrEqual(chance);
				}
			)
		);
	});
});
