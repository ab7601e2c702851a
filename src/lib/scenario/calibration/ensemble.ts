import type { Order } from '../../sim/model.ts';
import type { ParameterId } from '../../sim/parameters.ts';
import type { Library, Scenario } from '../scenario.ts';
import { bounded, drawOrders, priorsOf, sectorValue, type Prior } from './prior.ts';

/** One accepted parameter set. */
export interface Member {
	/** A drawn value or factor for each prior, in the priors' order. */
	readonly draw: readonly number[];
	/** For each sector whose losses were measured: the factor on losses by unit that meets the measured figure. */
	readonly lossFactors: Readonly<Record<string, number>>;
}

/** Accepted parameter sets, with the parameters drawn: a change of the model parameters since then is noticed. */
export interface Ensemble {
	readonly parameters: readonly string[];
	readonly members: readonly Member[];
}

/**
 * The accepted sets as orders for the start of a scenario; none where its model parameters are not those that were
 * calibrated.
 */
export function membersFor(
	scenario: Scenario,
	{ models }: Pick<Library, 'models'>,
	{ parameters, members }: Ensemble
): readonly Order[][] {
	const model = scenario.model === null ? undefined : models[scenario.model];
	if (model === undefined) return [];
	const priors = priorsOf(model.parameters);
	const isSame = priors.map(({ parameter }) => parameter).join() === parameters.join();
	return isSame ? members.map((member) => memberOrders(scenario.settings, priors, member)) : [];
}

const LOSSES: readonly ParameterId[] = [
	'service.lossPerUnitUsd',
	'service.delayPerUnitUsd',
	'service.shedPerUnitUsd'
];

/** The orders that put an accepted set in force at minute 0. */
export function memberOrders(
	settings: Scenario['settings'],
	priors: readonly Prior[],
	{ draw, lossFactors }: Member
): Order[] {
	return [...drawOrders(settings, priors, draw), ...lossOrders(settings, priors, draw, lossFactors)];
}

/**
 * Orders that multiply what lost, late and shed units cost, on top of what was drawn.
 *
 * @param lossFactors by sector
 */
export function lossOrders(
	settings: Scenario['settings'],
	priors: readonly Prior[],
	draw: readonly number[],
	lossFactors: Readonly<Record<string, number>>
): Order[] {
	return Object.entries(lossFactors).flatMap(([sector, factor]) =>
		LOSSES.map((parameter): Order => {
			const prior = priors.findIndex((one) => one.parameter === parameter);
			const value = sectorValue(settings, parameter, sector) * (prior < 0 ? 1 : draw[prior]!);
			return {
				atMin: 0,
				parameter,
				scope: { kind: 'sector', id: sector },
				value: bounded(parameter, value * factor)
			};
		})
	);
}
