import { beforeAll, describe, expect, test } from 'vitest';
import { runOracle } from './oracle/oracle.ts';
import { runCounts, type Outcome } from './outcome.ts';
import type { Play } from './play.ts';
import { compare, LIMITS, type Comparison } from './statistics.ts';

/** Runs of each simulation: the whole number of them in the long version, a part otherwise. */
export type SampleSize = keyof typeof LIMITS;

/** The two draw from different generators, but equal seeds would still look as if they were meant to be paired. */
const ORACLE_SEED = 10_000;

function sample(size: number, run: (seed: number) => Outcome): Outcome[] {
	return Array.from({ length: size }, (_, seed) => run(seed));
}
export const byCounts = ({ model, orders }: Play, size: SampleSize) =>
	sample(size, (seed) => runCounts(model, orders, seed));
export const byHosts = ({ model, orders }: Play, size: SampleSize) =>
	sample(size, (seed) => runOracle(model, orders, ORACLE_SEED + seed));

export const of = (figure: keyof Outcome, runs: readonly Outcome[]) => runs.map((run) => run[figure]);

export const show = ({ means, deviations, z, varianceRatio, distance }: Comparison) =>
	`counts ${means[0].toFixed(1)} ± ${deviations[0].toFixed(1)}, ` +
	`hosts ${means[1].toFixed(1)} ± ${deviations[1].toFixed(1)}, ` +
	`z ${z.toFixed(2)}, variance ratio ${varianceRatio.toFixed(2)}, KS ${distance.toFixed(3)}`;

const spread = ({ varianceRatio }: Comparison) => Math.max(varianceRatio, 1 / varianceRatio);

/** States as a rule that hosts that are counted and hosts one by one have these figures of a play in common, in law. */
export function agree(what: string, play: Play, figures: readonly (keyof Outcome)[], size: SampleSize): void {
	describe(`counted hosts and hosts one by one agree: ${what}`, () => {
		const limits = LIMITS[size];
		let counted: Outcome[];
		let simulated: Outcome[];
		beforeAll(() => {
			counted = byCounts(play, size);
			simulated = byHosts(play, size);
		});

		test.each(figures)('%s: mean, variance and distribution', (figure) => {
			const comparison = compare(of(figure, counted), of(figure, simulated));
			expect(comparison.deviations[1], 'a figure that never varies tests nothing').toBeGreaterThan(0);
			expect(Math.abs(comparison.z), show(comparison)).toBeLessThan(limits.z);
			expect(spread(comparison), show(comparison)).toBeLessThan(limits.varianceRatio);
			expect(comparison.distance, show(comparison)).toBeLessThan(limits.distance);
		});
	});
}
