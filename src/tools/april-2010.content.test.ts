import { describe, expect, it, test } from 'vitest';
import { recordOrders } from '../lib/exercise/world/orders.ts';
import type { Order } from '../lib/sim/model.ts';
import { compileModel } from '../lib/scenario/compile/model.ts';
import { createWorld, observe, Runner, seedFromText } from '../lib/sim/run.ts';
import { expertRow, expertShortfalls } from './decisions/experts.ts';
import { Study } from './decisions/study.ts';
import { loadPack } from './packs.ts';

const { exercise, scenario } = loadPack('april-2010');
const model = compileModel(scenario, 'debrief');
const study = new Study(exercise, model);
const DAY_MIN = 1440;
/** Hundreds of thousands, as one source has it. Nobody counted: others say thousands, or millions. */
const HIT = { least: 100_000, most: 1_000_000 };
const record = exercise.record
	.flatMap((act) => recordOrders(exercise, act))
	.sort((a, b) => a.atMin - b.atMin);

function everCrashed(orders: readonly Order[], untilMin: number): number {
	const world = createWorld(model, seedFromText('april'));
	new Runner(world).advance(orders, untilMin);
	return observe(world).world.everCrashed;
}

describe('21 April 2010', () => {
	it('hits some hundreds of thousands of hosts when every role does what was done', () => {
		const hit = everCrashed(record, DAY_MIN);
		expect(hit).toBeGreaterThan(HIT.least);
		expect(hit).toBeLessThan(HIT.most);
	});

	it('claims no measured number of hosts: what it is held to is an assumption', () => {
		expect(scenario.record.measured).toEqual([]);
	});

	it('hits far more when nobody withdraws the file: most customers take it a day later', () => {
		expect(everCrashed([], 2 * DAY_MIN)).toBeGreaterThan(5 * everCrashed(record, 2 * DAY_MIN));
	});
});

describe.each(exercise.roles)('the expert as $id', ({ id }) => {
	test('stays within the budget', () => {
		expect(expertShortfalls(study, id)).toEqual([]);
	});

	test('does better than nobody deciding, and than the record', () => {
		const { nothing, record, expert } = expertRow(study, id, 'a');
		expect(expert).toBeLessThan(nothing);
		expect(expert).toBeLessThan(record);
	});
});
