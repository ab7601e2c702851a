/** What one measure does to shocks of one kind: with it, against the same shocks without it. Plain data. */
export interface MeasureEffect {
	readonly kind: string;
	/** Mean change of the loss, as a share of the mean loss without it, with its 95 % interval over shocks. */
	readonly change: number;
	readonly low: number;
	readonly high: number;
	/** Shocks in which it comes to less, and to more. */
	readonly better: number;
	readonly worse: number;
}

export interface MeasureRow {
	readonly measure: string;
	/** What else was agreed in both worlds: what it needs, and what it is about. */
	readonly beside: readonly string[];
	readonly effects: readonly MeasureEffect[];
}

/** The effects of all measures of a scenario's summit that have any, each at its strictest. Written by `npm run measures`. */
export interface MeasureTable {
	readonly scenario: string;
	readonly months: number;
	/** Of each kind, each in another accepted set of the model's parameters. */
	readonly shocks: number;
	readonly rows: readonly MeasureRow[];
}

/** `eitherWay`: some shocks come to less, and about as many to more: it depends on whose fault strikes. */
export type Verdict = 'helps' | 'hurts' | 'eitherWay' | 'nothing';

/** A change of less than this share of the loss is none. */
const NONE = 0.0005;

/** What a measure does in a kind: it helps or hurts where most shocks that it changes come to less, or to more. */
export function verdictOn({ change, better, worse }: MeasureEffect): Verdict {
	if (Math.abs(change) < NONE) return 'nothing';
	const [agree, against] = change < 0 ? [better, worse] : [worse, better];
	if (agree < 2 * against + 1) return 'eitherWay';
	return change < 0 ? 'helps' : 'hurts';
}
