import { KnownWorlds, keyOf, type Coalition } from './coalition.ts';
import { drawsOf } from './draws.ts';
import { exactWorth } from './exact-worth.ts';
import { MainGame, mainItems } from './main-effects.ts';
import { Precedence } from './precedence.ts';
import { RunningMean } from './running-mean.ts';

/** With fewer pairs of orders no interval is told: it would say more about luck than about the error (assumed). */
export const LEAST_PAIRS = 6;
/** About what three pairs of orders of a dozen items take. */
const LISTED_MOST = 64;

/** What is shared out over items. */
export interface Shared {
	/** For each item those that it builds on: it cannot be in without them. */
	readonly before: readonly (readonly number[])[];
	/** How many measures each world is read by. */
	readonly measures: number;
	/** The text that the random orders stand for. */
	readonly seed: string;
	/** So many worlds are run one and all instead of being sampled: then there is no error. */
	readonly listedMost?: number;
}

/** What an item contributes to a measure. */
export interface Worth {
	readonly mean: number;
	/** Half of the 95 % interval of the sampling error; 0: there is none; null: too few orders yet to say. */
	readonly halfWidth: number | null;
}

export interface Estimates {
	/** Distinct worlds that are known. */
	readonly worlds: number;
	/** Pairs of orders that the means are taken over. */
	readonly pairs: number;
	/** Whether every world was run, so that nothing is estimated. */
	readonly isExact: boolean;
	/** By measure: all items in, minus none. The worths of the items add up to it. Empty: not known yet. */
	readonly total: readonly number[];
	/** By item, by measure; null: no order is through yet. */
	readonly worths: readonly (readonly Worth[])[] | null;
}

/** What all items did to a measure, whichever direction each of them worked in. */
export function allEffects(worths: NonNullable<Estimates['worths']>, measure: number): number {
	return worths.reduce((sum, one) => sum + Math.abs(one[measure]!.mean), 0);
}

type Order = readonly number[];
type OrderPair = readonly [Order, Order];

/**
 * Shares out what all items did together over single ones: Shapley values under precedence, by sampling of orders
 * (Castro, Gómez and Tejada 2009, "Polynomial calculation of the Shapley value based on sampling"), each with its
 * opposite (Mitchell, Cooper, Frank and Holmes 2022, "Sampling permutations for Shapley value estimation"). Once it is
 * known which items matter most, all worlds of these are run, and only what differs from them is sampled. Asks for
 * worlds as coalitions of items and takes them in any order; every world is asked for once. The same seed asks for the
 * same worlds and comes to the same figures.
 */
export class ShapleySampler {
	readonly known = new KnownWorlds();
	readonly precedence: Precedence;
	readonly #shared: Shared;
	readonly #listedMost: number;
	/** Every world, where these are few. */
	readonly #every: readonly Coalition[] | null;
	readonly #asked = new Set<string>();
	/** Orders whose worlds have been asked for and not been counted, in the order in which they were drawn. */
	#waiting: OrderPair[] = [];
	#counted: OrderPair[] = [];
	#drawn = 0;
	#main: MainGame | null = null;
	/** What pairs contribute beyond the main game; the worths of that. */
	#means: readonly (readonly RunningMean[])[];
	#mainWorths: readonly (readonly number[])[] | null = null;

	/** @throws RangeError where items build on one another in a circle */
	constructor(shared: Shared) {
		this.#shared = shared;
		this.precedence = new Precedence(shared.before);
		this.#listedMost = shared.listedMost ?? LISTED_MOST;
		this.#every = this.precedence.allowed(this.#listedMost);
		this.#means = this.#newMeans();
	}

