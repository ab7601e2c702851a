import type { Interval } from '../figures/strata.ts';

/** The worlds that are compared: nothing agreed, what was in fact done, and what this room agreed. */
export const WORLDS = ['none', 'record', 'accord'] as const;
export type WorldName = (typeof WORLDS)[number];

/** Share of shocks that come to more, from the most likely loss to the worst: where curves have their points. */
export const EXCEEDED: readonly number[] = [
	0.98, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55, 0.5, 0.45, 0.4, 0.35, 0.3, 0.25, 0.2, 0.15, 0.1,
	0.07, 0.05, 0.03, 0.02, 0.01
];

/** A part of all shocks, or of what they come to. */
export type Slice =
	| { readonly of: 'all' }
	| { readonly of: 'kind'; readonly id: string }
	| { readonly of: 'sector'; readonly id: string };

/** What shocks come to in one world, given that one comes. US$. */
export interface Curve {
	readonly runs: number;
	/** By {@link EXCEEDED}. */
	readonly lossUsd: readonly number[];
	readonly median: Interval;
	/** One shock in twenty comes to more. */
	readonly tail: Interval;
}

/** One shock in two worlds: the second minus the first, over shocks that were run in both. */
export interface Change {
	readonly mean: Interval;
	/** Share of shocks in which the second comes to more. */
	readonly worse: number;
	/** In this part nobody can tell it from none. */
	readonly isUnclear: boolean;
}

export interface SliceFigures {
	readonly slice: Slice;
	/** Null: nothing was run there yet. */
	readonly curves: Readonly<Record<WorldName, Curve | null>>;
	/** The accord against no accord, and against what was in fact done; null: too few yet. */
	readonly change: Readonly<Record<'none' | 'record', Change | null>>;
}

/** How much hangs on one vendor. */
export interface Concentrated {
	readonly hhi: number;
	readonly sameVendorChance: number;
	readonly largest: string;
	readonly largestShare: number;
}

/** What a measure, or a theme of measures, adds to what the whole accord does: its mean over orders and shocks. US$. */
export interface Contribution {
	readonly id: string;
	/** Null: too few shocks yet. */
	readonly mean: Interval | null;
	readonly byKind: Readonly<Record<string, Interval | null>>;
}

export interface Contributions {
	readonly of: 'themes' | 'measures';
	/** Shocks that were taken apart, and runs for it. */
	readonly shocks: number;
	readonly runs: number;
	readonly items: readonly Contribution[];
}

/** What the next outages come to, as far as it is known by now. Plain data. */
export interface Evaluation {
	/** `before`: while people negotiate. `stopped`: by the person. `failed`: no thread answered. */
	readonly status: 'before' | 'running' | 'stopped' | 'done' | 'failed';
	/** What is being worked out after the ballot. */
	readonly stage: 'curves' | 'themes' | 'measures' | 'sharper';
	readonly months: number;
	readonly runs: number;
	readonly slices: readonly SliceFigures[];
	/** Every kind of shock has been run in both worlds that are compared: figures of some kinds alone would mislead. */
	readonly isOfAllKinds: boolean;
	/** Half of the interval of the accord's median over all shocks, as a share of the median without an accord. */
	readonly medianError: number | null;
	/** Today, and in each world. */
	readonly concentrated: Readonly<Partial<Record<WorldName | 'today', Concentrated>>>;
	/** By measure of the accord: how far it is done by then. */
	readonly adoption: Readonly<Record<string, number>>;
	readonly contributions: readonly Contributions[];
	/** By kind: number of the shock whose loss is nearest the median where nothing was agreed. */
	readonly typical: Readonly<Record<string, number>>;
}
