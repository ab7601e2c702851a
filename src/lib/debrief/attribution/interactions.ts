import { coalitionOf, type Coalition, type KnownWorlds } from './coalition.ts';
import { drawsOf } from './draws.ts';
import type { Precedence } from './precedence.ts';
import { RunningMean } from './running-mean.ts';

/** Two items of which neither builds on the other. */
export type Pair = readonly [number, number];

/** An effect below this share of the larger one counts as none (assumed). */
const AS_GOOD_AS_NOTHING = 0.25;

/** How two items bear on each other, in one measure. */
export interface Interaction {
	readonly pair: Pair;
	/**
	 * `onlyWith`: the first does something only where the second is in. `onlyTogether`: each does only where the other is.
	 * `eitherDoes`: where one is in, the other adds nothing. `more`, `less`: both do something, together more or less than
	 * the sum. `more` and `less` are about size, whichever direction both work in.
	 */
	readonly kind: 'onlyWith' | 'onlyTogether' | 'eitherDoes' | 'more' | 'less';
	/** What both do together beyond the sum of what each does alone: mean over orders, and half of its 95 % interval. */
	readonly joint: number;
	readonly halfWidth: number;
	/** Mean effect of the first where the second is in, and where it is not. */
	readonly withOther: number;
	readonly withoutOther: number;
}

interface Square {
	readonly none: Coalition;
	readonly first: Coalition;
	readonly second: Coalition;
	readonly both: Coalition;
}

interface Sampled {
	readonly pair: Pair;
	readonly joint: RunningMean;
	/** Mean effects of both items: with the other and without it. */
	readonly effects: readonly (readonly [withOther: RunningMean, withoutOther: RunningMean])[];
	waiting: readonly Square[][];
}

/** Pairs of these items that can be in without each other. */
export function pairsOf(precedence: Precedence, items: readonly number[]): Pair[] {
	return items.flatMap((one, at) =>
		items
			.slice(at + 1)
			.filter((other) => !precedence.buildsOn(one, other) && !precedence.buildsOn(other, one))
			.map((other): Pair => [one, other])
	);
}

/** The worlds that tell what two items do together where all else is in. */
export function lastOf(precedence: Precedence, pair: Pair): Square {
	return squareOf(pair, precedence.without(precedence.all, pair));
}

/** What both do beyond the sum of what each does, in one place; null: not all of its worlds are known. */
export function jointOf(known: KnownWorlds, square: Square, measure: number): number | null {
	if (!worldsOf(square).every((one) => known.has(one))) return null;
	const [none, first, second, both] = worldsOf(square).map((one) => known.of(one)[measure]!);
	return both! - first! - second! + none!;
}

export function worldsOf({ none, first, second, both }: Square): Coalition[] {
	return [none, first, second, both];
}

/**
 * How pairs of items bear on each other in one measure: the mean of the joint effect over random orders, where both come
 * next to each other (Grabisch and Roubens 1999, "An axiomatic approach to the concept of interaction among players in
 * cooperative games"). Orders come with their opposites.
 */
export class InteractionSampler {
	readonly #precedence: Precedence;
	readonly #known: KnownWorlds;
	readonly #seed: string;
	readonly #measure: number;
	readonly #sampled: readonly Sampled[];
	#drawn = 0;

