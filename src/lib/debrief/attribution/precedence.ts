import { keyOf, type Coalition } from './coalition.ts';

/** A number between 0 and 1, the next of a sequence. */
export type Draw = () => number;

/** More coalitions than this are not listed. */
const MOST_LISTED = 4096;

/**
 * Which items have to be in before which, and the orders that this allows. All of these are equally likely: the worth of
 * an item is its mean contribution over them (Faigle and Kern 1992, "The Shapley value for cooperative games under
 * precedence constraints").
 */
export class Precedence {
	readonly items: number;
	/** For each item all that have to be in before it, directly or not. */
	readonly #before: readonly ReadonlySet<number>[];
	readonly #counts = new Map<string, number>();

	/**
	 * @param before for each item those that it builds on
	 * @throws RangeError where items build on one another in a circle
	 */
	constructor(before: readonly (readonly number[])[]) {
		this.items = before.length;
		this.#before = closure(before);
	}

	get all(): Coalition {
		return Array.from({ length: this.items }, (_, item) => item);
	}

	/** What has to be in before an item, directly or not. */
	before(item: number): ReadonlySet<number> {
		return this.#before[item]!;
	}

	/** Whether `item` builds on `other`, directly or not. */
	buildsOn(item: number, other: number): boolean {
		return this.#before[item]!.has(other);
	}

	/** Whether everything that its items build on is in it as well. */
	allows(coalition: Coalition): boolean {
		const inside = new Set(coalition);
		return coalition.every((item) => [...this.#before[item]!].every((other) => inside.has(other)));
	}

	/** A coalition without some items and what builds on them. */
	without(coalition: Coalition, items: readonly number[]): Coalition {
		return coalition.filter((one) => !items.includes(one) && !items.some((item) => this.buildsOn(one, item)));
	}

	/** Every coalition that is allowed, the smaller ones first; null: there are more than `most`. */
	allowed(most = MOST_LISTED): Coalition[] | null {
		const found = new Map<string, Coalition>([['', []]]);
		for (const coalition of found.values()) {
			for (const item of this.all) {
				if (coalition.includes(item) || !this.#isNext(item, coalition)) continue;
				const larger = [...coalition, item].sort((a, b) => a - b);
				found.set(keyOf(larger), larger);
				if (found.size > most) return null;
			}
		}
		return [...found.values()];
	}

	/** How many orders of some items are allowed, whatever else is in. */
	ordersOf(items: readonly number[]): number {
		const parts = this.parts(items);
		let placed = 0;
		let orders = 1;
		for (const part of parts) {
			for (let i = 1; i <= part.length; i++) orders = (orders * (placed + i)) / i;
			placed += part.length;
			orders *= this.#ordersOfPart(part);
		}
		return orders;
	}

	/**
	 * An order of all items, each allowed one as likely as any other.
	 *
	 * @param mirrored with the same draws the opposite of the order without it: what was early is late, as far as that is
	 * allowed. Taken for itself it is as likely as any other, too.
	 */
	order(draw: Draw, mirrored: boolean): number[] {
		return this.#orderOf(this.all, draw, mirrored);
	}

	/** Parts that do not touch each other are shuffled together; each of them begins with one of its first items. */
	#orderOf(items: readonly number[], draw: Draw, mirrored: boolean): number[] {
		if (items.length <= 1) return [...items];
		const parts = this.parts(items);
		if (parts.length === 1) {
			const first = this.#firstOf(items, draw, mirrored);
			const rest = items.filter((item) => item !== first);
			return [first, ...this.#orderOf(rest, draw, mirrored)];
		}
		const turns = shuffledTurns(parts, draw);
		if (mirrored) turns.reverse();
		const orders = parts.map((part) => this.#orderOf(part, draw, mirrored));
		const at = orders.map(() => 0);
		return turns.map((part) => orders[part]![at[part]!++]!);
	}

	/** One of the first items of a part, by how many orders begin with it. */
	#firstOf(items: readonly number[], draw: Draw, mirrored: boolean): number {
		const first = items.filter((item) => !items.some((other) => this.buildsOn(item, other)));
		if (first.length === 1) return first[0]!;
		const orders = first.map((item) => this.ordersOf(items.filter((other) => other !== item)));
		const u = draw();
		let left = (mirrored ? 1 - u : u) * orders.reduce((sum, one) => sum + one, 0);
		const at = orders.findIndex((one) => (left -= one) < 0);
		return first[at < 0 ? first.length - 1 : at]!;
	}

	#ordersOfPart(items: readonly number[]): number {
		if (items.length <= 1) return 1;
		const key = keyOf(items);
		const known = this.#counts.get(key);
		if (known !== undefined) return known;
		const first = items.filter((item) => !items.some((other) => this.buildsOn(item, other)));
		const orders = first.reduce(
			(sum, item) => sum + this.ordersOf(items.filter((other) => other !== item)),
			0
		);
		this.#counts.set(key, orders);
		return orders;
	}

	/** Items that touch each other directly or through others of them, together; each part ascending. */
	parts(items: readonly number[]): number[][] {
		const left = new Set(items);
		const parts: number[][] = [];
		for (const item of items) {
			if (!left.delete(item)) continue;
			const part = [item];
			for (const one of part) {
				for (const other of left) {
					if (!this.buildsOn(one, other) && !this.buildsOn(other, one)) continue;
					left.delete(other);
					part.push(other);
				}
			}
			parts.push(part.sort((a, b) => a - b));
		}
		return parts;
	}

	#isNext(item: number, coalition: Coalition): boolean {
		return [...this.#before[item]!].every((other) => coalition.includes(other));
	}
}

/** Whose turn it is, by part: every way of shuffling the parts together is as likely as any other. */
function shuffledTurns(parts: readonly (readonly number[])[], draw: Draw): number[] {
	const turns = parts.flatMap((part, index) => part.map(() => index));
	for (let i = turns.length - 1; i > 0; i--) {
		const j = Math.min(i, Math.floor(draw() * (i + 1)));
		[turns[i], turns[j]] = [turns[j]!, turns[i]!];
	}
	return turns;
}

function closure(before: readonly (readonly number[])[]): Set<number>[] {
	const all: (Set<number> | null)[] = before.map(() => null);
	const visit = (item: number, path: readonly number[]): Set<number> => {
		if (path.includes(item)) throw new RangeError(`item ${item} builds on itself`);
		const known = all[item];
		if (known !== null && known !== undefined) return known;
		const found = new Set<number>();
		for (const other of before[item]!) {
			found.add(other);
			for (const one of visit(other, [...path, item])) found.add(one);
		}
		return (all[item] = found);
	};
	return before.map((_, item) => visit(item, []));
}
