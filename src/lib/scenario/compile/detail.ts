/**
 * The sizes a scenario is compiled in: `full` is what is played, `debrief` serves many runs in little time, `sketch`
 * thousands of plays of which only the course of events is looked at.
 */
export const SIZES = ['full', 'debrief', 'sketch'] as const;
export type Size = (typeof SIZES)[number];

/** How finely a world is told apart. Totals by vendor, sector and class are the same in every detail. */
export interface Detail {
	/** Least hosts of a cell of a vendor with a release, as a share of all managed hosts: fewer wait for the next place. */
	readonly leastShare: number;
	/** The same for the vendors that release nothing: nothing happens to their hosts. */
	readonly leastBystanderShare: number;
	/** Hosts from which a place's organisations of one sector are told apart into 2, 3 … strata. Assumed. */
	readonly stratumFrom: readonly number[];
	/** Whether metros of one continent and time zone count as one. */
	readonly mergesMetros: boolean;
}

export const DETAILS: Readonly<Record<Size, Detail>> = {
	full: {
		leastShare: 4e-6,
		leastBystanderShare: 4e-5,
		stratumFrom: [16_000, 160_000],
		mergesMetros: false
	},
	debrief: {
		leastShare: 2e-5,
		leastBystanderShare: 2.5e-4,
		stratumFrom: [8_000, 40_000, 120_000, 300_000, 600_000],
		mergesMetros: true
	},
	sketch: {
		leastShare: 2e-4,
		leastBystanderShare: 2e-3,
		stratumFrom: [40_000, 300_000],
		mergesMetros: true
	}
};
