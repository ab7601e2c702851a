import { membersFor, type Ensemble } from '../../scenario/calibration/ensemble.ts';
import type { Library } from '../../scenario/scenario.ts';
import type { Order } from '../../sim/model.ts';
import type { Pack } from '../../room/scenario-library.ts';

/** The accepted parameter sets of a scenario, as orders for its start. Fetched when they are first asked for. */
export async function ensembleOf({ scenario }: Pack, library: Library): Promise<readonly Order[][]> {
	if (scenario.model === null) return [];
	const { default: ensemble } = await import('../../scenario/calibration/ensemble.generated.json');
	return membersFor(scenario, library, ensemble as Ensemble);
}
