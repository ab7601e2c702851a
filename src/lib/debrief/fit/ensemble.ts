import type { Scenario } from '../../scenario/scenario.ts';
import type { Order } from '../../sim/model.ts';
import type { ParameterId } from '../../sim/parameters.ts';
import { FORTUNE_SHARES } from './fortune-500.ts';
import { bounded, drawOrders, rounded, sectorValue, type Prior } from './prior.ts';

/** One accepted set of parameters. */
export interface Member {
	/** A drawn value or factor for each prior, in the priors' order. */
	readonly draw: readonly number[];
	/** For each of {@link FORTUNE_SHARES}: the share that was drawn, and the factor on losses by unit that it asks for. */
	readonly shares: readonly number[];
	readonly lossFactors: readonly number[];
}

/** Accepted sets, with the parameters that their draws are of: a card that has changed since is noticed. */
export interface Ensemble {
	readonly parameters: readonly string[];
	readonly members: readonly Member[];
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

/** Orders that multiply what lost, late and shed units cost in each calibrated sector, on top of what was drawn. */
export function lossOrders(
	settings: Scenario['settings'],
	priors: readonly Prior[],
	draw: readonly number[],
	lossFactors: readonly number[]
): Order[] {
	return FORTUNE_SHARES.flatMap(({ sector }, index) =>
		LOSSES.map((parameter): Order => {
			const prior = priors.findIndex((one) => one.parameter === parameter);
			const value = sectorValue(settings, parameter, sector) * (prior < 0 ? 1 : draw[prior]!);
			return {
				atMin: 0,
				parameter,
				scope: { kind: 'sector', id: sector },
				value: bounded(parameter, value * lossFactors[index]!)
			};
		})
	);
}

/**
 * The factors on losses by unit with which each sector's Fortune 500 part loses what was measured. Losses are linear in
 * them, so two runs tell: one as drawn, one with every factor 2; the difference is what units cost, the rest is what
 * repairs and breaches cost. Null where a sector's repairs alone cost more than was measured.
 */
export function solveLossFactors(
	lossUsd: Readonly<Record<string, number>>,
	doubledUsd: Readonly<Record<string, number>>,
	targetsUsd: readonly number[],
	shares: readonly number[]
): number[] | null {
	const factors = FORTUNE_SHARES.map(({ sector }, index) => {
		const units = doubledUsd[sector]! - lossUsd[sector]!;
		const rest = lossUsd[sector]! - units;
		return rounded((targetsUsd[index]! / shares[index]! - rest) / units);
	});
	return factors.every((factor) => factor > 0 && factor < Infinity) ? factors : null;
}
