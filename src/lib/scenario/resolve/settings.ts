import { HOST_CLASSES, type HostClass, type Scope, type Setting } from '../../sim/model.ts';
import type { LeverId } from '../../sim/parameters.ts';
import type { Effect, Scenario } from '../scenario.ts';
import type { ScenarioFile } from '../schema/scenario.ts';
import { readScope } from '../schema/scope.ts';
import type { EffectEntry, Factor, ParameterEntry, ParameterValue, ScalarValue } from '../schema/setting.ts';
import { readValue } from './value.ts';

/** What the settings of a scenario refer to. */
export interface Names {
	readonly sectors: ReadonlySet<string>;
	readonly ringPlans: readonly string[];
}

/** The order in which scopes apply: the broad before the narrow. */
const BREADTH: Record<Scope['kind'], number> = { world: 0, vendor: 1, sector: 1, organisation: 2 };

/** Settings of checked entries in the order in which they apply. Values for sectors that do not exist here are left out. */
export function settingsOf(entries: readonly ParameterEntry[], names: Names): Setting[] {
	const settings = entries.flatMap(({ set, value, scope, class: hostClass, sectors }) => [
		...expand(set, value, [readScope(scope) as Scope], hostClass, names),
		...Object.entries(sectors ?? {}).flatMap(([id, ofSector]) =>
			expand(set, ofSector, [{ kind: 'sector', id }], hostClass, names)
		)
	]);
	return settings
		.filter(({ scope }) => scope.kind !== 'sector' || names.sectors.has(scope.id))
		.map((setting, index) => ({ setting, index }))
		.sort((a, b) => BREADTH[a.setting.scope.kind] - BREADTH[b.setting.scope.kind] || a.index - b.index)
		.map(({ setting }) => setting);
}

/** Effects of checked entries; the scope `own` is each of `own`, the organisations of the role that decides. */
export function effectsOf(entries: readonly EffectEntry[], own: readonly string[], names: Names): Effect[] {
	return entries.flatMap(({ set, value, times, scope, class: hostClass, after }) => {
		const read = readScope(scope);
		const scopes: Scope[] = read.kind === 'own' ? own.map((id) => ({ kind: 'organisation', id })) : [read];
		const settings =
			times === undefined
				? expand(set, value!, scopes, hostClass, names)
				: numbered(set, times, scopes, hostClass).map((one) => ({ ...one, multiplies: true as const }));
		return settings.map((setting) => ({ ...setting, afterMin: after ?? 0 }));
	});
}

/** What a room may set of how well a vendor sees. */
export function signalOf(
	{ role, better, blind }: NonNullable<ScenarioFile['signal']>,
	names: Names
): NonNullable<Scenario['signal']> {
	const settings = (level: typeof better) =>
		level.map(({ set, value, scope }) => {
			return {
				parameter: set,
				scope: readScope(scope) as Scope,
				value: numberOf(set, value, names.ringPlans)
			};
		});
	return { role, better: settings(better), blind: settings(blind) };
}

function expand(
	parameter: string,
	value: ParameterValue,
	scopes: readonly Scope[],
	hostClass: HostClass | undefined,
	{ ringPlans }: Names
): Setting[] {
	const numbers = typeof value === 'object' ? value : numberOf(parameter, value, ringPlans);
	return numbered(parameter, numbers, scopes, hostClass);
}

/** A setting for each scope, and for each class where there is a number by class. */
function numbered(
	parameter: string,
	value: Factor,
	scopes: readonly Scope[],
	hostClass: HostClass | undefined
): Setting[] {
	return scopes.flatMap((scope): Setting[] => {
		if (typeof value === 'object') {
			return HOST_CLASSES.flatMap((each) =>
				value[each] === undefined ? [] : [{ parameter, scope, hostClass: each, value: value[each] }]
			);
		}
		return [hostClass === undefined ? { parameter, scope, value } : { parameter, scope, hostClass, value }];
	});
}

function numberOf(parameter: string, value: ScalarValue, ringPlans: readonly string[]): number {
	const read = readValue(parameter as LeverId, value, ringPlans);
	if ('value' in read) return read.value;
	throw new TypeError(`${parameter}: ${read.code}`);
}
