import { memberOrders, type Ensemble } from '../../scenario/calibration/ensemble.ts';
import { priorsOf } from '../../scenario/calibration/prior.ts';
import type { Library } from '../../scenario/scenario.ts';
import type { Order } from '../../sim/model.ts';
import type { Pack } from '../../room/scenario-library.ts';

/**
 * The accepted parameter sets of a scenario, as orders for its start; none where its model parameters are not those that
 * were calibrated. Fetched when they are first asked for.
 */
export async function ensembleOf({ scenario }: Pack, { models }: Library): Promise<readonly Order[][]> {
	const model = scenario.model === null ? undefined : models[scenario.model];
	if (model === undefined) return [];
	const { default: ensemble } = await import('../../scenario/calibration/ensemble.generated.json');
	const priors = priorsOf(model.parameters);
	const { parameters, members } = ensemble as Ensemble;
	const isSame = priors.map(({ parameter }) => parameter).join() === parameters.join();
	return isSame ? members.map((member) => memberOrders(scenario.settings, priors, member)) : [];
}
