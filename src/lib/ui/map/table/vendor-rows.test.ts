import { describe, expect, it } from 'vitest';
import { mapFactsOf } from '../../../room/map/map-facts.ts';
import { mapSnapshotOf } from '../../../sim/observe/map/map-snapshot.ts';
import { compileModel } from '../../../scenario/compile/model.ts';
import type { Order } from '../../../sim/model.ts';
import { createWorld, Runner, seedFromText } from '../../../sim/run.ts';
import { packOf } from '../../../scenario/testing/pack.ts';
import { vendorRows, type VendorRow } from './vendor-rows.ts';

const { scenario } = packOf('july-2024');
const model = compileModel(scenario, 'debrief');
const AIRLINE = 'Altamark Airways';

function rowsAfter(orders: readonly Order[]): Map<string, VendorRow> {
	const world = createWorld(model, seedFromText('seed'));
	new Runner(world).advance(orders, 5);
	return new Map(vendorRows(mapFactsOf(scenario, model), mapSnapshotOf(world)).map((row) => [row.name, row]));
}

describe('how much hangs on one vendor', () => {
	const rows = rowsAfter([]);

	it('is said of every sector, every named organisation and the world', () => {
		for (const { name } of [...scenario.sectors, ...scenario.organisations])
			expect(rows.has(typeof name === 'string' ? name : name.en!), JSON.stringify(name)).toBe(true);
		expect(rows.has('All')).toBe(true);
	});

	it('is more at an airline whose hosts nearly all run one agent than in the world', () => {
		expect(rows.get(AIRLINE)!.vendor).toBe('Corvane');
		expect(rows.get(AIRLINE)!.hhi).toBeGreaterThan(5000);
		expect(rows.get('All')!.hhi).toBeLessThan(1800);
	});

	it('is less once a second vendor has come in', () => {
		const second: Order = {
			atMin: 0,
			parameter: 'fleet.secondVendorShare',
			scope: { kind: 'organisation', id: 'altamark-airways' },
			value: 0.5
		};
		const after = rowsAfter([second]).get(AIRLINE)!;
		expect(after.hhi).toBeLessThan(0.6 * rows.get(AIRLINE)!.hhi);
		expect(after.largestShare).toBeLessThan(0.6);
	});
});
