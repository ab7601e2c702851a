import { priorsOf, type Prior } from '../../lib/scenario/calibration/prior.ts';
import { recordOrders } from '../../lib/exercise/world/orders.ts';
import type { Scenario } from '../../lib/scenario/scenario.ts';
import type { Order } from '../../lib/sim/model.ts';
import { loadPack, readLibrary } from '../packs.ts';

/** The scenario whose record the model is calibrated to. */
export const SCENARIO = 'july-2024';

/** What a calibration starts from: the scenario, what its record orders, and the priors that the model parameters state. */
export interface CalibrationInput {
	readonly scenario: Scenario;
	readonly record: readonly Order[];
	readonly priors: readonly Prior[];
}

/** Read once: files that are edited during a calibration do not change it half-way. */
export function readInput(): CalibrationInput {
	const { scenario, exercise } = loadPack(SCENARIO);
	return {
		scenario,
		record: exercise.record.flatMap((act) => recordOrders(exercise, act)),
		priors: priorsOf(readLibrary().models[scenario.model!]!.parameters)
	};
}
