import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concentration } from './concentration.ts';
import { seedFromText, streamKeys, uniform } from '../random/hash.ts';

const alike = (count: number) => Array.from({ length: count }, (_, i) => ({ id: `v${i}` }));
const fleets = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 2, maxLength: 8 });

describe('concentration', () => {
	it('is 10,000 where one vendor has everything, and so many times less for so many equal ones', () => {
		expect(concentration([500, 0], alike(2)).hhi).toBe(10_000);
		expect(concentration([500, 500, 500, 500], alike(4)).hhi).toBeCloseTo(2500, 9);
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
		expect(concentration([0, 900], vendors)).toMatchObject({ hhi: 0, sameVendorChance: 0, largest: -1 });
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

	it('is how often two hosts picked at random run the same agent, as picking them shows', () => {
		const keys = new Int32Array(2);
		streamKeys(seedFromText('two hosts'), 1, 0, keys);
		const trials = 40_000;
		for (const hosts of [
			[90, 5, 5],
			[34, 33, 33]
		]) {
			const pick = (address: number) => {
				let host = 100 * uniform(keys[0]!, keys[1]!, address);
				return hosts.findIndex((count) => (host -= count) < 0);
			};
			let alikePairs = 0;
			for (let trial = 0; trial < trials; trial++) if (pick(2 * trial) === pick(2 * trial + 1)) alikePairs++;
			expect(alikePairs / trials).toBeCloseTo(concentration(hosts, alike(3)).sameVendorChance, 2);
		}
	});
});
