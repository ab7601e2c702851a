import { coalitionOf, KnownWorlds, type Coalition } from './coalition.ts';
import { exactWorth } from './exact-worth.ts';
import { Precedence } from './precedence.ts';

/**
 * A smaller game of the items that matter most, with all others in: every world of it is run. What single orders
 * contribute differs from it by little, so that only this difference has to be sampled (a control variate).
 */
export class MainGame {
	/** The worlds that it takes. */
	readonly worlds: readonly Coalition[];
	/** Ascending. */
	readonly items: readonly number[];
	readonly #rest: readonly number[];
	readonly #inner: Precedence;

	/** @param items whole parts of the precedence: nothing in them builds on anything outside, nor the other way round */
	constructor(precedence: Precedence, items: readonly number[]) {
		this.items = [...items].sort((a, b) => a - b);
		this.#rest = precedence.all.filter((item) => !items.includes(item));
		const place = new Map(this.items.map((item, at) => [item, at]));
		this.#inner = new Precedence(
			this.items.map((item) => [...precedence.before(item)].map((other) => place.get(other)!))
		);
		this.worlds = (this.#inner.allowed() ?? []).map((inner) => this.#outer(inner));
	}

	/** The world of it that stands for a coalition. */
	worldOf(coalition: Coalition): Coalition {
		return coalitionOf([...this.#rest, ...coalition.filter((item) => this.items.includes(item))]);
	}

	/** The worth of each of all items in it, by measure; of those that are always in, nothing. */
	worths(known: KnownWorlds, measures: number): number[][] {
		const inner = new KnownWorlds();
		for (const coalition of this.#inner.allowed() ?? [])
			inner.set(coalition, known.of(this.#outer(coalition)));
		const worths = exactWorth(this.#inner, inner, measures);
		const none = Array.from({ length: measures }, () => 0);
		return [...this.items, ...this.#rest]
			.map((item, at) => ({ item, worth: worths[at] ?? none }))
			.sort((a, b) => a.item - b.item)
			.map(({ worth }) => worth);
	}

	#outer(inner: Coalition): Coalition {
		return coalitionOf([...this.#rest, ...inner.map((at) => this.items[at]!)]);
	}
}

/**
 * Whole parts of the precedence, those with the largest effects first, as long as all of their worlds are few.
 *
 * @param sizes how much each item does
 */
export function mainItems(precedence: Precedence, sizes: readonly number[], mostWorlds: number): number[] {
	const parts = precedence
		.parts(precedence.all)
		.map((items) => ({
			items,
			size: items.reduce((sum, item) => sum + sizes[item]!, 0),
			worlds: worldsIn(precedence, items)
		}))
		.sort((a, b) => b.size - a.size || a.items[0]! - b.items[0]!);
	const chosen: number[] = [];
	let worlds = 1;
	for (const part of parts) {
		if (part.size === 0 || part.worlds === null || worlds * part.worlds > mostWorlds) continue;
		worlds *= part.worlds;
		chosen.push(...part.items);
	}
	return chosen;
}

function worldsIn(precedence: Precedence, items: readonly number[]): number | null {
	const place = new Map(items.map((item, at) => [item, at]));
	const inner = new Precedence(
		items.map((item) => [...precedence.before(item)].map((other) => place.get(other)!))
	);
	return inner.allowed()?.length ?? null;
}
