import type { Member } from '../../lib/scenario/calibration/ensemble.ts';
import type { Outcome } from '../../lib/scenario/calibration/report.ts';
import type { Reading } from './reading/reading.ts';

/** Everything that a calibration ran, as it is stored: the report follows from it alone. */
export interface CalibrationRuns {
	readonly seed: string;
	/** Parameters that were drawn, in order. */
	readonly parameters: readonly string[];
	/** Runs over all of the priors. Their draws follow from the seed; only these outcomes are kept. */
	readonly sampled: readonly SampledRun[];
	/** Runs of draws that the sieve let through, and how many of them were accepted. */
	readonly tried: number;
	readonly accepted: number;
	/** The accepted sets that were kept, each with its final run. */
	readonly members: readonly StoredMember[];
	/** Figures of the kept sets run once more, each within the first priors. */
	readonly withinFirstPriors: readonly Figures[];
}

type Figures = Readonly<Record<string, number>>;

/** An accepted set with the shares of its sectors' hosts, in the order of the Fortune 500 shares, and its final run. */
export interface StoredMember extends Member {
	readonly shares: readonly number[];
	readonly reading: Reading;
}

export type SampledRun = Readonly<Record<Outcome, number>> & { readonly accepted: boolean };

/** What is kept of a run over the priors. */
export function sampledRun(reading: Reading, accepted: boolean): SampledRun {
	return {
		crashedHosts: reading.crashedHosts,
		outAfterFiveDays: Number((1 - reading.backShare[0]!).toPrecision(5)),
		worldLossUsd: reading.worldLossUsd,
		flightsCancelled: Math.round(reading.figures['flights-cancelled-19-july']!),
		accepted
	};
}
