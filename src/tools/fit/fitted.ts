import { priorsOf, type Prior } from '../../lib/debrief/fit/prior.ts';
import { recordOrders } from '../../lib/exercise/world/orders.ts';
import type { Scenario } from '../../lib/scenario/scenario.ts';
import type { Order } from '../../lib/sim/model.ts';
import { loadPack, readLibrary } from '../packs.ts';

export const SCENARIO = 'july-2024';

/** What is fitted: the scenario, what its record orders, and the priors that its model card states. */
export interface Fitted {
	readonly scenario: Scenario;
	readonly record: readonly Order[];
	readonly priors: readonly Prior[];
}

/** Read once, so that whoever edits the files meanwhile changes nothing half-way. */
export function readFitted(): Fitted {
	const { scenario, exercise } = loadPack(SCENARIO);
	return {
		scenario,
		record: exercise.record.flatMap((act) => recordOrders(exercise, act)),
		priors: priorsOf(readLibrary().models[scenario.model!]!.parameters)
	};
}
