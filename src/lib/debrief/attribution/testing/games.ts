import type { Coalition } from '../coalition.ts';

/** A made-up game: what a coalition is worth, and what builds on what. */
export interface TestGame {
	readonly before: readonly (readonly number[])[];
	readonly value: (coalition: Coalition) => number;
}

/** Every order of all items that keeps to what builds on what; by trying all of them. */
export function everyOrder(before: readonly (readonly number[])[]): number[][] {
	const items = before.length;
	const orders: number[][] = [];
	const grow = (order: readonly number[]) => {
		if (order.length === items) return void orders.push([...order]);
		for (let item = 0; item < items; item++) {
			if (order.includes(item) || !before[item]!.every((one) => order.includes(one))) continue;
			grow([...order, item]);
		}
	};
	grow([]);
	return orders;
}

/** The worth of each item as it is defined: its mean contribution over every order that is allowed. */
export function worthByEveryOrder({ before, value }: TestGame): number[] {
	const orders = everyOrder(before);
	const worth = before.map(() => 0);
	const known = new Map<string, number>();
	const of = (coalition: number[]) => {
		const sorted = [...coalition].sort((a, b) => a - b);
		const key = sorted.join(' ');
		const found = known.get(key) ?? value(sorted);
		known.set(key, found);
		return found;
	};
	for (const order of orders) {
		for (const [at, item] of order.entries())
			worth[item]! += (of(order.slice(0, at + 1)) - of(order.slice(0, at))) / orders.length;
	}
	return worth;
}
