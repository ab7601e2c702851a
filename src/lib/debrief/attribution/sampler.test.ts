import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDeep } from '../../sim/testing/deep.ts';
import { binomialTail } from './testing/binomial-tail.ts';
import { drawsOf } from './draws.ts';
import { LEAST_PAIRS, ShapleySampler } from './sampler.ts';
import { exactWorth } from './exact-worth.ts';
import { KnownWorlds, type Coalition } from './coalition.ts';
import { Precedence } from './precedence.ts';
import { worthByEveryOrder, type TestGame } from './testing/games.ts';

/** What each of some items does alone, and what several of them do together. */
const together = fc.record({
	of: fc.uniqueArray(fc.nat({ max: 6 }), { minLength: 2, maxLength: 3 }),
	value: fc.integer({ min: -50, max: 50 })
});
const games = fc
	.record({
		alone: fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 7, maxLength: 7 }),
		together: fc.array(together, { maxLength: 6 }),
		links: fc.array(fc.tuple(fc.nat({ max: 6 }), fc.nat({ max: 6 })), { maxLength: 4 })
	})
	.map(({ alone, together, links }): TestGame => ({
		before: alone.map((_, item) => links.flatMap(([a, b]) => (a === item && b < item ? [b] : []))),
		value: (coalition) =>
			coalition.reduce((sum, item) => sum + alone[item]!, 0) +
			together.reduce(
				(sum, { of, value }) => sum + (of.every((item) => coalition.includes(item)) ? value : 0),
				0
			)
	}));

/** A sampler that has been told what so many pairs of orders ask for. */
function sampled({ before, value }: TestGame, pairs: number, seed = 'a seed', listedMost?: number) {
	const few = listedMost === undefined ? {} : { listedMost };
	const sampler = new ShapleySampler({ before, measures: 1, seed, ...few });
	for (let i = 0; i < pairs; i++) {
		for (const coalition of sampler.next()) sampler.accept(coalition, [value(coalition)]);
	}
	return sampler.estimates();
}
/** The worth of each item from all worlds: the same as by every order (tested beside it), in less time. */
function worthByEveryWorld({ before, value }: TestGame): number[] {
	const precedence = new Precedence(before);
	const known = new KnownWorlds();
	for (const coalition of precedence.allowed()!) known.set(coalition, [value(coalition)]);
	return exactWorth(precedence, known, 1).map(([one]) => one!);
}
const means = ({ worths }: ReturnType<typeof sampled>) => worths!.map(([one]) => one!.mean);
/** Eight items: more worlds than are run one and all. */
const wide = (value: TestGame['value']): TestGame => ({ before: Array.from({ length: 8 }, () => []), value });

describe('what items are worth', () => {
	it('adds up to what all of them did, after every pair', () => {
		fc.assert(
			fc.property(games, fc.integer({ min: 1, max: 5 }), (game, pairs) => {
				const estimates = sampled(game, pairs);
				const sum = means(estimates).reduce((all, one) => all + one, 0);
				expect(sum).toBeCloseTo(estimates.total[0]!, 9);
				expect(estimates.total[0]).toBe(game.value([0, 1, 2, 3, 4, 5, 6]) - game.value([]));
			}),
			{ numRuns: 50 }
		);
	});

	it('is nothing for an item that changes nothing, whatever is in', () => {
		fc.assert(
			fc.property(games, fc.nat({ max: 6 }), (game, idle) => {
				const without = (coalition: Coalition) => game.value(coalition.filter((item) => item !== idle));
				expect(means(sampled({ ...game, value: without }, 3))[idle]).toBeCloseTo(0, 9);
			}),
			{ numRuns: 50 }
		);
	});

	it('is the same for two that do the same, within their errors', () => {
		const same = wide((coalition) => {
			const twins = [0, 1].filter((item) => coalition.includes(item)).length;
			return coalition.length + 30 * Math.min(1, twins) + (coalition.includes(5) ? 4 * twins : 0);
		});
		const { worths } = sampled(same, 20);
		const [one, other] = [worths![0]![0]!, worths![1]![0]!];
		expect(Math.abs(one.mean - other.mean)).toBeLessThanOrEqual(one.halfWidth! + other.halfWidth!);
	});

	it('is exact at once where items act alone or in twos: each order comes with its opposite', () => {
		const pairs = wide(
			(coalition) => coalition.length * 3 + (coalition.includes(2) && coalition.includes(6) ? 10 : 0)
		);
		const estimates = sampled(pairs, 1);
		for (const [item, mean] of means(estimates).entries())
			expect(mean).toBeCloseTo(item === 2 || item === 6 ? 8 : 3, 9);
		expect(estimates.worlds).toBeLessThanOrEqual(16);
	});

	it('is known without error where there are few worlds', () => {
		fc.assert(
			fc.property(games, (game) => {
				const small = { before: game.before.slice(0, 5), value: game.value };
				const estimates = sampled(small, 1);
				expect(estimates.isExact).toBe(true);
				const exact = worthByEveryOrder(small);
				for (const [item, mean] of means(estimates).entries()) expect(mean).toBeCloseTo(exact[item]!, 9);
			}),
			{ numRuns: 30 }
		);
	});

	it('credits what builds on an item with nothing but what it adds', () => {
		const chain: TestGame = { before: [[], [0], [1]], value: (coalition) => [0, 1, 5, 6][coalition.length]! };
		expect(means(sampled(chain, 1))).toEqual([1, 4, 1]);
	});
});

