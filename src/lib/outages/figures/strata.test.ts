import { describe, expect, test } from 'vitest';
import { normalQuantile } from '../../sim/random/normal.ts';
import { drawsOf } from '../../debrief/attribution/draws.ts';
import { shockOf } from '../shocks/family.ts';
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

	describe('of shocks in the order of their sequence', () => {
		const [KINDS, SHOCKS, SETS, SAMPLES] = [5, 104, 36, 200];
		/** Values of several kinds that depend on two draws of a shock, on its set and on chance. */
		const valueOf = (kind: number, reach: number, vendor: number, ofSet: number, noise: number) =>
			0.25 * kind + 1.5 * reach + (vendor < 0.3 ? 2 : 0) + ofSet + 0.3 * noise;

		function trueMedian(setEffect: number): number {
			const draw = drawsOf('truth', 0);
			const normal = () => normalQuantile(draw());
			const values = Array.from({ length: 100_000 }, (_, i) =>
				valueOf(i % KINDS, draw(), draw(), setEffect * normal(), normal())
			);
			return values.sort((a, b) => a - b)[values.length / 2]!;
		}

		function sampled(setEffect: number, sample: number): number[][] {
			const draw = drawsOf('sequence', sample);
			const sets = Array.from({ length: SETS }, () => setEffect * normalQuantile(draw()));
			return Array.from({ length: KINDS }, (_, kind) =>
				Array.from({ length: SHOCKS }, (_, number) => {
					const { reach, vendor } = shockOf(`${kind} of ${sample}`, number).draws;
					return valueOf(kind, reach, vendor, sets[number % SETS]!, normalQuantile(draw()));
				})
			);
		}

		test.each([0, 0.3])('the true median is held in 92 of 100 samples or more (sets: %s)', (setEffect) => {
			const truth = trueMedian(setEffect);
			let held = 0;
			for (let sample = 0; sample < SAMPLES; sample++) {
				const { low, high } = quantileInterval(sampled(setEffect, sample), 0.5, SETS);
				if (low <= truth && truth <= high) held++;
			}
			expect(held / SAMPLES).toBeGreaterThan(0.92);
		});

		test('the interval is nearer than that of the same values in any order', () => {
			let [inOrder, inAny] = [0, 0];
			for (let sample = 0; sample < SAMPLES / 2; sample++) {
				const strata = sampled(0, sample);
				const draw = drawsOf('any order', sample);
				const mixed = strata.map((values) =>
					values
						.map((value) => ({ value, at: draw() }))
						.sort((a, b) => a.at - b.at)
						.map(({ value }) => value)
				);
				const width = ({ low, high }: { low: number; high: number }) => high - low;
				inOrder += width(quantileInterval(strata, 0.5));
				inAny += width(quantileInterval(mixed, 0.5));
			}
			expect(inOrder).toBeLessThan(0.9 * inAny);
		});
	});
});
