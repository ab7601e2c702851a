import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawsOf } from './draws.ts';
import { Precedence } from './precedence.ts';
import { everyOrder } from './testing/games.ts';

const links = fc
	.tuple(
		fc.integer({ min: 1, max: 6 }),
		fc.array(fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 5 })), { maxLength: 6 })
	)
	.map(([items, pairs]) =>
		Array.from({ length: items }, (_, item) => pairs.flatMap(([a, b]) => (a === item && b < item ? [b] : [])))
	);

describe('what builds on what', () => {
	it('allows as many orders as there are', () => {
		fc.assert(
			fc.property(links, (before) => {
				const precedence = new Precedence(before);
				expect(precedence.ordersOf(precedence.all)).toBe(everyOrder(before).length);
			})
		);
	});

	it('is kept by every order that is drawn, and by its opposite', () => {
		fc.assert(
			fc.property(links, fc.nat(), fc.boolean(), (before, sequence, mirrored) => {
				const precedence = new Precedence(before);
				const order = precedence.order(drawsOf('orders', sequence), mirrored);
				expect([...order].sort((a, b) => a - b)).toEqual(precedence.all);
				for (let at = 0; at <= order.length; at++) expect(precedence.allows(order.slice(0, at))).toBe(true);
			})
		);
	});

	it('draws each allowed order as often as any other, mirrored or not', () => {
		// 1 and 2 build on 0, 3 on both of them, 4 and 5 stand alone.
		const before = [[], [0], [0], [1, 2], [], []];
		const precedence = new Precedence(before);
		const orders = everyOrder(before);
		const DRAWS = 6000;
		for (const mirrored of [false, true]) {
			const counts = new Map<string, number>();
			for (let i = 0; i < DRAWS; i++) {
				const key = precedence.order(drawsOf('even', i), mirrored).join(' ');
				counts.set(key, (counts.get(key) ?? 0) + 1);
			}
			const expected = DRAWS / orders.length;
			const chiSquare = orders.reduce((sum, order) => {
				const off = (counts.get(order.join(' ')) ?? 0) - expected;
				return sum + (off * off) / expected;
			}, 0);
			expect(counts.size).toBe(orders.length);
			// 59 degrees of freedom: above 93 in three of a thousand cases.
			expect(orders.length).toBe(60);
			expect(chiSquare).toBeLessThan(93);
		}
	});

	it('turns an order of items that stand alone round', () => {
		const precedence = new Precedence([[], [], [], [], []]);
		const order = (mirrored: boolean) => precedence.order(drawsOf('opposite', 7), mirrored);
		expect(order(true)).toEqual([...order(false)].reverse());
	});

	it('lists every coalition that is allowed, unless there are too many', () => {
		fc.assert(
			fc.property(links, (before) => {
				const precedence = new Precedence(before);
				const all = Array.from({ length: 2 ** before.length }, (_, bits) =>
					precedence.all.filter((item) => (bits >> item) & 1)
				).filter((coalition) => precedence.allows(coalition));
				expect(precedence.allowed()!.map(String).sort()).toEqual(all.map(String).sort());
			})
		);
		expect(new Precedence(Array.from({ length: 20 }, () => [])).allowed()).toBeNull();
	});
});