describe('the intervals', () => {
	const CASES = isDeep ? 2000 : 200;
	const LEVEL = 0.95;

	/** A game of a kind that decisions are like: single effects, some that need or cover for each other, one that saturates. */
	function caseOf(index: number): TestGame {
		const draw = drawsOf('cases', index);
		const items = 7;
		const before = Array.from({ length: items }, (_, item) =>
			Array.from({ length: item }, (_, other) => other).filter(() => draw() < 0.08)
		);
		const alone = before.map(() => draw() * 10);
		const joint = Array.from({ length: 6 }, () => ({
			of: Array.from({ length: 3 }, () => Math.floor(draw() * items)),
			value: draw() * 20 - 8
		}));
		const saturates = draw() < 0.5;
		return {
			before,
			value: (coalition) => {
				const sum =
					coalition.reduce((all, item) => all + alone[item]!, 0) +
					joint.reduce(
						(all, { of, value }) => all + (of.every((item) => coalition.includes(item)) ? value : 0),
						0
					);
				return saturates ? -100 / (1 + Math.max(0, sum) / 20) : sum;
			}
		};
	}

	// With a main game of up to so many worlds, and without one.
	for (const [pairs, listedMost] of [
		[LEAST_PAIRS, 0],
		[16, 0],
		[16, 32]
	] as const) {
		it(`cover the true worth as often as they say, after ${pairs} pairs of orders, main game of ${listedMost}`, () => {
			let covered = 0;
			for (let index = 0; index < CASES; index++) {
				const game = caseOf(index);
				const { worths } = sampled(game, pairs, `case ${index}`, listedMost);
				// One item of each game: items of one game share their orders and are no cases of their own.
				const item = index % game.before.length;
				const { mean, halfWidth } = worths![item]![0]!;
				if (Math.abs(mean - worthByEveryWorld(game)[item]!) <= halfWidth! + 1e-9) covered += 1;
			}
			// Not significantly less: with chance of 95 % so few would come in fewer than one run in twenty.
			expect(binomialTail(covered, CASES, LEVEL)).toBeGreaterThan(0.05);
		});
	}

	it('narrow with the root of the number of pairs', () => {
		const game = caseOf(3);
		const width = (pairs: number) =>
			sampled(game, pairs).worths!.reduce((sum, [one]) => sum + one!.halfWidth!, 0);
		expect(width(64) / width(16)).toBeLessThan(0.6);
	});
});

describe('all worlds together', () => {
	it('come to the same as every order, as the worth is defined', () => {
		fc.assert(
			fc.property(games, (game) => {
				const five = { before: game.before.slice(0, 5), value: game.value };
				const orders = worthByEveryOrder(five);
				for (const [item, one] of worthByEveryWorld(five).entries())
					expect(one).toBeCloseTo(orders[item]!, 9);
			}),
			{ numRuns: 30 }
		);
	});
});

describe('a sampler', () => {
	const game = wide((coalition) => coalition.length * coalition.length);
	const shared = { before: game.before, measures: 1, seed: 'a seed' };

	it('asks for no world twice, and for the same ones again from the same seed', () => {
		const asked = () => {
			const sampler = new ShapleySampler(shared);
			return Array.from({ length: 12 }, () => sampler.next().map((one) => one.join(' '))).flat();
		};
		expect(new Set(asked()).size).toBe(asked().length);
		expect(asked()).toEqual(asked());
	});

	it('comes to the same figures in whatever order worlds are told', () => {
		fc.assert(
			fc.property(fc.infiniteStream(fc.nat()), (ranks) => {
				const sampler = new ShapleySampler(shared);
				const worlds = [sampler.next(), sampler.next(), sampler.next()].flat();
				const rank = worlds.map(() => ranks.next().value as number);
				const shuffled = worlds.map((_, i) => i).sort((a, b) => rank[a]! - rank[b]!);
				for (const i of shuffled) sampler.accept(worlds[i]!, [game.value(worlds[i]!)]);
				expect(sampler.estimates()).toEqual(sampled(game, 3));
			}),
			{ numRuns: 20 }
		);
	});

	it('has first figures with the first order, and no interval before there are enough pairs', () => {
		const sampler = new ShapleySampler(shared);
		const worlds = sampler.next();
		for (const one of worlds.slice(0, 9)) sampler.accept(one, [game.value(one)]);
		const { worths, pairs } = sampler.estimates();
		expect(pairs).toBe(0);
		expect(worths!.every(([one]) => one!.halfWidth === null)).toBe(true);
	});

	it('refuses items that build on one another in a circle, and a world read by other measures', () => {
		expect(() => new ShapleySampler({ ...shared, before: [[1], [0]] })).toThrow('builds on itself');
		expect(() => new ShapleySampler(shared).accept([], [1, 2])).toThrow('read by 1 measures, not by 2');
	});
});
