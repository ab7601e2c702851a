import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concentration, shareHit } from './concentration.ts';
import { seedFromText, streamKeys, uniform } from './random/hash.ts';

const alike = (count: number) => Array.from({ length: count }, (_, i) => ({ id: `v${i}` }));
const fleets = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 2, maxLength: 8 });

describe('concentration', () => {
	it('is 10,000 where one vendor has everything, and so many times less for so many equal ones', () => {
		expect(concentration([500, 0], alike(2)).hhi).toBe(10_000);
		expect(concentration([500, 500, 500, 500], alike(4)).hhi).toBeCloseTo(2500, 9);
		expect(concentration([500, 500, 500, 500], alike(4)).effectiveVendors).toBeCloseTo(4, 9);
	});

	it('counts an entry that stands for eight vendors as eight', () => {
		const lumped = concentration([200, 800], [{ id: 'a' }, { id: 'others', standsFor: 8 }]);
		const apart = concentration([200, ...Array<number>(8).fill(100)], alike(9));
		expect(lumped.hhi).toBeCloseTo(apart.hhi, 9);
		expect(lumped.largest).toBe(0);
		expect(lumped.largestShare).toBeCloseTo(0.2, 12);
	});

	it('leaves hosts without an agent out', () => {
		const vendors = [{ id: 'a' }, { id: 'none', standsFor: 0 }];
		expect(concentration([100, 900], vendors)).toEqual(concentration([100, 0], vendors));
		expect(concentration([0, 900], vendors)).toMatchObject({ hhi: 0, effectiveVendors: 0, largest: -1 });
	});

	it('never falls when one vendor takes another over', () => {
		fc.assert(
			fc.property(fleets, (hosts) => {
				fc.pre(hosts.some((count) => count > 0));
				const [first, second, ...rest] = hosts;
				const merged = [first! + second!, 0, ...rest];
				const vendors = alike(hosts.length);
				expect(concentration(merged, vendors).hhi).toBeGreaterThanOrEqual(
					concentration(hosts, vendors).hhi - 1e-9
				);
			})
		);
	});
});

describe('correlated failure', () => {
	it('leaves the mean and widens the spread, as trials with failing vendors show', () => {
		const keys = new Int32Array(2);
		streamKeys(seedFromText('vendors fail'), 1, 0, keys);
		const chance = 0.1;
		const trials = 40_000;
		for (const hosts of [
			[90, 5, 5],
			[34, 33, 33]
		]) {
			let sum = 0;
			let squares = 0;
			for (let trial = 0; trial < trials; trial++) {
				const hit = hosts.reduce(
					(all, count, i) => all + (uniform(keys[0]!, keys[1]!, trial * 4 + i) < chance ? count / 100 : 0),
					0
				);
				sum += hit;
				squares += hit * hit;
			}
			const mean = sum / trials;
			const expected = shareHit(concentration(hosts, alike(3)), chance);
			expect(mean).toBeCloseTo(expected.mean, 2);
			expect(Math.sqrt(squares / trials - mean * mean)).toBeCloseTo(expected.deviation, 2);
		}
	});
});
