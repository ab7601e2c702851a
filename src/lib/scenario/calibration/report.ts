/** The range that nine in ten accepted parameter sets give for a quantity, and their median. */
export interface Band {
	readonly low: number;
	readonly middle: number;
	readonly high: number;
}

/** Bounds of a prior, or of an assumed share. */
export interface Bounds {
	readonly low: number;
	readonly high: number;
}

/** The outcomes for which the sensitivities are given. */
export const OUTCOMES = ['crashedHosts', 'outAfterFiveDays', 'worldLossUsd', 'flightsCancelled'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface Predicted extends Band {
	/** Id of the figure of the record. */
	readonly id: string;
	/** Whether the record's value, or any of its range, lies within the band. */
	readonly inside: boolean;
	/** Whether it was known when assumptions that move it were added: no blind prediction. */
	readonly seen: boolean;
	/** The band of the same sets within the first priors, and whether the record met it; null for the world's loss. */
	readonly first: (Band & { readonly inside: boolean }) | null;
}

/** Losses of a sector, US$. */
export interface SectorLoss extends Band {
	readonly sector: string;
	/** What the losses were calibrated to; null where no loss of the sector was measured. */
	readonly calibration: LossCalibration | null;
}

export interface LossCalibration {
	/** Id of the measured loss of a part of the sector. */
	readonly measured: string;
	/** Assumed share of the sector's hit hosts that this part runs. */
	readonly share: Bounds;
	/** What losses by unit were multiplied by. */
	readonly factor: Band;
}

/**
 * How well the model meets the record, in numbers: what the page on the model shows. Its words come from the
 * dictionary, values and sources from the scenario. `npm run calibrate` writes it.
 */
export interface CalibrationReport {
	readonly sampledRuns: number;
	readonly sampledAccepted: number;
	readonly triedRuns: number;
	readonly acceptedRuns: number;
	readonly members: number;
	/** Figures that sets were accepted by: no evidence. */
	readonly calibrated: readonly (Band & { readonly id: string })[];
	/** Figures that were not: evidence. */
	readonly predicted: readonly Predicted[];
	/** The world's loss rests on assumed shares of what few firms lost: neither calibrated nor evidence. */
	readonly worldLoss: Predicted;
	/** Shares of the accepted sets in which an order that the record teaches comes out. */
	readonly orders: readonly { readonly id: string; readonly share: number }[];
	/** What moves outcomes most, over the priors: rank correlations, the strongest parameter first. */
	readonly sensitivity: readonly {
		readonly parameter: string;
		readonly of: Readonly<Record<Outcome, number>>;
	}[];
	/** Where the accepted sets put each parameter, in the priors' units, and the first prior where it was narrower. */
	readonly parameters: readonly (Band & { readonly parameter: string; readonly first: Bounds | null })[];
	/** In how many accepted sets each plausible choice of a parameter is in force. */
	readonly choices: readonly {
		readonly parameter: string;
		readonly sets: Readonly<Record<string, number>>;
		/** Whether it was drawn at first; otherwise the choice of the model parameters held in every set. */
		readonly drawnAtFirst: boolean;
	}[];
	readonly losses: readonly SectorLoss[];
}
