import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Order } from '../../sim/model.ts';
import { smallModel } from '../../sim/testing/small-model.ts';
import { simEngine, type Engine } from './engine.ts';
import { byMinute } from './orders.ts';
import { PREPARATION_MIN } from '../state.ts';
import { SCENARIO } from '../testing/scenario.ts';
import { toyEngine } from '../testing/toy-engine.ts';
import { Timeline } from './timeline.ts';

const order = fc.record({
	parameter: fc.constantFrom('repair.script', 'rollout.order'),
	scope: fc.constant({ kind: 'world' } as const),
	value: fc.integer({ min: 0, max: 3 }),
	atMin: fc.integer({ min: -1, max: 600 })
});
const orders = fc.array(order, { maxLength: 8 }).map(byMinute);
/** Grid minutes of the small scenario. */
const minute = fc.integer({ min: 0, max: 216 }).map((n) => (n <= 120 ? n : 120 + (n - 120) * 5));
const question = fc.record({ world: fc.nat({ max: 2 }), minute });

const afresh = (engine: Engine, orders: readonly Order[], minute: number) =>
	new Timeline(engine, { snapshots: 0 }).hashAt(orders, minute);

describe('a timeline', () => {
	it('answers as if it remembered nothing, whatever it was asked before', () => {
		const worlds = fc.tuple(orders, orders, orders);
		const keeping = fc.record({
			everyMin: fc.integer({ min: 1, max: 300 }),
			snapshots: fc.integer({ min: 0, max: 4 })
		});
		fc.assert(
			fc.property(worlds, fc.array(question, { maxLength: 12 }), keeping, (worlds, questions, keeping) => {
				const engine = toyEngine(SCENARIO.spans);
				const timeline = new Timeline(engine, keeping);
				for (const { world, minute } of questions) {
					expect(timeline.hashAt(worlds[world], minute)).toBe(afresh(engine, worlds[world], minute));
				}
			})
		);
	});

	it('answers the same once everything is forgotten', () => {
		const timeline = new Timeline(toyEngine(SCENARIO.spans), { everyMin: 30 });
		const before = [30, 200, 90].map((at) => timeline.hashAt([], at));
		timeline.forget();
		expect([30, 200, 90].map((at) => timeline.hashAt([], at))).toEqual(before);
	});

	it('takes orders that are added at or after the minute it stands at, as a play does', () => {
		fc.assert(
			fc.property(orders, (all) => {
				const engine = toyEngine(SCENARIO.spans);
				const timeline = new Timeline(engine, { everyMin: 50 });
				for (const now of [0, 20, 60, 120, 300, 600]) {
					const known = all.filter(({ atMin }) => atMin < now);
					expect(timeline.hashAt(known, now)).toBe(afresh(engine, all, now));
				}
			})
		);
	});

	it('goes on from where it is instead of starting again', () => {
		const engine = toyEngine(SCENARIO.spans);
		const timeline = new Timeline(engine, { everyMin: 60 });
		timeline.frameAt([], 120);
		const before = engine.steps();
		timeline.frameAt([], 121);
		timeline.frameAt([], 65);
		expect(engine.steps() - before).toBe(1 + 5);
	});

	it('says so when a world ends before the minute asked for', () => {
		const stuck: Engine = { ...toyEngine(SCENARIO.spans) };
		const run = stuck.start();
		const timeline = new Timeline({ ...stuck, start: () => ({ ...run, minute: 600, advance: () => {} }) });
		expect(() => timeline.frameAt([], 700)).toThrow('the world ends at minute 600, before minute 700');
	});
});

describe('the physics on a timeline', () => {
	const scope = { kind: 'world' } as const;
	const halt: Order[] = [{ parameter: 'rollout.order', scope, value: 3, atMin: 30 }];
	const engine = simEngine(smallModel(), 'seed');

	it('is the same with snapshots and without, forwards and backwards', () => {
		const timeline = new Timeline(engine, { everyMin: 20, snapshots: 5 });
		for (const at of [200, 40, 41, 0, 120, 77]) {
			for (const orders of [[], halt]) expect(timeline.hashAt(orders, at)).toBe(afresh(engine, orders, at));
		}
	});

	it('crashes fewer hosts when the vendor halts', () => {
		const timeline = new Timeline(engine);
		const crashed = (orders: readonly Order[]) => timeline.frameAt(orders, 200).world.everCrashed;
		expect(crashed(halt)).toBeLessThan(crashed([]));
		expect(crashed(halt)).toBeGreaterThan(0);
	});

	it('gives an organisation that took a second vendor in preparation half of the crashes', () => {
		const HOSTS = [100, 300, 200, 50, 20];
		const site = { metro: 0, hosts: HOSTS, others: HOSTS, organisation: 0 };
		const model = smallModel({ organisations: [{ id: 'shop', sector: 0 }], sites: [site] });
		const prepared: Order[] = [
			{
				parameter: 'fleet.secondVendorShare',
				scope: { kind: 'organisation', id: 'shop' },
				value: 0.5,
				atMin: PREPARATION_MIN
			}
		];
		const timeline = new Timeline(simEngine(model, 'seed'));
		const crashed = (orders: readonly Order[]) => timeline.frameAt(orders, 200).world.everCrashed;
		expect(crashed(prepared) / crashed([])).toBeCloseTo(0.5, 1);
	});

	it('depends on the seed', () => {
		const other = simEngine(smallModel(), 'another seed');
		expect(afresh(other, [], 60)).not.toBe(afresh(engine, [], 60));
	});
});
