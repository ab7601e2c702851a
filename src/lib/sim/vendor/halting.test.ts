import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FETCHING } from '../world/columns.ts';
import type { Order } from '../model.ts';
import { crashedIn, HALTED, hostsIn, order, ROLLED_BACK, runPlay, watchPlay } from '../testing/play.ts';
import { randomPlay } from '../testing/random-play.ts';
import { plainPlay } from '../testing/worlds.ts';
import { isDeep } from '../testing/deep.ts';

const RUNS = isDeep ? 400 : 40;
const plays = fc.integer({ min: 1, max: 1e9 });
const minute = fc.integer({ min: 0, max: 400 });

/** A play of chance without its own orders to the rollout, and with one of ours. */
function halted(number: number, atMin: number, how = HALTED) {
	const { model, orders } = randomPlay(number);
	const kept = orders.filter(({ parameter }) => parameter !== 'rollout.order');
	return { model, orders: inTime([...kept, order(atMin, 'rollout.order', how)]) };
}
const inTime = (orders: Order[]) => orders.sort((a, b) => a.atMin - b.atMin);

describe('halting sooner never crashes more hosts', () => {
	test('with the same seed, run by run, in any world and under any other orders', () => {
		fc.assert(
			fc.property(plays, minute, minute, (number, a, b) => {
				const sooner = crashedIn(runPlay(halted(number, Math.min(a, b)), number));
				const later = crashedIn(runPlay(halted(number, Math.max(a, b)), number));
				expect(sooner).toBeLessThanOrEqual(later);
			}),
			{ numRuns: RUNS }
		);
	});

	test('and a minute more under way always costs hosts', () => {
		const { model } = plainPlay();
		const crashed = [10, 20, 40, 80, 160].map((atMin) =>
			crashedIn(runPlay({ model, orders: [order(atMin, 'rollout.order', HALTED)] }, 1, 600))
		);
		expect(crashed).toEqual(crashed.toSorted((a, b) => a - b));
		expect(new Set(crashed).size).toBe(5);
		expect(crashed[0]).toBeLessThan(crashed[4]! / 10);
	});
});

test('once the halt has reached the delivery network, only hosts that were fetching still crash', () => {
	const { model } = plainPlay({ 'rollout.haltReachMin': 12 });
	let crashedThen = 0;
	let fetchingThen = 0;
	const world = watchPlay({ model, orders: [order(40, 'rollout.order', HALTED)] }, 5, (now, minute) => {
		if (minute !== 52) return;
		crashedThen = crashedIn(now);
		fetchingThen = hostsIn(now, FETCHING);
	});
	expect(fetchingThen).toBeGreaterThan(0);
	expect(crashedIn(world)).toBe(crashedThen + fetchingThen);
});

test('a rollback at any minute crashes as many hosts as a halt at that minute', () => {
	fc.assert(
		fc.property(plays, minute, (number, atMin) => {
			const halt = crashedIn(runPlay(halted(number, atMin), number));
			expect(crashedIn(runPlay(halted(number, atMin, ROLLED_BACK), number))).toBe(halt);
		}),
		{ numRuns: RUNS / 2 }
	);
});
