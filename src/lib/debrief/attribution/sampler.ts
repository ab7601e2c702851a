import { KnownWorlds, keyOf, type Coalition } from './coalition.ts';
import { drawsOf } from './draws.ts';
import { exactWorth } from './exact-worth.ts';
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
	/** By measure: all items in, minus none. The worths of the items add up to it. */
	readonly total: readonly number[];
	/** By item, by measure; null: no order is through yet. */
	readonly worths: readonly (readonly Worth[])[] | null;
}

/**
 * Shares out what all items did together over single ones: Shapley values under precedence, by sampling of orders
 * (Castro, Gómez and Tejada 2009, "Polynomial calculation of the Shapley value based on sampling"), each with its
 * opposite (Mitchell, Cooper, Frank and Holmes 2022, "Sampling permutations for Shapley value estimation"). Asks for
 * worlds as coalitions of items and takes them in any order; every world is asked for once. The same seed asks for the
 * same worlds and comes to the same figures.
 */
export class ShapleySampler {
	readonly known = new KnownWorlds();
	readonly precedence: Precedence;
	readonly #shared: Shared;
	readonly #asked = new Set<string>();
	/** Orders whose worlds have been asked for and not been counted, in the order in which they were drawn. */
	#waiting: (readonly [readonly number[], readonly number[]])[] = [];
	readonly #means: readonly (readonly RunningMean[])[];
	readonly #every: readonly Coalition[] | null;
	#drawn = 0;

	/** @throws RangeError where items build on one another in a circle */
	constructor(shared: Shared) {
		this.#shared = shared;
		this.precedence = new Precedence(shared.before);
		this.#every = this.precedence.allowed(shared.listedMost ?? LISTED_MOST);
		this.#means = shared.before.map(() => Array.from({ length: shared.measures }, () => new RunningMean()));
	}

	/** The next worlds to run; none: nothing is left to be known. */
	next(): Coalition[] {
		if (this.#every !== null) return this.#notAsked(this.#every);
		const ends = this.#notAsked([[], this.precedence.all]);
		const { seed } = this.#shared;
		const pair = [false, true].map((mirrored) => this.precedence.order(drawsOf(seed, this.#drawn), mirrored));
		this.#drawn += 1;
		this.#waiting.push([pair[0]!, pair[1]!]);
		// A pair of worlds that are all known already asks for none.
		this.#countThrough();
		return [...ends, ...this.#notAsked(pair.flatMap(worldsOf))];
	}

	/** What a world came to, by measure. */
	accept(coalition: Coalition, values: readonly number[]): void {
		if (values.length !== this.#shared.measures)
			throw new RangeError(`a world is read by ${this.#shared.measures} measures, not by ${values.length}`);
		this.known.set(coalition, values);
		this.#countThrough();
	}

	/** In the order in which they were drawn, so that figures do not depend on which came first. */
	#countThrough(): void {
		while (this.#waiting.length > 0 && this.#waiting[0]!.every((order) => this.#isThrough(order)))
			this.#count(...this.#waiting.shift()!);
	}

	estimates(): Estimates {
		const { all } = this.precedence;
		const isKnown = this.known.has([]) && this.known.has(all);
		const exact = this.#every !== null && this.#every.every((one) => this.known.has(one));
		const total = isKnown
			? this.known.of(all).map((value, measure) => value - this.known.of([])[measure]!)
			: [];
		return {
			worlds: this.known.count,
			pairs: this.#means[0]?.[0]?.count ?? 0,
			isExact: exact,
			total,
			worths: exact ? this.#exactly() : this.#sampled()
		};
	}

	#exactly(): Worth[][] {
		return exactWorth(this.precedence, this.known, this.#shared.measures).map((measures) =>
			measures.map((mean) => ({ mean, halfWidth: 0 }))
		);
	}

	#sampled(): Worth[][] | null {
		if (this.#every !== null) return null;
		if ((this.#means[0]?.[0]?.count ?? 0) > 0) return this.#ofPairs();
		// The first figures come with the first order, before its opposite is through.
		const first = this.#waiting[0]?.find((order) => this.#isThrough(order));
		if (first === undefined) return null;
		const worths: Worth[][] = this.#means.map(() => []);
		for (const { item, by } of this.#contributions(first))
			worths[item] = by.map((mean) => ({ mean, halfWidth: null }));
		return worths;
	}

	/** Items of one game vary alike: their mean variance keeps an item that has not varied yet from looking certain. */
	#ofPairs(): Worth[][] {
		const usual = Array.from(
			{ length: this.#shared.measures },
			(_, measure) =>
				this.#means.reduce((sum, measures) => sum + measures[measure]!.variance, 0) / this.#means.length
		);
		return this.#means.map((measures) =>
			measures.map((one, measure) => ({
				mean: one.mean,
				halfWidth: one.count < LEAST_PAIRS ? null : one.halfWidth(usual[measure])
			}))
		);
	}

	#notAsked(coalitions: readonly Coalition[]): Coalition[] {
		return coalitions.filter((coalition) => {
			const key = keyOf(coalition);
			if (this.#asked.has(key)) return false;
			this.#asked.add(key);
			return true;
		});
	}

	#isThrough(order: readonly number[]): boolean {
		return worldsOf(order).every((coalition) => this.known.has(coalition));
	}

	/** A pair counts once, as the mean of its two orders: they depend on each other. */
	#count(one: readonly number[], other: readonly number[]): void {
		const contributions = [...this.#contributions(one), ...this.#contributions(other)];
		for (const [item, measures] of this.#means.entries()) {
			const both = contributions.filter((contribution) => contribution.item === item);
			for (const [measure, mean] of measures.entries())
				mean.add((both[0]!.by[measure]! + both[1]!.by[measure]!) / 2);
		}
	}

	#contributions(order: readonly number[]): { item: number; by: number[] }[] {
		const worlds = worldsOf(order).map((coalition) => this.known.of(coalition));
		return order.map((item, at) => ({
			item,
			by: worlds[at + 1]!.map((value, measure) => value - worlds[at]![measure]!)
		}));
	}
}

/** The worlds that an order passes through, from the one without any item to the one with all. */
function worldsOf(order: readonly number[]): Coalition[] {
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
