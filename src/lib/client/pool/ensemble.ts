import { ordersOfMembers, type Ensemble } from '../../scenario/calibration/ensemble.ts';
import type { Library } from '../../scenario/scenario.ts';
import type { Order } from '../../sim/model.ts';
import type { Pack } from '../../room/scenario-library.ts';

/**
 * The accepted parameter sets of a scenario, as orders for its start; none where its model parameters are not those that
 * were calibrated. Fetched when they are first asked for.
 */
export async function ensembleOf({ scenario }: Pack, library: Library): Promise<readonly Order[][]> {
	if (scenario.model === null) return [];
	const { default: ensemble } = await import('../../scenario/calibration/ensemble.generated.json');
	return ordersOfMembers(ensemble as Ensemble, scenario, library);
}
