import { describe, expect, test } from 'vitest';
import { crashedIn, HALTED, LIVE, order, PAUSED, ROLLED_BACK, runPlay } from '../testing/play.ts';
import { smallModel } from '../testing/small-model.ts';
import { rolloutTable } from '../table/tables.ts';
import type { World } from '../world/world.ts';

/** The release is at minute 9: the cause is certain at 50, and whoever stopped other content has found out at 80. */
const DOUBT = { 'rollout.certainMin': 41, 'rollout.mistakeMin': 30, 'trust.mistakeShare': 0.2 };
const doubtful = (misledShare: number) =>
	smallModel({ days: 1, set: { ...DOUBT, 'rollout.misledShare': misledShare } });
const stateOf = (world: World) => rolloutTable('moreRings').states[world.rollout[0]!];
const given = (atMin: number, what = ROLLED_BACK) => order(atMin, 'rollout.order', what);
const stateAt = (minute: number, orders: ReturnType<typeof given>[], misledShare = 1) =>
	stateOf(runPlay({ model: doubtful(misledShare), orders }, 1, minute));

describe('whoever is misled', () => {
	test.each([
		['paused', PAUSED],
		['halted', HALTED],
		['rolledBack', ROLLED_BACK]
	] as const)('stops other content first (%s)', (state, what) => {
		expect(stateAt(79, [given(24, what)])).toBe('complete');
		expect(stateAt(82, [given(24, what)])).toBe(state);
	});

	test('stops the right one from the minute on at which the cause is certain', () => {
		expect(stateAt(50, [given(49)])).toBe('complete');
		expect(stateAt(51, [given(50)])).toBe('rolledBack');
	});

	test('can give another order meanwhile, and that one counts', () => {
		expect(stateAt(56, [given(24, PAUSED), given(55)])).toBe('rolledBack');
		expect(stateAt(90, [given(24), given(55, LIVE)])).toBe('complete');
	});

	test('crashes more hosts than by waiting for certainty, and loses trust that nobody else loses', () => {
		const run = (atMin: number) => runPlay({ model: doubtful(1), orders: [given(atMin)] }, 1);
		expect(crashedIn(run(24))).toBeGreaterThan(crashedIn(run(50)));
		const { trust } = runPlay({ model: doubtful(1), orders: [given(24)] }, 1, 81);
		const others = runPlay({ model: doubtful(1), orders: [given(80)] }, 1, 81).trust;
		expect([...trust].map((one, who) => one / others[who]!)).toEqual(
			[0.6, 1, 0.8].map((felt) => expect.closeTo(1 - 0.2 * felt, 10))
		);
	});
});

test('who takes content back before the cause is certain loses some trust even when it was the right one', () => {
	const model = smallModel({ days: 1, set: { ...DOUBT, 'trust.doubtShare': 0.1 } });
	const trust = (atMin: number) => [...runPlay({ model, orders: [given(atMin)] }, 1, atMin + 1).trust];
	const without = (atMin: number) => [
		...runPlay({ model: doubtful(0), orders: [given(atMin)] }, 1, atMin + 1).trust
	];
	expect(trust(24).map((one, who) => one / without(24)[who]!)).toEqual(
		[0.6, 1, 0.8].map((felt) => expect.closeTo(1 - 0.1 * felt, 10))
	);
	expect(trust(50)).toEqual(without(50));
});

test('some seeds are misled, as many as the chance says, and the others not', () => {
	const seeds = Array.from({ length: 400 }, (_, n) => `seed ${n}`);
	const misled = seeds.filter(
		(seed) => stateOf(runPlay({ model: doubtful(0.15), orders: [given(24)] }, seed, 30)) === 'complete'
	);
	// Five standard deviations of 400 draws.
	expect(Math.abs(misled.length / 400 - 0.15)).toBeLessThan(0.09);
});

test('a chance changes nothing where nobody stops before the cause is certain', () => {
	const values = (world: World) => [crashedIn(world), ...world.trust, ...world.lossCents];
	const late = [given(87)];
	expect(values(runPlay({ model: doubtful(1), orders: late }))).toEqual(
		values(runPlay({ model: doubtful(0), orders: late }))
	);
});

test('a world in which nobody can be misled goes as one that has never heard of it', () => {
	const orders = [given(24)];
	const values = (world: World) => [crashedIn(world), ...world.counts, ...world.trust, ...world.lossCents];
	const plain = runPlay({ model: smallModel({ days: 1 }), orders });
	const named = runPlay({ model: smallModel({ days: 1, set: { 'rollout.misledShare': 0 } }), orders });
	const used = runPlay({ model: doubtful(1), orders });
	expect(values(named)).toEqual(values(plain));
	expect(values(used)).not.toEqual(values(plain));
});

describe('hosts that take content first', () => {
	const plan = {
		id: 'two',
		rings: [0.25, 0.75].map((share) => ({ share, bakeMin: 60, gatePerMille: null }))
	};
	const first = (share: number, late: Record<string, number> = {}) =>
		smallModel({ days: 1, ringPlans: [plan], set: { 'update.firstRingShare': share, ...late } });
	const reached = (share: number, minute: number, late = {}) =>
		runPlay({ model: first(share, late), orders: [] }, 1, minute).openedShare[0]!;

	test('are reached with the first ring, the rest by their plan', () => {
		expect(reached(0, 30)).toBeCloseTo(0.95 * 0.25, 12);
		expect(reached(0.6, 30)).toBeCloseTo(0.95 * (0.6 + 0.4 * 0.25), 12);
		expect(reached(0.6, 80)).toBeCloseTo(0.95, 12);
	});

	test('wait like all others where their policy takes content late', () => {
		const late = { 'update.heldBackShare': 0.5, 'update.heldBackMin': 100 };
		expect(reached(0.6, 30, late)).toBeCloseTo(0.95 * 0.5 * 0.7, 12);
		expect(reached(0.6, 120, late)).toBeCloseTo(0.95 * (0.5 + 0.5 * 0.7), 12);
	});

	test('make no difference where everybody takes content at once', () => {
		const crashed = (share: number) =>
			crashedIn(runPlay({ model: smallModel({ set: { 'update.firstRingShare': share } }), orders: [] }));
		expect(crashed(1)).toBe(crashed(0));
	});
});
