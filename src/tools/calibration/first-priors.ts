import type { ParameterId } from '../../lib/sim/parameters.ts';
import type { Prior } from '../../lib/scenario/calibration/prior.ts';

/**
 * Priors of the first calibration that were narrower. Its misses had been seen when these were added or widened (the
 * model parameters say why for each), so whatever they move much is no longer a blind prediction. Figures that they move are marked as seen in the
 * record; a calibration runs every accepted set once more within these bounds to show how much they do.
 */
export const FIRST_PRIORS: Partial<Record<ParameterId, readonly [low: number, high: number]>> = {
	/** As they come, in every set. */
	'repair.order': [0, 0],
	'service.criticality': [0.6, 1],
	/** Of the values of then, which were 0.7 times today's. */
	'service.halfDownShare': [0.42, 1.12],
	'service.restartMin': [0.4, 2.5],
	'service.manualShare': [0.6, 1.3],
	'service.manualSetupMin': [0.4, 2.5],
	'service.deferShare': [0.7, 1.1]
};

/** A draw with every value as near as the first priors let it be. */
export function withinFirstPriors(priors: readonly Prior[], draw: readonly number[]): number[] {
	return draw.map((value, i) => {
		const bounds = FIRST_PRIORS[priors[i]!.parameter];
		return bounds === undefined ? value : Math.min(bounds[1], Math.max(bounds[0], value));
	});
}
