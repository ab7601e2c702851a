import { describe, expect, test } from 'vitest';
import { FETCHING } from '../world/columns.ts';
import type { RingPlan } from '../model.ts';
import { isOffered } from './rollout.ts';
import { rolloutTable } from '../table/tables.ts';
import {
	crashedIn,
	HALTED,
	hostsIn,
	LIVE,
	order,
	PAUSED,
	ROLLED_BACK,
	runPlay,
	watchPlay
} from '../testing/play.ts';
import { ALL_AT_ONCE, smallModel } from '../testing/small-model.ts';
import type { World } from '../world/world.ts';

const RINGS: RingPlan = {
	id: 'rings',
	rings: [
		{ share: 0.05, bakeMin: 60, gatePerMille: 50 },
		{ share: 0.25, bakeMin: 60, gatePerMille: 50 },
		{ share: 0.7, bakeMin: 0, gatePerMille: null }
	]
};
const NO_GATES: RingPlan = {
	id: 'no-gates',
	rings: RINGS.rings.map((ring) => ({ ...ring, gatePerMille: null }))
};
const ringPlans = [RINGS, NO_GATES, ALL_AT_ONCE];

const withPlan = (plan: number, set: Record<string, number> = {}) =>
	smallModel({ ringPlans, days: 1, set: { 'rollout.plan': plan, ...set } });
const stateOf = (world: World) => rolloutTable('moreRings').states[world.rollout[0]!];

describe('rings', () => {
	test('a health gate stops the rollout in its first ring and crashes far fewer', () => {
		const gated = runPlay({ model: withPlan(0), orders: [] }, 1, 600);
		const ungated = runPlay({ model: withPlan(1), orders: [] }, 1, 600);
		expect(stateOf(gated)).toBe('paused');
		expect(gated.openRing[0]).toBe(0);
		expect(stateOf(ungated)).toBe('complete');
		expect(crashedIn(gated)).toBeGreaterThan(0);
		expect(crashedIn(gated)).toBeLessThan(crashedIn(ungated) / 15);
	});

	test('without gates, rings only take longer: by the end as many crash as all at once', () => {
		const rings = crashedIn(runPlay({ model: withPlan(1), orders: [] }));
		const atOnce = crashedIn(runPlay({ model: withPlan(2), orders: [] }));
		expect(Math.abs(rings - atOnce) / atOnce).toBeLessThan(0.03);
	});

	test('each ring opens when the one before has baked, and adds its share', () => {
		const opened: number[] = [];
		const shares = new Set<number>();
		watchPlay({ model: withPlan(1), orders: [] }, 1, (world, minute) => {
			if (world.openRing[0]! >= opened.length && stateOf(world) !== 'planned') opened.push(minute - 1);
			shares.add(world.openedShare[0]!);
		});
		expect(opened).toEqual([9, 69, 129]);
		expect([...shares].map((share) => share.toFixed(4))).toEqual(['0.0000', '0.0475', '0.2850', '0.9500']);
	});

	test('a gate looks through the vendor’s telemetry: the slower that is, the more crash', () => {
		const crashed = [5, 40, 200].map((delayMin) => {
			const model = withPlan(0, { 'rollout.telemetryMin': delayMin });
			return crashedIn(runPlay({ model, orders: [] }, 1, 900));
		});
		expect(crashed).toEqual(crashed.toSorted((a, b) => a - b));
	});

	test('a gate that wants a sample stops later, and the later the longer the vendor’s telemetry takes', () => {
		const crashed = (leastInstalls: number, telemetryMin: number) => {
			const set = { 'rollout.gateInstalls': leastInstalls, 'rollout.telemetryMin': telemetryMin };
			return crashedIn(runPlay({ model: withPlan(0, set), orders: [] }, 1, 900));
		};
		const bySample = [0, 20, 60, 120].map((least) => crashed(least, 10));
		expect(bySample).toEqual(bySample.toSorted((a, b) => a - b));
		expect(bySample[3]).toBeGreaterThan(2 * bySample[0]!);
		const byDelay = [0.5, 5, 20, 60].map((delayMin) => crashed(60, delayMin));
		expect(byDelay).toEqual(byDelay.toSorted((a, b) => a - b));
		expect(byDelay[3]).toBeGreaterThan(1.3 * byDelay[0]!);
	});

	test('the longer a host has to be silent to count, the later a gate stops', () => {
		const crashed = [0, 10, 40, 160].map((silenceMin) =>
			crashedIn(runPlay({ model: withPlan(0, { 'rollout.silenceMin': silenceMin }), orders: [] }, 1, 900))
		);
		expect(crashed).toEqual(crashed.toSorted((a, b) => a - b));
		expect(crashed[3]).toBeGreaterThan(1.2 * crashed[0]!);
	});

	test('the last ring’s gate goes on looking as long as it is told to', () => {
		const last: RingPlan = { id: 'at-once', rings: [{ share: 1, bakeMin: 0, gatePerMille: 50 }] };
		const run = (watchMin: number) => {
			const set = { 'rollout.gateWatchMin': watchMin, 'rollout.gateInstalls': 100 };
			return runPlay({ model: smallModel({ ringPlans: [last], days: 1, set }), orders: [] }, 1, 600);
		};
		expect(stateOf(run(0))).toBe('complete');
		expect(stateOf(run(300))).toBe('paused');
		expect(crashedIn(run(300))).toBeLessThan(crashedIn(run(0)) / 2);
	});

	test('a gate that held back can be left out, and then the rollout goes on', () => {
		const orders = [order(200, 'rollout.plan', 1), order(200, 'rollout.order', LIVE)];
		const world = runPlay({ model: withPlan(0), orders }, 1, 600);
		expect(stateOf(world)).toBe('complete');
	});
});

