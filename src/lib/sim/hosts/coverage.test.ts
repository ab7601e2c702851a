import { describe, expect, test } from 'vitest';
import { coverageOf } from './coverage.ts';
import { crashedIn, ofSite, REVERTED, runPlay } from '../testing/play.ts';
import { smallModel } from '../testing/small-model.ts';

const hosts = [400, 400, 400, 400, 400];
const everybodyLooks = { 'update.affectedShare': 1, 'update.pollMin': 1, 'activity.churnMin': 1 };

function crashedShare(coverage: number | readonly number[], scores: readonly number[], sigma = 1): number[] {
	const model = smallModel({
		sites: scores.map((score) => ({ metro: 0, hosts, coverage: score })),
		set: { ...everybodyLooks, 'update.coverage': coverage, 'update.coverageSigma': sigma }
	});
	const world = runPlay({ model, orders: REVERTED }, 1, 120);
	return scores.map((_, site) => crashedIn(world, ofSite(model, site)) / 2000);
}

describe('coverage', () => {
	test('is the median’s where the score is nought, and never leaves 0 to 1', () => {
		expect(coverageOf(0.4, 1, 0)).toBeCloseTo(0.4, 15);
		for (const score of [-4, -1, 1, 4]) {
			expect(coverageOf(1, 2, score)).toBe(1);
			expect(coverageOf(0, 2, score)).toBe(0);
			expect(coverageOf(0.4, 2, score)).toBeGreaterThan(0);
			expect(coverageOf(0.4, 2, score)).toBeLessThan(1);
		}
	});

	test('multiplies the odds: two to three at the median are five to three or so one score above', () => {
		expect(coverageOf(0.4, 0.9, 1)).toBeCloseTo((2 * Math.exp(0.9)) / (2 * Math.exp(0.9) + 3), 12);
	});

	test('a host that the defect does not meet never crashes', () => {
		expect(crashedShare(0.3, [0])[0]).toBeCloseTo(0.3, 1);
		expect(crashedShare([1, 0, 0, 0, 0], [0])[0]).toBeCloseTo(0.2, 1);
	});

	test('organisations differ by as much as sigma says', () => {
		const [low, median, high] = crashedShare(0.4, [-1.5, 0, 1.5]);
		expect(low).toBeLessThan(0.2);
		expect(median).toBeCloseTo(0.4, 1);
		expect(high).toBeGreaterThan(0.7);
		const [least, , most] = crashedShare(0.4, [-1.5, 0, 1.5], 0);
		expect(Math.abs(most! - least!)).toBeLessThan(0.06);
	});
});
