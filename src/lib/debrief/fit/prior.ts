import type { Scenario } from '../../scenario/scenario.ts';
import type { ParameterEntry } from '../../scenario/schema/setting.ts';
import { exp } from '../../sim/exact/exp.ts';
import { log } from '../../sim/exact/log.ts';
import type { Order, Setting } from '../../sim/model.ts';
import { PARAMETERS, type ParameterId } from '../../sim/parameters.ts';

/**
 * What is believed of one parameter before any run: each value between the bounds is as likely as any other by its
 * order of magnitude (log-uniform), or by its size where zero is possible (uniform).
 */
export interface Prior {
	readonly parameter: ParameterId;
	/** `value`: the bounds are in the parameter's unit. `factor`: they multiply every number of the entry. */
	readonly of: 'value' | 'factor';
	readonly shape: 'logUniform' | 'uniform';
	readonly low: number;
	readonly high: number;
	/** The model card's own value, or 1 for a factor. */
	readonly central: number;
}

/** Significant digits of a drawn number: it is rounded before it is run, so that what is stored is what was run. */
const DIGITS = 4;

/** The priors that a model card states, in its order: one for each entry with a range or a factor. */
export function priorsOf(entries: readonly ParameterEntry[]): Prior[] {
	return entries.flatMap(({ set, value, range, factor }): Prior[] => {
		const bounds = range ?? factor;
		if (bounds === undefined) return [];
		const [low, high] = bounds;
		const central = range === undefined ? 1 : (value as number);
		return [
			{
				parameter: set as ParameterId,
				of: range === undefined ? 'factor' : 'value',
				shape: low > 0 ? 'logUniform' : 'uniform',
				low,
				high,
				central
			}
		];
	});
}

/** The number that a uniform draw `u` stands for under a prior. */
export function drawn({ shape, low, high }: Prior, u: number): number {
	const value = shape === 'uniform' ? low + (high - low) * u : exp(log(low) + (log(high) - log(low)) * u);
	return rounded(Math.min(high, Math.max(low, value)));
}

/** Rounded to the digits that are kept. */
export function rounded(value: number): number {
	return Number(value.toPrecision(DIGITS));
}

/**
 * The orders that put a draw in force at minute 0. Every setting of a drawn parameter, of whatever sector or
 * organisation, is multiplied by the same factor, so that what is known about their order stays known.
 */
export function drawOrders(
	settings: Scenario['settings'],
	priors: readonly Prior[],
	draw: readonly number[]
): Order[] {
	return priors.flatMap(({ parameter, of, central }, index) => {
		const factor = of === 'factor' ? draw[index]! : draw[index]! / central;
		return settings
			.filter((setting) => setting.parameter === parameter)
			.map((setting) => ({ ...setting, value: bounded(parameter, setting.value * factor), atMin: 0 }));
	});
}

/** The value of a parameter for a whole sector before anything is drawn: its own, or the world's. */
export function sectorValue(settings: readonly Setting[], parameter: ParameterId, sector: string): number {
	const known = settings.filter(
		({ parameter: of, scope }) =>
			of === parameter && (scope.kind === 'world' || (scope.kind === 'sector' && scope.id === sector))
	);
	return known[known.length - 1]!.value;
}

/** As near to `value` as the parameter can be. */
export function bounded(parameter: ParameterId, value: number): number {
	const { min, max } = PARAMETERS[parameter];
	return Math.min(max, Math.max(min, value));
}
