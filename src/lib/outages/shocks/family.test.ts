import { describe, expect, test } from 'vitest';
import { shockOf } from './family.ts';
import { SHOCK_KINDS } from './kinds.ts';
import { DRAWS } from './shock.ts';
import { evenSpread, logSpread, quantile } from './spread.ts';

describe('the family of shocks', () => {
	test('has at least eight kinds, each with a name of its own', () => {
		const ids = SHOCK_KINDS.map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
		expect(ids.length).toBeGreaterThanOrEqual(8);
	});

	test('is the same whenever it is asked for, and no two shocks of it are alike', () => {
		expect(shockOf('attack', 7)).toEqual(shockOf('attack', 7));
		const seeds = SHOCK_KINDS.flatMap(({ id }) => [0, 1, 2].map((number) => shockOf(id, number).seed));
		expect(new Set(seeds).size).toBe(seeds.length);
	});

	test('fills every draw evenly, and any two of them together', () => {
		const shocks = Array.from({ length: 256 }, (_, number) => shockOf('kernel-crash', number));
		for (const one of DRAWS) {
			for (const other of DRAWS) {
				const quarters = [0, 0, 0, 0];
				for (const { draws } of shocks) {
					expect(draws[one]).toBeGreaterThan(0);
					expect(draws[one]).toBeLessThan(1);
					quarters[(draws[one] < 0.5 ? 0 : 1) + (draws[other] < 0.5 ? 0 : 2)]! += 1;
				}
				// 64 of each pair of halves; random draws would stray by 14.
				if (one !== other) for (const count of quarters) expect(Math.abs(count - 64)).toBeLessThan(20);
			}
		}
	});
});

describe('a stated distribution', () => {
	test('has its median in the middle and nine in ten between its ends', () => {
		const spread = logSpread(50, 15, 120);
		expect(quantile(spread, 0.5)).toBeCloseTo(50, 9);
		expect(quantile(spread, 0.05)).toBeCloseTo(15, 6);
		expect(quantile(spread, 0.95)).toBeCloseTo(120, 6);
	});

	test('is cut off at twice its range', () => {
		const spread = logSpread(50, 15, 120);
		expect(quantile(spread, 1e-12)).toBe(7.5);
		expect(quantile(spread, 1 - 1e-12)).toBe(240);
	});

	test('may be even between two ends', () => {
		expect(quantile(evenSpread(0.3, 1), 0)).toBe(0.3);
		expect(quantile(evenSpread(0.3, 1), 0.5)).toBeCloseTo(0.65, 12);
	});
});
