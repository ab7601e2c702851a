import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Coalition } from './coalition.ts';
import { InteractionSampler, jointOf, lastOf, pairsOf, worldsOf, type Pair } from './interactions.ts';
import { KnownWorlds } from './coalition.ts';
import { Precedence } from './precedence.ts';

type Value = (has: (item: number) => boolean) => number;

/** What is found of a pair in a game in which less is better. */
function found(
	pairs: readonly Pair[],
	value: Value,
	before: readonly number[][] = [[], [], [], []],
	rounds = 8
) {
	const precedence = new Precedence(before);
	const known = new KnownWorlds();
	const sampler = new InteractionSampler(precedence, known, pairs, { seed: 'a seed', measure: 0 });
	const worth = (coalition: Coalition) => value((item) => coalition.includes(item));
	for (let i = 0; i < rounds; i++) {
		for (const world of sampler.next()) known.set(world, [worth(world)]);
	}
	return sampler.found(0.5);
}
const one: Value = (has) => (has(3) ? -4 : 0);

describe('how two decisions bear on each other', () => {
	it('is told as one that helps only because of the other, whichever is named first', () => {
		// A canary that stops a rollout only where somebody reads its telemetry; reading it helps by itself, too.
		const canary: Value = (has) => one(has) - (has(1) ? 5 : 0) - (has(0) && has(1) ? 10 : 0);
		for (const pair of [
			[0, 1],
			[1, 0]
		] as const) {
			const [told] = found([pair], canary);
			expect(told).toMatchObject({
				pair: [0, 1],
				kind: 'onlyWith',
				withOther: -10,
				withoutOther: 0,
				joint: -10
			});
			expect(told!.halfWidth).toBe(0);
		}
	});

	it('is told as two that do something only together, and as two of which either would have done', () => {
		const both: Value = (has) => one(has) - (has(0) && has(1) ? 10 : 0);
		const either: Value = (has) => one(has) - (has(0) || has(1) ? 10 : 0);
		expect(found([[0, 1]], both)).toMatchObject([{ kind: 'onlyTogether', joint: -10 }]);
		expect(found([[0, 1]], either)).toMatchObject([{ kind: 'eitherDoes', joint: 10 }]);
	});

	it('is not told where both act for themselves, nor where it is too small', () => {
		expect(found([[0, 1]], (has) => one(has) - (has(0) ? 3 : 0) - (has(1) ? 5 : 0))).toEqual([]);
		expect(found([[0, 1]], (has) => (has(0) && has(1) ? 0.4 : 0))).toEqual([]);
	});

	it('is not told where its error is larger', () => {
		// The joint effect changes its sign with what else is in.
		const torn: Value = (has) => (has(0) && has(1) ? (has(2) ? 10 : -10) : 0);
		expect(found([[0, 1]], torn)).toEqual([]);
	});

	it('is not asked of decisions that build on each other, and takes what they build on along', () => {
		const before = [[], [0], [0], []];
		expect(pairsOf(new Precedence(before), [0, 1, 2])).toEqual([[1, 2]]);
		expect(found([[1, 2]], (has) => (has(1) && has(2) ? -6 : 0), before)).toMatchObject([{ joint: -6 }]);
	});

	it('where all else is in comes to four worlds', () => {
		fc.assert(
			fc.property(fc.array(fc.integer(), { minLength: 16, maxLength: 16 }), (values) => {
				const precedence = new Precedence([[], [], [], []]);
				const known = new KnownWorlds();
				const worth = (world: Coalition) => values[world.reduce((bits, item) => bits + 2 ** item, 0)]!;
				const square = lastOf(precedence, [0, 2]);
				expect(jointOf(known, square, 0)).toBeNull();
				for (const world of worldsOf(square)) known.set(world, [worth(world)]);
				const [all, first, second, none] = [0b1111, 0b1011, 0b1110, 0b1010].map((bits) => values[bits]!);
				expect(jointOf(known, square, 0)).toBe(all! - first! - second! + none!);
			})
		);
	});
});
