import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Order } from '../model.ts';
import { observe } from '../observe/observe.ts';
import { seedFromText } from '../random/hash.ts';
import { isDeep } from '../testing/deep.ts';
import { order, type Play } from '../testing/play.ts';
import { randomPlay } from '../testing/random-play.ts';
import { smallModel } from '../testing/small-model.ts';
import { settingFault } from '../values.ts';
import { Runner } from '../world/advance.ts';
import { createWorld } from '../world/create-world.ts';
import { stateHash } from '../world/hash.ts';
import { Differences } from './differences.ts';
import { Recording } from './recording.ts';
import { WhatIfRun } from './what-if-run.ts';

const RUNS = isDeep ? 2000 : 30;
/** However many sites are touched, they are run by themselves. */
const ANY_SHARE = 1;

/** Random plays, and what is ordered otherwise: some orders are left out, some of another play are added. */
const plays = fc.record({
	number: fc.integer({ min: 1, max: 1e9 }),
	other: fc.integer({ min: 1, max: 1e9 }),
	otherDefects: fc.boolean(),
	leftOut: fc.array(fc.nat({ max: 20 }), { maxLength: 2 }),
	added: fc.array(fc.nat({ max: 20 }), { maxLength: 3 })
});
const stops = fc.uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 1, maxLength: 5 });

describe('a what-if run', () => {
	test('R330: comes to what a whole run comes to, whatever is ordered otherwise', () => {
		fc.assert(
			fc.property(plays, stops, ({ number, other, otherDefects, leftOut, added }, stops) => {
				const play = randomPlay(number, { otherDefects });
				const extra = randomPlay(other, { otherDefects }).orders.filter(
					(one, index) => added.includes(index) && settingFault(play.model, one) === null
				);
				const orders = byMinute([...play.orders.filter((_, i) => !leftOut.includes(i)), ...extra]);
				expectSame(
					play,
					number,
					orders,
					[...stops].sort((a, b) => a - b)
				);
			}),
			{ numRuns: RUNS }
		);
	});

	test('R330: does so where only one organisation decides otherwise', () => {
		const OWN = [
			'repair.hostsPerTechnician',
			'repair.reachMin',
			'service.halfDownShare',
			'update.heldBackShare'
		];
		const decided = fc.record({
			number: fc.integer({ min: 1, max: 1e9 }),
			parameter: fc.constantFrom(...OWN),
			value: fc.double({ min: 0.1, max: 1, noNaN: true }),
			atMin: fc.integer({ min: -1, max: 600 })
		});
		fc.assert(
			fc.property(decided, stops, ({ number, parameter, value, atMin }, stops) => {
				const play = randomPlay(number);
				const scope = { kind: 'organisation', id: 'harbour-bank' } as const;
				const orders = byMinute([...play.orders, { parameter, scope, value, atMin }]);
				expectSame(
					play,
					number,
					orders,
					[...stops].sort((a, b) => a - b)
				);
			}),
			{ numRuns: RUNS }
		);
	});

	test('R330: does so where others feel what one does: without its crashes the vendor notices nothing', () => {
		const hosts = [200, 900, 600, 100, 50];
		const model = smallModel({
			sectors: ['retail', 'banks'],
			organisations: [{ id: 'bank', sector: 1 }],
			sites: [
				{ metro: 0, hosts },
				{ metro: 0, hosts, sector: 1, organisation: 0 }
			],
			set: { 'vendor.noticeCrashes': 2000, 'repair.communityMin': 600 }
		});
		const play = { model, orders: [order(20, 'vendor.workaround', 1)] };
		const late = order(0, 'update.heldBackShare', 1, { kind: 'organisation', id: 'bank' });
		const later = { ...late, parameter: 'update.heldBackMin', value: 1000 };
		expectSame(play, 1, [late, later, ...play.orders], [60, 300]);
	});
});

describe('what differs', () => {
	const model = smallModel({ sectors: ['retail', 'banks'], organisations: [{ id: 'bank', sector: 1 }] });
	const staffed = (value: number, id = 'retail'): Order => ({
		...order(30, 'repair.hostsPerTechnician', value),
		scope: { kind: 'sector', id }
	});
	const between = (mine: readonly Order[], theirs: readonly Order[]) => {
		const differences = new Differences(model, mine);
		differences.takeUntil(theirs, Infinity);
		return differences;
	};

	test('is nothing where the same is ordered, or what holds already', () => {
		expect(between([staffed(20)], [staffed(20)]).firstMin).toBe(between([], []).firstMin);
		const again = { ...staffed(20), atMin: 60 };
		expect(between([staffed(20)], [staffed(20), again]).groups.size).toBe(0);
	});

	test('concerns the groups whose values differ, from the minute on that they do', () => {
		const { groups, firstMin, concernsAll } = between([], [staffed(20)]);
		expect([[...groups], firstMin, concernsAll]).toEqual([[0], 30, false]);
		// An organisation of the sector takes what is ordered in it.
		expect([...between([staffed(20, 'banks')], []).groups]).toEqual([1, 2]);
	});

	test('concerns everybody where the vendor stops its release, and nobody where it only says something', () => {
		expect(between([], [order(30, 'rollout.order', 2)]).concernsAll).toBe(true);
		const said = between([], [order(30, 'vendor.statement', 3)]);
		expect([said.concernsAll, said.groups.size, said.firstMin]).toEqual([false, 0, 30]);
	});
});

function expectSame(play: Play, number: number, orders: readonly Order[], stops: readonly number[]): void {
	const seed = seedFromText(number);
	const recording = new Recording(play.model, seed, play.orders, [0, stops[0]!], ANY_SHARE);
	const run = new WhatIfRun(recording);
	const whole = new Runner(createWorld(play.model, seed));
	for (const stop of [...stops, play.model.clock.horizonMin]) {
		run.advance(orders, stop);
		whole.advance(orders, stop);
		expect(run.minute).toBe(whole.minute);
		expect(run.frame()).toEqual(observe(whole.world));
		expect(stateHash(run.world())).toBe(stateHash(whole.world));
	}
}

function byMinute(orders: readonly Order[]): Order[] {
	return [...orders].sort((a, b) => a.atMin - b.atMin);
}
