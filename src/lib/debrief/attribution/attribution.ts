import type { Localized } from '../../scenario/scenario.ts';
import type { Interaction } from './interactions.ts';
import type { Measure } from './measures.ts';
import type { Worth } from './sampler.ts';

/** From the least to the greatest of several. */
export interface Range {
	readonly low: number;
	readonly high: number;
}

/** A decision that is left out and put in. */
export interface AttributedDecision {
	readonly decision: string;
	readonly title: Localized;
	readonly role: string;
	/** Before 0 in preparation. */
	readonly atMin: number;
	/** What happens where nobody takes it, in words; null: the scenario does not say. */
	readonly otherwise: Localized | null;
}

/**
 * What each decision of a play was worth, as far as it is known by now. Plain data. All figures are those of the smaller
 * world in which runs are compared.
 */
export interface Attribution {
	/** What is being worked out; `done`: nothing more; `stopped`: by the person; `failed`: no thread answered. */
	readonly status: 'running' | 'done' | 'stopped' | 'failed';
	/** Runs that it rests on by now, of every kind. */
	readonly runs: number;
	readonly measures: readonly Measure[];
	readonly decisions: readonly AttributedDecision[];
	/** By measure: all decisions as played, minus none of them. The worths add up to it. Empty: not known yet. */
	readonly total: readonly number[];
	/** By decision, by measure; null: not known yet. */
	readonly worths: readonly (readonly Worth[])[] | null;
	/** Worlds and pairs of orders that the worths rest on. */
	readonly worlds: number;
	readonly pairs: number;
	readonly isExact: boolean;
	/** Whether every interval of the first measure is narrower than it has to be. */
	readonly isPrecise: boolean;
	/** Other accepted values of the model's parameters; null: not run yet, or the scenario has none. */
	readonly ensemble: EnsembleRange | null;
	/** The same decisions on other seeds; null: not run yet. */
	readonly luck: Luck | null;
	/** Plays of bots in the place of the person; null: none yet. */
	readonly bots: AmongBots | null;
	/** How decisions bear on each other in the first measure; null: not run yet. */
	readonly interactions: readonly Interaction[] | null;
}

export interface EnsembleRange {
	/** So many other parameter sets. */
	readonly members: number;
	/**
	 * By decision, by measure: its worth here and under each of them, with those that matter most and all others as played.
	 * Null: a decision that does not matter enough for that.
	 */
	readonly worths: readonly (readonly Range[] | null)[];
	readonly total: readonly Range[];
}

export interface Luck {
	readonly seeds: number;
	/** By measure: what the play comes to on other seeds, and what the decisions do there. */
	readonly asPlayed: readonly Range[];
	readonly total: readonly Range[];
}

export interface AmongBots {
	/** Plays by chance, and plays by a plan. */
	readonly random: number;
	readonly planned: number;
	/** How many of them came to more of the first measure, and how many to less. */
	readonly higher: number;
	readonly lower: number;
	readonly range: Range;
}