	/** The next worlds to run; none: they are all known. To be asked once those before have been accepted. */
	next(): Coalition[] {
		if (this.#every !== null) return this.#notAsked(this.#every);
		if (this.#main === null && this.#counted.length >= LEAST_PAIRS) {
			this.#main = this.mainGame(this.#listedMost);
			const worlds = this.#notAsked(this.#main.worlds);
			// Worlds that are all known already are not told again.
			this.#countThrough();
			return worlds;
		}
		const ends = this.#notAsked([[], this.precedence.all]);
		const pair = [false, true].map((mirrored) =>
			this.precedence.order(drawsOf(this.#shared.seed, this.#drawn), mirrored)
		);
		this.#drawn += 1;
		this.#waiting.push([pair[0]!, pair[1]!]);
		const worlds = this.#notAsked(pair.flatMap(worldsOf));
		// A pair of worlds that are all known already asks for none.
		this.#countThrough();
		return [...ends, ...worlds];
	}

	/** What a world came to, by measure. */
	accept(coalition: Coalition, values: readonly number[]): void {
		if (values.length !== this.#shared.measures)
			throw new RangeError(`a world is read by ${this.#shared.measures} measures, not by ${values.length}`);
		this.known.set(coalition, values);
		this.#countThrough();
	}

	estimates(): Estimates {
		const { all } = this.precedence;
		const isKnown = this.known.has([]) && this.known.has(all);
		const isExact = this.#every !== null && this.#every.every((one) => this.known.has(one));
		return {
			worlds: this.known.count,
			pairs: this.#counted.length,
			isExact,
			total: isKnown ? differenceOf(this.known.of(all), this.known.of([])) : [],
			worths: isExact ? this.#exactly() : this.#every !== null ? null : this.#sampled()
		};
	}

	#exactly(): Worth[][] {
		const worths = exactWorth(this.precedence, this.known, this.#shared.measures);
		return worths.map((measures) => measures.map((mean) => ({ mean, halfWidth: 0 })));
	}

	#sampled(): Worth[][] | null {
		if (this.#counted.length > 0) return this.#ofPairs();
		// The first figures come with the first order, before its opposite is through.
		const first = this.#waiting[0]?.find((order) => this.#isThrough(order));
		if (first === undefined) return null;
		return this.#contributions(first).map((measures) => measures.map((mean) => ({ mean, halfWidth: null })));
	}

	/** Items of one game vary alike: their mean variance keeps an item that has not varied yet from looking certain. */
	#ofPairs(): Worth[][] {
		const usual = Array.from(
			{ length: this.#shared.measures },
			(_, measure) =>
				this.#means.reduce((sum, measures) => sum + measures[measure]!.variance, 0) / this.#means.length
		);
		return this.#means.map((measures, item) =>
			measures.map((one, measure) => ({
				mean: one.mean + (this.#mainWorths?.[item]![measure] ?? 0),
				halfWidth: one.count < LEAST_PAIRS ? null : one.halfWidth(usual[measure])
			}))
		);
	}

	/**
	 * The game of the items that have done most so far, over all measures alike.
	 *
	 * @param mostWorlds so many worlds it takes at most
	 */
	mainGame(mostWorlds: number): MainGame {
		const { worths } = this.estimates();
		const sizes = (worths ?? []).map((measures) => measures.map(({ mean }) => Math.abs(mean)));
		const wholes = Array.from({ length: this.#shared.measures }, (_, measure) =>
			sizes.reduce((sum, one) => sum + one[measure]!, 0)
		);
		const shares = sizes.map((one) =>
			one.reduce((sum, size, measure) => sum + (wholes[measure]! > 0 ? size / wholes[measure]! : 0), 0)
		);
		return new MainGame(this.precedence, mainItems(this.precedence, shares, mostWorlds));
	}

	#notAsked(coalitions: readonly Coalition[]): Coalition[] {
		return coalitions.filter((coalition) => {
			const key = keyOf(coalition);
			if (this.#asked.has(key)) return false;
			this.#asked.add(key);
			return true;
		});
	}

	#isThrough(order: Order): boolean {
		return worldsOf(order).every((coalition) => this.known.has(coalition));
	}

	/** In the order in which they were drawn, so that figures do not depend on which came first. */
	#countThrough(): void {
		this.#takeMain();
		while (this.#waiting.length > 0 && this.#waiting[0]!.every((order) => this.#isThrough(order))) {
			const pair = this.#waiting.shift()!;
			this.#counted.push(pair);
			this.#count(pair);
		}
	}

	/** Once all worlds of the main game are known, what was counted is counted anew: beyond it. */
	#takeMain(): void {
		const main = this.#main;
		if (main === null || this.#mainWorths !== null || !main.worlds.every((one) => this.known.has(one)))
			return;
		this.#mainWorths = main.worths(this.known, this.#shared.measures);
		this.#means = this.#newMeans();
		this.#counted.forEach((pair) => this.#count(pair));
	}

	/** A pair counts once, as the mean of its two orders: they depend on each other. */
	#count([one, other]: OrderPair): void {
		const [first, second] = [this.#contributions(one), this.#contributions(other)];
		for (const [item, measures] of this.#means.entries()) {
			for (const [measure, mean] of measures.entries())
				mean.add((first[item]![measure]! + second[item]![measure]!) / 2);
		}
	}

	/** By item, by measure: what it adds where it comes in, beyond the main game where there is one. */
	#contributions(order: Order): number[][] {
		const worlds = worldsOf(order).map((coalition) => this.#valuesOf(coalition));
		const by: number[][] = order.map(() => []);
		order.forEach((item, at) => (by[item] = differenceOf(worlds[at + 1]!, worlds[at]!)));
		return by;
	}

	#valuesOf(coalition: Coalition): readonly number[] {
		const values = this.known.of(coalition);
		if (this.#main === null || this.#mainWorths === null) return values;
		return differenceOf(values, this.known.of(this.#main.worldOf(coalition)));
	}

	#newMeans(): RunningMean[][] {
		const { before, measures } = this.#shared;
		return before.map(() => Array.from({ length: measures }, () => new RunningMean()));
	}
}

function differenceOf(one: readonly number[], other: readonly number[]): number[] {
	return one.map((value, measure) => value - other[measure]!);
}

/** The worlds that an order passes through, from the one without any item to the one with all. */
function worldsOf(order: Order): Coalition[] {
	const inside: number[] = [];
	return [
		[],
		...order.map((item) => {
			const at = inside.findIndex((one) => one > item);
			inside.splice(at < 0 ? inside.length : at, 0, item);
			return [...inside];
		})
	];
}
