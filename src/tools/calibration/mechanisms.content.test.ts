import { describe, expect, it, vi } from 'vitest';
import type { Order } from '../../lib/sim/model.ts';
import { frames, inForce, members, model, order, reading } from './testing/accepted.ts';
import { isDeep } from '../../lib/sim/testing/deep.ts';

vi.setConfig({ testTimeout: 600_000 });

/** A few accepted sets, far apart in the order of acceptance, which is the order of chance. */
const SETS = isDeep ? [0, 7, 13, 19, 26, 29] : [0, 26];
const QUARTERS = Array.from({ length: 40 }, (_, i) => (i + 1) * 360);
const DAY_MIN = 1440;

/** Days until 97 % of the hosts that crashed are back. */
function days97(set: number, changed: readonly Order[]): number {
	const back = frames(set, changed, QUARTERS).find(({ world }) => world.down <= 0.03 * world.everCrashed);
	return (back?.minute ?? model.clock.horizonMin) / DAY_MIN;
}

/** Host-days down over the run. */
function daysDown(set: number, changed: readonly Order[]): number {
	return frames(set, changed, QUARTERS).reduce((sum, { world }) => sum + world.down / 4, 0);
}

describe('in every accepted set', () => {
	const always = (id: string) => members.every(({ reading }) => reading.orders[id] === true);

	it('Asia and Australia, at work, are hit harder than the sleeping Americas', () => {
		expect(always('awake-before-asleep')).toBe(true);
	});

	it('hospitals’ systems and broadcasters are back before airlines’', () => {
		for (const id of ['hospitals', 'broadcast']) expect(always(`${id}-before-airlines`)).toBe(true);
	});
});

describe('in nearly every accepted set', () => {
	const share = (id: string) =>
		members.filter(({ reading }) => reading.orders[id] === true).length / members.length;

	it('small organisations have most of their hosts back before large ones', () => {
		expect(share('small-before-large')).toBeGreaterThan(0.9);
	});

	it('dispatch is back before airlines', () => {
		expect(share('dispatch-before-airlines')).toBeGreaterThan(0.9);
	});

	it('the hard-hit airline needs more days than its peers', () => {
		expect(share('hard-hit-after-peers')).toBeGreaterThan(0.8);
	});
});

describe('in most accepted sets', () => {
	// Where servers are back within hours, America wakes to services that have been mended, and its worst hour can be early.
	it('the worst hour comes to Asia and Australia first, to Europe in its morning, and to America after that', () => {
		const such = members.filter(({ reading }) => reading.orders['east-then-europe-then-america'] === true);
		expect(such.length / members.length).toBeGreaterThan(0.6);
	});
});

const ALL_IN_REACH: readonly Order[] = [order('repair.outOfReachShare', 0)];

describe('what decides the tail', () => {
	it.each(SETS)('hosts that nobody can get to: with all in reach it ends a day sooner (set %i)', (set) => {
		expect(days97(set, ALL_IN_REACH)).toBeLessThan(days97(set, []) - 1);
	});

	it.each(SETS)('and mutual aid within a metro sooner than nobody’s lending (set %i)', (set) => {
		expect(daysDown(set, [order('repair.mutualAidShare', 0.5)])).toBeLessThan(daysDown(set, []));
	});
});

describe('what an airline can be short of', () => {
	const altamark = { kind: 'organisation', id: 'altamark-airways' } as const;
	/** Days on which more than a twentieth of a day's flights wait. */
	const daysBehind = (set: number, slack: number) =>
		frames(set, [order('service.slackShare', slack, 0, altamark)], QUARTERS).filter(({ organisations }) => {
			const { backlogUnits, unitsPerDay } = organisations[altamark.id]!;
			return backlogUnits > 0.05 * unitsPerDay;
		}).length / 4;

	it('one with little slack is behind for days longer than a like one with much', () => {
		const longer = [0, 10, 20, 29].map((set) => daysBehind(set, 0.02) - daysBehind(set, 0.5));
		for (const days of longer) expect(days).toBeGreaterThanOrEqual(1);
		expect(longer.reduce((sum, days) => sum + days, 0) / longer.length).toBeGreaterThan(2);
	});
});

describe('keys at hand and a few more hands', () => {
	const keys: readonly Order[] = [order('repair.keyMin', 5), order('repair.keyStore', 1)];
	const hands = (set: number, factor: number): Order[] =>
		inForce(set)
			.filter(({ parameter }) => parameter === 'repair.hostsPerTechnician')
			.map((one) => ({ ...one, value: one.value / factor }));

	// The help desk has a queue of its own: more technicians do not shorten it.
	it.each(SETS)(
		'where keys are read out slowly, a tenth more hands bring hosts back sooner, and so do keys at once (set %i)',
		(set) => {
			const slow = order('repair.keyMin', 60);
			const none = daysDown(set, [slow]);
			expect(daysDown(set, [...hands(set, 1.1), slow])).toBeLessThan(none);
			expect(daysDown(set, keys)).toBeLessThan(none);
		}
	);

	it.each(SETS)('keys bring more once hands are plenty (set %i)', (set) => {
		const slow = order('repair.keyMin', 120);
		const plenty = [...hands(set, 20), slow];
		const fast = daysDown(set, [...hands(set, 20), ...keys]);
		const more = daysDown(set, [...hands(set, 22), slow]);
		expect(fast).toBeLessThan(more);
		expect(more).toBeLessThanOrEqual(daysDown(set, plenty));
	});
});

describe('servers first', () => {
	it.each(SETS)('has hospitals’ network services back sooner, and none later for it (set %i)', (set) => {
		const first = reading(set, [order('repair.order', 1)]).figures;
		const asTheyCome = reading(set, [order('repair.order', 0)]).figures;
		expect(first['hospital-median-downtime']).toBeLessThan(0.8 * asTheyCome['hospital-median-downtime']!);
		expect(first['hospital-down-48h']).toBeLessThanOrEqual(asTheyCome['hospital-down-48h']!);
	});
});
