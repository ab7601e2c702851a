import type { Scenario } from '../scenario.ts';
import { choicesOf, readValue } from '../resolve/value.ts';
import type { ParameterEntry } from '../schema/setting.ts';
import { exp } from '../../sim/exact/exp.ts';
import { log } from '../../sim/exact/log.ts';
import type { Order, Setting } from '../../sim/model.ts';
import { PARAMETERS, type ParameterId } from '../../sim/parameters.ts';

/**
 * What is believed of one parameter before any run: each value between the bounds is as likely as any other by its
 * order of magnitude (log-uniform), or by its size where zero is possible (uniform); of named choices, each is as likely
 * as any other.
 */
export interface Prior {
	readonly parameter: ParameterId;
	/** `value`: the bounds are in the parameter's unit. `factor`: they multiply every number of the entry. */
	readonly of: 'value' | 'factor';
	readonly shape: 'logUniform' | 'uniform' | 'choice';
	/** The numbers of the choices, in the order of the model parameters; none for a number between bounds. */
	readonly choices: readonly number[];
	readonly low: number;
	readonly high: number;
	/** The value of the model parameters, or 1 for a factor. */
	readonly central: number;
}

/** Significant digits of a drawn number: it is rounded before it is run, so that what is stored is what was run. */
const DIGITS = 4;

/** The priors that the model parameters state, in their order: one for each entry with a range, a factor or plausible choices. */
export function priorsOf(entries: readonly ParameterEntry[]): Prior[] {
	return entries.flatMap(({ set, value, range, factor, either }): Prior[] => {
		if (either !== undefined) return [choicePrior(set as ParameterId, value as string, either)];
		const bounds = range ?? factor;
		if (bounds === undefined) return [];
		const [low, high] = bounds;
		const central = range === undefined ? 1 : (value as number);
		return [
			{
				parameter: set as ParameterId,
				of: range === undefined ? 'factor' : 'value',
				shape: low > 0 ? 'logUniform' : 'uniform',
				choices: [],
				low,
				high,
				central
			}
		];
	});
}

function choicePrior(parameter: ParameterId, value: string, either: readonly string[]): Prior {
	const numberOf = (choice: string): number => {
		const read = readValue(parameter, choice, []);
		if ('value' in read) return read.value;
		throw new Error(`${parameter}: ${read.code} ${JSON.stringify(read.params)}`);
	};
	const choices = either.map(numberOf);
	return {
		parameter,
		of: 'value',
		shape: 'choice',
		choices,
		low: Math.min(...choices),
		high: Math.max(...choices),
		central: numberOf(value)
	};
}

/** The names of a prior's choices, in its order; none for a number. */
export function choiceNames({ parameter, choices }: Prior): string[] {
	return choices.map((choice) => choicesOf(parameter, [])[choice]!);
}

/** The number that a uniform draw `u` stands for under a prior. */
export function drawn({ shape, choices, low, high }: Prior, u: number): number {
	if (shape === 'choice') return choices[sliceOf(choices, u)]!;
	const value = shape === 'uniform' ? low + (high - low) * u : exp(log(low) + (log(high) - log(low)) * u);
	return rounded(Math.min(high, Math.max(low, value)));
}

/**
 * Where a regression is to see a draw `u` along its axis: the middle of its slice for a choice, which has only as many
 * values as names; `u` itself for a number.
 */
export function coordinate({ choices }: Pick<Prior, 'choices'>, u: number): number {
	return choices.length === 0 ? u : (sliceOf(choices, u) + 0.5) / choices.length;
}

const sliceOf = (choices: readonly number[], u: number) =>
	Math.min(choices.length - 1, Math.floor(u * choices.length));

/** Rounded to the digits that are kept. */
export function rounded(value: number): number {
	return Number(value.toPrecision(DIGITS));
}

/**
 * The orders that put a draw in force at minute 0. Every setting of a drawn parameter, of whatever sector or
 * organisation, is multiplied by the same factor, so that what is known about their order stays known. A choice takes
 * the place of every setting of its parameter.
 */
export function drawOrders(
	settings: Scenario['settings'],
	priors: readonly Prior[],
	draw: readonly number[]
): Order[] {
	return priors.flatMap(({ parameter, of, shape, central }, index) => {
		const number = draw[index]!;
		const factor = of === 'factor' ? number : number / central;
		const value = (own: number) => (shape === 'choice' ? number : bounded(parameter, own * factor));
		return settings
			.filter((setting) => setting.parameter === parameter)
			.map((setting) => ({ ...setting, value: value(setting.value), atMin: 0 }));
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
