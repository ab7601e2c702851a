import { describe, expect, test } from 'vitest';
import { normalQuantile } from '../../sim/random/normal.ts';
import { drawsOf } from '../../debrief/attribution/draws.ts';
import { meanInterval, quantileInterval, quantiles } from './strata.ts';

describe('figures over kinds of shocks', () => {
	test('count every kind alike, however many shocks of it were run', () => {
		const few = [1, 1];
		const many = Array.from({ length: 100 }, () => 9);
		expect(quantiles([few, many], [0.4, 0.6])).toEqual([1, 9]);
		expect(meanInterval([few, many])!.value).toBe(5);
	});

	test('leave kinds out of which nothing was run', () => {
		expect(quantiles([[], [3, 3, 3]], [0.5])).toEqual([3]);
		expect(meanInterval([[], [2, 4]])!.value).toBe(3);
	});

	test('have no interval of a mean while a kind was run but once', () => {
		expect(meanInterval([[1], [2, 3]])).toBeNull();
	});

	test('hold the true median in about 95 of 100 samples, and the true mean', () => {
		let [medians, means] = [0, 0];
		const samples = 400;
		for (let sample = 0; sample < samples; sample++) {
			const draw = drawsOf('intervals', sample);
			// Two kinds around 0 and 2: the median of both together is 1, and so is the mean.
			const strata = [0, 2].map((middle) =>
				Array.from({ length: 60 }, () => middle + normalQuantile(draw()))
			);
			const median = quantileInterval(strata, 0.5);
			if (median.low <= 1 && median.high >= 1) medians++;
			const mean = meanInterval(strata)!;
			if (mean.low <= 1 && mean.high >= 1) means++;
		}
		expect(medians / samples).toBeGreaterThan(0.92);
		expect(means / samples).toBeGreaterThan(0.92);
	});

	test('take values of one parameter set, which err together, for one observation', () => {
		let [naive, honest] = [0, 0];
		const samples = 300;
		for (let sample = 0; sample < samples; sample++) {
			const draw = drawsOf('sets', sample);
			const sets = Array.from({ length: 12 }, () => normalQuantile(draw()));
			const strata = [0, 0].map(() =>
				Array.from({ length: 48 }, (_, number) => sets[number % 12]! + 0.5 * normalQuantile(draw()))
			);
			const holds = ({ low, high }: { low: number; high: number }) => low <= 0 && high >= 0;
			if (holds(meanInterval(strata)!) && holds(quantileInterval(strata, 0.5))) naive++;
			if (holds(meanInterval(strata, 12)!) && holds(quantileInterval(strata, 0.5, 12))) honest++;
		}
		expect(naive / samples).toBeLessThan(0.7);
		expect(honest / samples).toBeGreaterThan(0.88);
	});
});
