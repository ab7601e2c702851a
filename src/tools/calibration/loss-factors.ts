import { rounded } from '../../lib/scenario/calibration/prior.ts';
import { FORTUNE_SHARES } from './fortune-500.ts';

/** The same number for each sector whose losses were measured. */
export function everySector(factor: number): Record<string, number> {
	return Object.fromEntries(FORTUNE_SHARES.map(({ sector }) => [sector, factor]));
}

/**
 * The factors on losses by unit, by sector, with which each sector's Fortune 500 part loses what was measured. Losses are
 * linear in them, so two runs are enough: one as drawn, one with every factor 2; the difference is what units cost, the
 * rest is what repairs and breaches cost. Null where a sector's repairs alone cost more than was measured.
 *
 * @param targetsUsd in the order of {@link FORTUNE_SHARES}, as are `shares`
 */
export function solveLossFactors(
	lossUsd: Readonly<Record<string, number>>,
	doubledUsd: Readonly<Record<string, number>>,
	targetsUsd: readonly number[],
	shares: readonly number[]
): Record<string, number> | null {
	const factors = FORTUNE_SHARES.map(({ sector }, index): [sector: string, factor: number] => {
		const units = doubledUsd[sector]! - lossUsd[sector]!;
		const rest = lossUsd[sector]! - units;
		return [sector, rounded((targetsUsd[index]! / shares[index]! - rest) / units)];
	});
	return factors.every(([, factor]) => factor > 0 && factor < Infinity) ? Object.fromEntries(factors) : null;
}
