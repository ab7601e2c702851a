import { describe, expect, test } from 'vitest';
import { CELL_STRIDE } from '../world/columns.ts';
import { order, runPlay, type Play } from '../testing/play.ts';
import { smallModel, type SmallWorld } from '../testing/small-model.ts';
import { REVERTED } from '../testing/play.ts';

const WORLD: SmallWorld = {
	sectors: ['retail', 'banks'],
	organisations: [{ id: 'harbour-bank', sector: 1 }],
	sites: [
		{ metro: 0, hosts: [50, 300, 200, 80, 40] },
		{ metro: 0, hosts: [50, 300, 200, 80, 40], sector: 1 },
		{ metro: 1, hosts: [50, 300, 200, 80, 40], sector: 1, organisation: 0 },
		{ metro: 1, hosts: [50, 300, 200, 80, 40] }
	],
	stepMin: 5
};

/** The cell records and losses of each site at the end. */
function bySite(play: Play): string[] {
	const { counts, lossCents, model } = runPlay(play, 7);
	return Array.from({ length: model.sites.count }, (_, site) => {
		const from = model.sites.cellStart[site]! * CELL_STRIDE;
		const to = model.sites.cellStart[site + 1]! * CELL_STRIDE;
		return `${counts.subarray(from, to).join()} ${lossCents[site]}`;
	});
}

const model = smallModel(WORLD);
const plain = bySite({ model, orders: REVERTED });
const changed = (
	parameter: string,
	value: number,
	id: string,
	kind: 'sector' | 'organisation',
	world = model
) =>
	bySite({
		model: world,
		orders: [...REVERTED, order(160, parameter, value, { kind, id })]
	});

describe('a decision changes the draws of what it touches, and of nothing else', () => {
	test.each([
		['repair.hostsPerTechnician', 20],
		['repair.keyStore', 1],
		['repair.removeAgentShare', 0.5],
		['repair.order', 1],
		['service.manualShare', 0.9]
	])('%s of one organisation leaves every other site as it was, to the host', (parameter, value) => {
		const after = changed(parameter, value, 'harbour-bank', 'organisation');
		expect(after[2]).not.toBe(plain[2]);
		expect([after[0], after[1], after[3]]).toEqual([plain[0], plain[1], plain[3]]);
	});

	test('a sector’s order reaches its organisations and leaves other sectors as they were', () => {
		const after = changed('repair.hostsPerTechnician', 20, 'banks', 'sector');
		expect([after[0], after[3]]).toEqual([plain[0], plain[3]]);
		expect(after[1]).not.toBe(plain[1]);
		expect(after[2]).not.toBe(plain[2]);
	});

	test('before the order, nothing differs anywhere', () => {
		const late = order(600, 'vendor.automatedFix', 1);
		const before = runPlay({ model, orders: REVERTED }, 7, 600);
		expect(runPlay({ model, orders: [...REVERTED, late] }, 7, 600).counts).toEqual(before.counts);
	});
});

describe('what does link sites carries a decision to them', () => {
	test('a service that depends on another feels its recovery', () => {
		const linked = smallModel({ ...WORLD, dependencies: [{ sector: 0, on: 1, weight: 0.9 }] });
		const without = bySite({ model: linked, orders: REVERTED });
		const after = changed('repair.hostsPerTechnician', 10, 'harbour-bank', 'organisation', linked);
		expect(after[3], 'the shop in the same metro loses less').not.toBe(without[3]);
		expect([after[0], after[1]]).toEqual([without[0], without[1]]);
	});

	test('technicians who are lent', () => {
		const lending = smallModel({ ...WORLD, set: { 'repair.mutualAidShare': 1 } });
		const without = bySite({ model: lending, orders: REVERTED });
		const after = changed('repair.hostsPerTechnician', 2, 'harbour-bank', 'organisation', lending);
		expect(after[3], 'the shop in the same metro gets help').not.toBe(without[3]);
		expect([after[0], after[1]]).toEqual([without[0], without[1]]);
	});
});
