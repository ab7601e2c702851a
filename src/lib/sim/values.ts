import { CLASS_COUNT, HOST_CLASSES, groupCount, type Model, type Scope, type Setting } from './model.ts';
import {
	isOptional,
	OPTIONAL_PARAMETER_IDS,
	OPTIONAL_PARAMETERS,
	unlessSet,
	type OptionalParameterId
} from './optional-parameters.ts';
import {
	PARAMETER_IDS,
	PARAMETERS,
	parameterSpec,
	type LeverId,
	type ParameterId,
	type ParameterSpec
} from './parameters.ts';
import type { SettingFault, SettingFaults } from './setting-fault.ts';

/**
 * Parameter values as one flat array, part of the state of a world: for each parameter a run of owners (the world, or
 * each vendor, or each group), and for each owner one value, or five where the parameter is set by host class.
 */
export interface ValueLayout {
	/** An optional parameter is there where the model's settings name it, after all others. */
	readonly offset: Readonly<Record<ParameterId, number> & Partial<Record<OptionalParameterId, number>>>;
	readonly size: number;
}

export function valueLayout(model: Model): ValueLayout {
	const offset = {} as Record<LeverId, number>;
	let size = 0;
	for (const id of PARAMETER_IDS) {
		offset[id] = size;
		size += ownerCount(PARAMETERS[id], model) * width(PARAMETERS[id]);
	}
	for (const id of OPTIONAL_PARAMETER_IDS) {
		if (!isNamed(model, id)) continue;
		offset[id] = size;
		size += ownerCount(OPTIONAL_PARAMETERS[id], model) * width(OPTIONAL_PARAMETERS[id]);
	}
	return { offset, size };
}

function isNamed({ settings }: Model, id: OptionalParameterId): boolean {
	return settings.some(({ parameter }) => parameter === id);
}

/** Writes what holds before minute 0 into `values`, which is empty. */
export function firstValues(model: Model, layout: ValueLayout, values: Float64Array): void {
	for (const id of OPTIONAL_PARAMETER_IDS) {
		const start = layout.offset[id];
		if (start === undefined) continue;
		const spec: ParameterSpec = OPTIONAL_PARAMETERS[id];
		for (let at = 0; at < ownerCount(spec, model) * width(spec); at++)
			values[start + at] = unlessSet(id, at % width(spec));
	}
	for (const setting of model.settings) applySetting(model, layout, values, setting);
}

/** A parameter's value for an owner (0 for the world's own), and for a class where it is set by class. */
export function valueAt(
	world: { readonly layout: ValueLayout; readonly values: Float64Array },
	id: ParameterId,
	owner: number,
	hostClass = 0
): number {
	return world.values[world.layout.offset[id] + owner * width(PARAMETERS[id]) + hostClass]!;
}

/** The value of a parameter that the world may not have. */
export function optionalAt(
	world: { readonly layout: ValueLayout; readonly values: Float64Array },
	id: OptionalParameterId,
	owner: number,
	hostClass = 0
): number {
	const start = world.layout.offset[id];
	if (start === undefined) return unlessSet(id, hostClass);
	return world.values[start + owner * width(OPTIONAL_PARAMETERS[id]) + hostClass]!;
}

/** Writes a setting into `values`. The setting must be sound: see {@link settingFault}. */
export function applySetting(
	model: Model,
	layout: ValueLayout,
	values: Float64Array,
	setting: Setting
): void {
	const spec = parameterSpec(setting.parameter)!;
	const start = layout.offset[setting.parameter as LeverId]!;
	const classes = width(spec);
	for (const owner of owners(model, spec, setting.scope)) {
		for (let c = 0; c < classes; c++) {
			if (setting.hostClass !== undefined && HOST_CLASSES[c] !== setting.hostClass) continue;
			const at = start + owner * classes + c;
			values[at] =
				setting.multiplies === true
					? Math.min(spec.max, Math.max(spec.min, values[at]! * setting.value))
					: setting.value;
		}
	}
}

/** What an effect may multiply a value by: less or more is a slip of the pen. */
export const LEAST_FACTOR = 0.001;
export const MOST_FACTOR = 1000;

/** What is wrong with a setting for this model; null when it is sound. */
export function settingFault(
	model: Model,
	{ parameter, value, scope, hostClass, multiplies }: Setting
): SettingFault | null {
	const spec = parameterSpec(parameter);
	if (spec === undefined || (isOptional(parameter) && !isNamed(model, parameter)))
		return noSuchName('parameter', parameter);
	if (hostClass !== undefined && spec.perClass !== true) return { code: 'notByClass', params: { parameter } };
	if (hostClass !== undefined && !HOST_CLASSES.includes(hostClass)) return noSuchName('hostClass', hostClass);
	const { unit, owner } = spec;
	const isPicked = unit === 'flag' || unit === 'choice';
	if (multiplies === true && isPicked) return { code: 'notMultiplied', params: { parameter } };
	const min = multiplies === true ? LEAST_FACTOR : spec.min;
	const most = parameter === 'rollout.plan' ? model.ringPlans.length - 1 : spec.max;
	const max = multiplies === true ? MOST_FACTOR : most;
	if (!(value >= min && value <= max))
		return { code: 'outOfRange', params: { parameter, value, min, max, unit } };
	if (isPicked && !Number.isInteger(value)) return { code: 'fraction', params: { parameter, value } };
	if (scope.kind === 'world') return null;
	if (owner !== (scope.kind === 'vendor' ? 'vendor' : 'group'))
		return { code: 'otherOwner', params: { parameter, owner, scope: scope.kind } };
	const known = { vendor: model.vendors, sector: model.sectors, organisation: model.organisations }[
		scope.kind
	];
	return known.some(({ id }) => id === scope.id) ? null : noSuchName(scope.kind, scope.id);
}

const noSuchName = (kind: SettingFaults['noSuchName']['kind'], id: string): SettingFault => ({
	code: 'noSuchName',
	params: { kind, id }
});

export function width(spec: ParameterSpec): number {
	return spec.perClass === true ? CLASS_COUNT : 1;
}

export function ownerCount(spec: ParameterSpec, model: Model): number {
	if (spec.owner === 'world') return 1;
	return spec.owner === 'vendor' ? model.vendors.length : groupCount(model);
}

function owners(model: Model, spec: ParameterSpec, scope: Scope): number[] {
	switch (scope.kind) {
		case 'world':
			return Array.from({ length: ownerCount(spec, model) }, (_, owner) => owner);
		case 'vendor':
			return [model.vendors.findIndex(({ id }) => id === scope.id)];
		case 'organisation':
			return [model.sectors.length + model.organisations.findIndex(({ id }) => id === scope.id)];
		case 'sector': {
			const sector = model.sectors.findIndex(({ id }) => id === scope.id);
			const members = model.organisations.flatMap((organisation, index) =>
				organisation.sector === sector ? [model.sectors.length + index] : []
			);
			return [sector, ...members];
		}
	}
}
