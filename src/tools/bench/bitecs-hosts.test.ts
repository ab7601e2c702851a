import { join } from 'node:path';
import { expect, test } from 'vitest';
import { byMinute, recordOrders } from '../../lib/exercise/world/orders.ts';
import { runOracle } from '../../lib/sim/testing/oracle/oracle.ts';
import { loadPack } from '../packs.ts';
import { runOnBitecs } from './bitecs-hosts.ts';
import { allHosts, sampleSites } from './small-fleet.ts';

test('bitECS is given the same work: on average as many hosts crash as in the per-host simulation', () => {
	const { model, exercise } = loadPack(
		join(import.meta.dirname, '..', 'sim', 'fixtures', 'three-cities.yaml')
	);
	const orders = byMinute(exercise.record.flatMap((act) => recordOrders(exercise, act)));
	const sample = sampleSites(model, 3_000, 'fleet');
	const seeds = [1, 2, 3, 4, 5];
	const mean = (run: (seed: number) => { crashed: number }) =>
		seeds.reduce((sum, seed) => sum + run(seed).crashed, 0) / seeds.length;
	const byOracle = mean((seed) => runOracle(sample, orders, seed));
	const byBitecs = mean((seed) => runOnBitecs(sample, orders, seed));
	expect(byOracle).toBeGreaterThan(allHosts(sample) / 20);
	expect(Math.abs(byBitecs / byOracle - 1)).toBeLessThan(0.03);
});
