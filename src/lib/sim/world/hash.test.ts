import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stateHash } from './hash.ts';
import { runPlay } from '../testing/play.ts';
import { plainPlay } from '../testing/worlds.ts';
import { createWorld } from './create-world.ts';
import { restore, snapshot } from './world.ts';

const world = runPlay(plainPlay(), 1, 120);
const hash = stateHash(world);

test('a state hash is 16 hexadecimal digits', () => {
	expect(hash).toMatch(/^[0-9a-f]{16}$/);
});

test('equal states give equal hashes', () => {
	expect(stateHash(restore(world.model, world.seed, snapshot(world)))).toBe(hash);
});

test('a change of one bit anywhere changes the hash', () => {
	const bits = world.buffer.byteLength * 8;
	fc.assert(
		fc.property(fc.integer({ min: 0, max: bits - 1 }), (bit) => {
			const changed = restore(world.model, world.seed, snapshot(world));
			new Uint8Array(changed.buffer)[bit >>> 3]! ^= 1 << (bit & 7);
			expect(stateHash(changed)).not.toBe(hash);
		}),
		{ numRuns: 300 }
	);
});

test('swapping two counts changes the hash', () => {
	const changed = restore(world.model, world.seed, snapshot(world));
	const [a, b] = [changed.counts[0]!, changed.counts[1]!];
	expect(a).not.toBe(b);
	[changed.counts[0], changed.counts[1]] = [b, a];
	expect(stateHash(changed)).not.toBe(hash);
});

test('every digit of the hash takes every value', () => {
	const fresh = createWorld(world.model, world.seed);
	const seen = Array.from({ length: 16 }, () => new Set<string>());
	for (let i = 0; i < 400; i++) {
		fresh.counts[3] = i;
		Array.from(stateHash(fresh)).forEach((digit, place) => seen[place]!.add(digit));
	}
	expect(seen.map(({ size }) => size)).toEqual(Array.from({ length: 16 }, () => 16));
});
