import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runOracle } from '../../lib/sim/testing/oracle/oracle.ts';
import { loadPack } from '../packs.ts';
import { allHosts, fleetHosts, sampleSites } from './small-fleet.ts';
import { walkByTable, walkByXState } from './transitions.ts';

const { model } = loadPack(join(import.meta.dirname, '..', 'sim', 'fixtures', 'three-cities.yaml'));

describe('a sample of sites', () => {
	test('that aims for every host of the fleet has them all, and no others', () => {
		const sample = sampleSites(model, fleetHosts(model), 'fleet');
		expect(fleetHosts(model)).toBe(9000);
		expect([allHosts(sample), fleetHosts(sample)]).toEqual([9000, 9000]);
	});

	test('that aims for all hosts has them all', () => {
		expect(allHosts(sampleSites(model, allHosts(model), 'all'))).toBe(40_000);
	});

	test('that aims for a third has whole sites, every third of those with hosts', () => {
		const all = sampleSites(model, allHosts(model), 'all');
		const sample = sampleSites(model, allHosts(model) / 3, 'all');
		expect(sample.sites.count).toBe(Math.ceil(all.sites.count / 3));
		expect(sample.cells.count).toBe(sample.sites.cellStart[sample.sites.count]);
		for (let cell = 0; cell < sample.cells.count; cell++) {
			const site = sample.cells.site[cell];
			expect(sample.sites.cellStart[site]).toBeLessThanOrEqual(cell);
			expect(cell).toBeLessThan(sample.sites.cellStart[site + 1]);
		}
		expect(sample.sites.staffingScore).toEqual(all.sites.staffingScore.filter((_, site) => site % 3 === 0));
	});

	test('runs one host at a time, and hosts crash in it', () => {
		const { crashed } = runOracle(sampleSites(model, 900, 'fleet'), [], 1);
		expect(crashed).toBeGreaterThan(0);
	});
});

test('XState and the table walk the same way to the same end', () => {
	expect(walkByXState(1)).toBe('recovered');
	expect(walkByTable(1)).toBe('recovered');
});
