import { describe, expect, it } from 'vitest';
import { recordOrders } from '../lib/exercise/world/orders.ts';
import type { Order } from '../lib/sim/model.ts';
import { compileModel } from '../lib/scenario/compile/model.ts';
import { createWorld, observe, Runner, seedFromText } from '../lib/sim/run.ts';
import { loadPack } from './packs.ts';

const { exercise, scenario } = loadPack('april-2010');
const model = compileModel(scenario, 'debrief');
const DAY_MIN = 1440;
const record = exercise.record
	.flatMap((act) => recordOrders(exercise, act))
	.sort((a, b) => a.atMin - b.atMin);

function everCrashed(orders: readonly Order[], untilMin: number): number {
	const world = createWorld(model, seedFromText('april'));
	new Runner(world).advance(orders, untilMin);
	return observe(world).world.everCrashed;
}

describe('21 April 2010', () => {
	it('hits as many hosts as sources allow when every role does what was done', () => {
		const { low, high } = scenario.record.measured.find(({ id }) => id === 'crashed-hosts')!;
		const hit = everCrashed(record, DAY_MIN);
		expect(hit).toBeGreaterThan(low!);
		expect(hit).toBeLessThan(high!);
	});

	it('hits far more when nobody withdraws the file: most customers take it a day later', () => {
		expect(everCrashed([], 2 * DAY_MIN)).toBeGreaterThan(5 * everCrashed(record, 2 * DAY_MIN));
	});
});
