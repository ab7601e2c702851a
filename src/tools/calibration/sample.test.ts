import { describe, expect, it } from 'vitest';
import type { Prior } from '../../lib/scenario/calibration/prior.ts';
import { withinFirstPriors } from './first-priors.ts';
import { FORTUNE_SHARES } from './fortune-500.ts';
import { cubePoints, latinHypercube } from './latin.ts';
import { solveLossFactors } from './loss-factors.ts';
import { quantile, rankCorrelation, ranks } from './statistics.ts';
import { isAccepted, TARGETS } from './targets.ts';

const prior = (part: Partial<Prior>): Prior => ({
	parameter: 'update.pollMin',
	of: 'value',
	shape: 'logUniform',
	choices: [],
	low: 2,
	high: 50,
	central: 10,
	...part
});

describe('priors', () => {
	it('can be drawn as far as the first ones went', () => {
		const entries: Prior[] = [
			prior({ parameter: 'service.halfDownShare', of: 'factor', low: 0.6, high: 3.2, central: 1 }),
			prior({ parameter: 'repair.order', shape: 'choice', choices: [0, 1], low: 0, high: 1, central: 0 }),
			prior({})
		];
		expect(withinFirstPriors(entries, [2.5, 1, 40])).toEqual([1.12, 0, 40]);
		expect(withinFirstPriors(entries, [1.1, 0, 3])).toEqual([1.1, 0, 3]);
	});
});

describe('the sample', () => {
	it('has one point in every slice of every axis', () => {
		const count = 50;
		const points = latinHypercube('slices', 7, count);
		for (let axis = 0; axis < 7; axis++) {
			const slices = points.map((point) => Math.floor(point[axis]! * count));
			expect(new Set(slices).size).toBe(count);
		}
	});

	it('is the same for the same text and no other', () => {
		expect(latinHypercube('a', 3, 20)).toEqual(latinHypercube('a', 3, 20));
		expect(latinHypercube('a', 3, 20)).not.toEqual(latinHypercube('b', 3, 20));
		expect(cubePoints('a', 3, 20)).toEqual(cubePoints('a', 3, 20));
	});

	it('has axes that know nothing of one another', () => {
		const points = latinHypercube('axes', 6, 1000);
		for (let a = 0; a < 6; a++) {
			for (let b = 0; b < a; b++) {
				const [x, y] = [points.map((point) => point[a]!), points.map((point) => point[b]!)];
				expect(Math.abs(rankCorrelation(x, y))).toBeLessThan(4.5 / Math.sqrt(1000));
			}
		}
	});
});

describe('statistics', () => {
	it('quantiles lie between neighbours', () => {
		expect(quantile([4, 1, 3, 2], 0)).toBe(1);
		expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
		expect(quantile([4, 1, 3, 2], 1)).toBe(4);
		expect(quantile([7], 0.3)).toBe(7);
	});

	it('equal values share a rank', () => {
		expect(ranks([10, 30, 10, 20])).toEqual([1.5, 4, 1.5, 3]);
	});

	it('a rank correlation is 1 for any rising course, −1 for any falling one, 0 where nothing varies', () => {
		const x = [1, 2, 3, 4, 5];
		expect(rankCorrelation(x, [1, 8, 27, 64, 125])).toBeCloseTo(1, 12);
		expect(rankCorrelation(x, [0, -1, -10, -100, -1000])).toBeCloseTo(-1, 12);
		expect(rankCorrelation(x, [3, 3, 3, 3, 3])).toBe(0);
	});
});

describe('losses are solved for', () => {
	const bySector = (usd: (index: number) => number) =>
		Object.fromEntries(FORTUNE_SHARES.map(({ sector }, index) => [sector, usd(index)]));

	it('so that the Fortune 500 part of each sector loses what was measured', () => {
		const units = (index: number) => 1e9 * (index + 1);
		const repairs = 2e8;
		const shares = FORTUNE_SHARES.map(() => 0.25);
		const targets = FORTUNE_SHARES.map((_, index) => 3e8 * (index + 1));
		const factors = solveLossFactors(
			bySector((index) => units(index) + repairs),
			bySector((index) => 2 * units(index) + repairs),
			targets,
			shares
		)!;
		FORTUNE_SHARES.forEach(({ sector }, index) => {
			const usd = (factors[sector]! * units(index) + repairs) * shares[index]!;
			expect(Math.abs(usd / targets[index]! - 1)).toBeLessThan(1e-3);
		});
	});

	it('and are given up where repairs alone cost more than was measured', () => {
		const loss = bySector(() => 5e9);
		const doubled = bySector(() => 5.1e9);
		const small = FORTUNE_SHARES.map(() => 1e8);
		expect(
			solveLossFactors(
				loss,
				doubled,
				small,
				FORTUNE_SHARES.map(() => 0.25)
			)
		).toBeNull();
	});
});

describe('a set is accepted', () => {
	const good = { crashedHosts: 8_500_000, backShare: [0.965, 0.975, 0.99] };

	it('when it meets every target', () => {
		expect(isAccepted(good)).toBe(true);
	});

	it.each([
		['too few crash', { ...good, crashedHosts: TARGETS.crashedLow - 1 }],
		['too many crash', { ...good, crashedHosts: TARGETS.crashedHigh + 1 }],
		['97 % are back too soon', { ...good, backShare: [0.971, 0.98, 0.99] }],
		['97 % are back too late', { ...good, backShare: [0.95, 0.969, 0.99] }],
		['too many are out at the end', { ...good, backShare: [0.965, 0.975, 0.98] }],
		['too few are out at the end', { ...good, backShare: [0.965, 0.975, 0.999] }]
	])('and not when %s', (_, reading) => {
		expect(isAccepted(reading)).toBe(false);
	});
});
