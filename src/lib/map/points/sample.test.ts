import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DESK_SPLITS, SPLITS, finestHostsPerPoint, hostsPerPoint, samplePoints } from './sample.ts';
import { WHOLE } from '../../sim/observe/map/map-shares.ts';

const someHosts = fc.array(fc.integer({ min: 0, max: 4000 }), { minLength: 1, maxLength: 60 });

describe('how many hosts a point stands for', () => {
	it('is a round number that leaves 60,000 points in the world view', () => {
		const finest = finestHostsPerPoint(145_000_000);
		expect(hostsPerPoint(finest, 0)).toBe(8000);
		expect(hostsPerPoint(finest, DESK_SPLITS)).toBe(2000);
		expect(hostsPerPoint(finest, SPLITS)).toBe(500);
		expect(145_000_000 / 2000).toBeGreaterThan(60_000);
	});

	it('is never less than one host', () => {
		expect(finestHostsPerPoint(900)).toBe(1);
	});
});

describe('the sample', () => {
	it('gives every run of cells its points to within one, at every level of splitting', () => {
		fc.assert(
			fc.property(
				someHosts,
				fc.integer({ min: 1, max: 300 }),
				fc.nat(59),
				fc.nat(59),
				(hosts, finest, a, b) => {
					const sample = samplePoints(Int32Array.from(hosts), finest);
					const [from, to] = a < b ? [a, b] : [b, a];
					let inRun = 0;
					for (let cell = from; cell <= to; cell++) inRun += hosts[cell] ?? 0;
					for (let splits = 0; splits <= SPLITS; splits++) {
						let points = 0;
						for (let p = 0; p < sample.countAfterSplits[splits]!; p++)
							if (sample.cell[p]! >= from && sample.cell[p]! <= to) points++;
						expect(Math.abs(points - inRun / hostsPerPoint(finest, splits))).toBeLessThanOrEqual(1);
					}
				}
			)
		);
	});

	it('puts no point where there is no host', () => {
		const sample = samplePoints(Int32Array.from([0, 50, 0, 0, 70, 0]), 10);
		expect(new Set(sample.cell)).toEqual(new Set([1, 4]));
	});

	it('ranks any sixteen neighbours so that a share of a quarter shows as about four', () => {
		const sample = samplePoints(Int32Array.from([4000]), 1);
		const rankOf = new Map(Array.from(sample.id, (id, point) => [id, sample.rank[point]!]));
		for (let start = 0; start < 3000; start += 7) {
			let below = 0;
			for (let id = start; id < start + 16; id++) if (rankOf.get(id)! < WHOLE / 4) below++;
			expect(below).toBeGreaterThanOrEqual(3);
			expect(below).toBeLessThanOrEqual(5);
		}
	});
});