describe('orders to the rollout', () => {
	test('a pause can be lifted, a halt cannot', () => {
		const then = (atMin: number) => [order(30, 'rollout.order', atMin), order(90, 'rollout.order', LIVE)];
		expect(stateOf(runPlay({ model: withPlan(2), orders: then(PAUSED) }, 1, 120))).toBe('complete');
		expect(stateOf(runPlay({ model: withPlan(2), orders: then(HALTED) }, 1, 120))).toBe('halted');
	});

	test('no host begins to fetch while the rollout is paused', () => {
		const orders = [order(30, 'rollout.order', PAUSED), order(600, 'rollout.order', LIVE)];
		const model = withPlan(2, { 'update.fetchMin': 1 });
		const paused = runPlay({ model, orders }, 1, 90);
		expect(hostsIn(paused, FETCHING)).toBe(0);
		expect(crashedIn(runPlay({ model, orders }, 1, 599))).toBe(crashedIn(paused));
		expect(crashedIn(runPlay({ model, orders }, 1, 700))).toBeGreaterThan(crashedIn(paused));
	});

	test('a halt needs its time to reach the delivery network', () => {
		const model = withPlan(2, { 'rollout.haltReachMin': 15 });
		const orders = [order(40, 'rollout.order', HALTED)];
		const offered = [41, 54, 55, 56].map((minute) =>
			isOffered(runPlay({ model, orders }, 1, minute), 0, minute)
		);
		expect(offered).toEqual([true, true, false, false]);
	});

	test('an order that comes before the release waits for it', () => {
		const model = withPlan(2, { 'rollout.haltReachMin': 15 });
		const world = runPlay({ model, orders: [order(2, 'rollout.order', ROLLED_BACK)] }, 1, 60);
		expect(stateOf(world)).toBe('rolledBack');
		expect(crashedIn(world)).toBe(0);
	});
});

describe('customers who take content late', () => {
	const late = (lateMin: number, plan = 2) =>
		withPlan(plan, { 'update.heldBackShare': 0.4, 'update.heldBackMin': lateMin });
	const orders = [order(87, 'rollout.order', ROLLED_BACK)];

	test('are spared when the release is rolled back before their time', () => {
		const all = crashedIn(runPlay({ model: late(0), orders }));
		const spared = crashedIn(runPlay({ model: late(240), orders }));
		expect(spared / all).toBeGreaterThan(0.55);
		expect(spared / all).toBeLessThan(0.65);
	});

	test('wait from the opening of their own ring, also when the next ring opens sooner', () => {
		const world = runPlay({ model: late(100, 1), orders: [] }, 1, 170);
		// At minute 170 only the first ring has been open for 100 minutes.
		expect(world.openedShare[0]).toBeCloseTo(0.95 * (0.6 * 1 + 0.4 * 0.3), 10);
		const before = runPlay({ model: late(100, 1), orders: [] }, 1, 169);
		expect(before.openedShare[0]).toBeCloseTo(0.95 * (0.6 * 1 + 0.4 * 0.05), 10);
	});
});
