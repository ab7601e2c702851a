import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Runner } from '../world/advance.ts';
import { stepLengthMin } from '../time/grid.ts';
import { stateHash } from '../world/hash.ts';
import type { Order } from '../model.ts';
import { seedFromText } from '../random/hash.ts';
import { order, runPlay } from '../testing/play.ts';
import { randomPlay } from '../testing/random-play.ts';
import { plainPlay, richPlay } from '../testing/worlds.ts';
import { createWorld } from '../world/create-world.ts';
import { restore, snapshot } from '../world/world.ts';
import { isDeep } from '../testing/deep.ts';

const RUNS = isDeep ? 300 : 30;
/** Random worlds by number; half of them with defects that few worlds have. */
const plays = fc.record({ number: fc.integer({ min: 1, max: 1e9 }), otherDefects: fc.boolean() });
const minutes = fc.array(fc.integer({ min: 0, max: 1440 }), { maxLength: 8 });
const sorted = (values: readonly number[]) => values.toSorted((a, b) => a - b);

describe('a snapshot is a cache', () => {
	test('saving, dropping and restoring a world at any minutes changes nothing', () => {
		fc.assert(
			fc.property(plays, minutes, ({ number, otherDefects }, stops) => {
				const { model, orders } = randomPlay(number, { otherDefects });
				const seed = seedFromText(number);
				let world = createWorld(model, seed);
				for (const stop of sorted(stops)) {
					new Runner(world).advance(orders, stop);
					const saved = snapshot(world);
					// The saved world is overwritten, so that nothing can depend on it.
					new Uint8Array(world.buffer).fill(0xff);
					world = restore(model, seed, saved);
				}
				new Runner(world).advance(orders, model.clock.horizonMin);
				expect(stateHash(world)).toBe(stateHash(runPlay({ model, orders }, number)));
			}),
			{ numRuns: RUNS }
		);
	});

	test('going back to a snapshot and on again gives the same world', () => {
		const { model, orders } = richPlay();
		const seed = seedFromText('rewind');
		const world = createWorld(model, seed);
		new Runner(world).advance(orders, 120);
		const saved = snapshot(world);
		new Runner(world).advance(orders, 600);
		const again = restore(model, seed, saved);
		new Runner(again).advance(orders, 600);
		expect(stateHash(again)).toBe(stateHash(world));
	});

	test('a snapshot of another model is refused', () => {
		const { model } = plainPlay();
		const saved = snapshot(createWorld(richPlay().model, seedFromText(1)));
		expect(() => restore(model, seedFromText(1), saved)).toThrow(RangeError);
	});
});

describe('the same scenario, log and seed give the same world', () => {
	test('in one go or in many', () => {
		fc.assert(
			fc.property(plays, minutes, ({ number, otherDefects }, stops) => {
				const { model, orders } = randomPlay(number, { otherDefects });
				const world = createWorld(model, seedFromText(number));
				const runner = new Runner(world);
				for (const stop of [...sorted(stops), model.clock.horizonMin]) runner.advance(orders, stop);
				expect(stateHash(world)).toBe(stateHash(runPlay({ model, orders }, number)));
			}),
			{ numRuns: RUNS }
		);
	});

	test('whether orders are known beforehand or come as the play goes on', () => {
		fc.assert(
			fc.property(plays, ({ number, otherDefects }) => {
				const { model, orders } = randomPlay(number, { otherDefects });
				const world = createWorld(model, seedFromText(number));
				const runner = new Runner(world);
				const given: Order[] = [];
				for (const next of orders) {
					// The world stands at the last minute of the grid that is not after the order.
					while (runner.minute + stepLengthMin(model.clock.spans, runner.minute) <= next.atMin)
						runner.advance(given, runner.minute + 1);
					given.push(next);
				}
				runner.advance(given, model.clock.horizonMin);
				expect(stateHash(world)).toBe(stateHash(runPlay({ model, orders }, number)));
			}),
			{ numRuns: RUNS }
		);
	});

	test('and another seed gives another', () => {
		const hashes = ['a', 'b', 'c', 'd', 'e'].map((seed) => stateHash(runPlay(plainPlay(), seed, 200)));
		expect(new Set(hashes).size).toBe(5);
	});
});

test('an order between two minutes of the grid takes effect at the later one', () => {
	const { model, orders } = plainPlay();
	const late = (atMin: number) => [...orders, order(atMin, 'vendor.automatedFix', 1)];
	const off = runPlay({ model, orders: late(401) }, 3);
	expect(stateHash(off)).toBe(stateHash(runPlay({ model, orders: late(405) }, 3)));
	expect(stateHash(off)).not.toBe(stateHash(runPlay({ model, orders: late(400) }, 3)));
});
