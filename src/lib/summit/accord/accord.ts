/** What the parties agree on, as plain data: measures with who pays, by when, and who is exempt. Nothing in it names an outcome. */
export interface Accord {
	/** In the order in which they were tabled; a measure stands once. */
	readonly items: readonly Item[];
	readonly pledges: readonly Pledge[];
}

export interface Item {
	readonly measure: string;
	/** By parameter; one that is left out is at its reference. */
	readonly parameters: Readonly<Record<string, number>>;
	/** Months that it starts later than its lead time. */
	readonly laterMonths: number;
	readonly covers: readonly Cover[];
	readonly exempt: readonly Exemption[];
	readonly proposedBy: string;
	/** Whoever changed it since, each once, in their order. */
	readonly amendedBy: readonly string[];
}

/** A share of what one party pays for an item, paid by another. */
export interface Cover {
	readonly of: string;
	readonly by: string;
	readonly share: number;
}

/** A party that need not do it until a month of the accord. */
export interface Exemption {
	readonly party: string;
	readonly untilMonth: number;
}

/** A word given to a party: to leave a measure in the text, or to say yes to it in the ballot. */
export interface Pledge {
	readonly by: string;
	readonly to: string;
	readonly promises: PledgeKind;
	/** The measure that is to stay. */
	readonly measure: string | null;
}

export const PLEDGES = ['keepMeasure', 'sayYes'] as const;
export type PledgeKind = (typeof PLEDGES)[number];

export const EMPTY_ACCORD: Accord = { items: [], pledges: [] };

/** An item as it is tabled, at its measure's reference. */
export function newItem(measure: string, proposedBy: string): Item {
	return {
		measure,
		parameters: {},
		laterMonths: 0,
		covers: [],
		exempt: [],
		proposedBy,
		amendedBy: []
	};
}

export function itemOf({ items }: Accord, measure: string): Item | undefined {
	return items.find((item) => item.measure === measure);
}
