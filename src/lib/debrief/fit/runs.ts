import type { Member } from './ensemble.ts';
import type { Reading } from './reading.ts';

/** Everything that a fit ran, as it is stored: the report follows from it alone. */
export interface FitRuns {
	readonly seed: string;
	/** Parameters that were drawn, in order. */
	readonly parameters: readonly string[];
	/** Runs over all of the priors. Their draws follow from the seed; outcomes by name of {@link SAMPLED}. */
	readonly sampled: readonly SampledRun[];
	/** Runs of draws that the sieve let through, and how many of them were accepted. */
	readonly tried: number;
	readonly accepted: number;
	/** The accepted sets that were kept, each with its final run. */
	readonly members: readonly (Member & { readonly reading: Reading })[];
	/** Figures of the kept sets run once more, each within the first fit's priors. */
	readonly withinFirstPriors: readonly Figures[];
}

type Figures = Readonly<Record<string, number>>;

/** What the sensitivities are about: outcomes of a run over the priors. */
export const OUTCOMES = ['crashedHosts', 'outAfterFiveDays', 'worldLossUsd', 'flightsCancelled'] as const;
export type Outcome = (typeof OUTCOMES)[number];
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