	constructor(
		precedence: Precedence,
		known: KnownWorlds,
		pairs: readonly Pair[],
		{ seed, measure }: { readonly seed: string; readonly measure: number }
	) {
		this.#precedence = precedence;
		this.#known = known;
		this.#seed = seed;
		this.#measure = measure;
		this.#sampled = pairs.map((pair) => ({
			pair,
			joint: new RunningMean(),
			effects: [0, 1].map(() => [new RunningMean(), new RunningMean()] as const),
			waiting: []
		}));
	}

	/** The worlds of one more pair of orders that are not known yet. */
	next(): Coalition[] {
		const orders = [false, true].map((mirrored) =>
			this.#precedence.order(drawsOf(`${this.#seed} interactions`, this.#drawn), mirrored)
		);
		this.#drawn += 1;
		const wanted = new Map<string, Coalition>();
		for (const one of this.#sampled) {
			const squares = orders.map((order) => this.#squareIn(order, one.pair));
			one.waiting = [...one.waiting, squares];
			for (const world of squares.flatMap(worldsOf)) {
				if (!this.#known.has(world)) wanted.set(world.join(' '), world);
			}
		}
		return [...wanted.values()];
	}

	/**
	 * The pairs whose joint effect is more than its error, and more than a size worth naming; the largest first. Worlds that
	 * have been asked for are known by now.
	 */
	found(worthNaming: number): Interaction[] {
		this.#sampled.forEach((one) => this.#count(one));
		return this.#sampled
			.filter(
				({ joint }) => Math.abs(joint.mean) - joint.halfWidth() > 0 && Math.abs(joint.mean) >= worthNaming
			)
			.map(interactionOf)
			.sort((a, b) => Math.abs(b.joint) - Math.abs(a.joint));
	}

	#count(one: Sampled): void {
		const isKnown = (squares: readonly Square[]) =>
			squares.flatMap(worldsOf).every((world) => this.#known.has(world));
		while (one.waiting.length > 0 && isKnown(one.waiting[0]!)) {
			const worths = one.waiting[0]!.map((square) =>
				worldsOf(square).map((world) => this.#known.of(world)[this.#measure]!)
			);
			one.waiting = one.waiting.slice(1);
			const mean = (of: (worth: readonly number[]) => number) =>
				worths.reduce((sum, worth) => sum + of(worth), 0) / worths.length;
			one.joint.add(mean(([none, first, second, both]) => both! - first! - second! + none!));
			one.effects[0]![0].add(mean(([, , second, both]) => both! - second!));
			one.effects[0]![1].add(mean(([none, first]) => first! - none!));
			one.effects[1]![0].add(mean(([, first, , both]) => both! - first!));
			one.effects[1]![1].add(mean(([none, , second]) => second! - none!));
		}
	}

	/** Where both come in when it is the first one's turn: after what came before it, and what they build on. */
	#squareIn(order: readonly number[], pair: Pair): Square {
		const before = order.slice(0, order.indexOf(pair[0]));
		const needed = pair.flatMap((item) => [...this.#precedence.before(item)]);
		const place = this.#precedence.without(coalitionOf([...before, ...needed]), pair);
		return squareOf(pair, place);
	}
}

function squareOf([one, other]: Pair, none: Coalition): Square {
	return {
		none,
		first: coalitionOf([...none, one]),
		second: coalitionOf([...none, other]),
		both: coalitionOf([...none, one, other])
	};
}

function interactionOf({ pair, joint, effects }: Sampled): Interaction {
	const sizes = effects.map(([withOther, without]) => [Math.abs(withOther.mean), Math.abs(without.mean)]);
	const needs = sizes.map(([withOther, without]) => without! <= AS_GOOD_AS_NOTHING * withOther!);
	const spared = sizes.map(([withOther, without]) => withOther! <= AS_GOOD_AS_NOTHING * without!);
	const isSwapped = !needs[0] && needs[1]!;
	const kind =
		needs[0] && needs[1]
			? 'onlyTogether'
			: needs[0] || needs[1]
				? 'onlyWith'
				: spared[0] && spared[1]
					? 'eitherDoes'
					: sizes[0]![0]! > sizes[0]![1]!
						? 'more'
						: 'less';
	const [withOther, withoutOther] = effects[isSwapped ? 1 : 0]!;
	return {
		pair: isSwapped ? [pair[1], pair[0]] : pair,
		kind,
		joint: joint.mean,
		halfWidth: joint.halfWidth(),
		withOther: withOther.mean,
		withoutOther: withoutOther.mean
	};
}
