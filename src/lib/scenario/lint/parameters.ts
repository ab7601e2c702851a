import { HOST_CLASSES, type HostClass } from '../../sim/model.ts';
import {
	PARAMETER_IDS,
	PARAMETERS,
	parameterSpec,
	type ParameterId,
	type ParameterSpec
} from '../../sim/parameters.ts';
import type { Finding, Path } from '../parse/fault.ts';
import { suggestion } from '../parse/nearest.ts';
import { readValue } from '../resolve/value.ts';
import { readScope } from '../schema/scope.ts';
import type { EffectEntry, ParameterEntry, ParameterValue } from '../schema/setting.ts';
import { keyReferences, reference, type Linted } from './context.ts';

/** Names that settings may refer to. */
interface Known {
	readonly vendors: readonly string[];
	readonly sectors: readonly string[];
	readonly organisations: readonly string[];
	/** Null where they are not known yet: in model parameters. */
	readonly ringPlans: readonly string[] | null;
}

type Entry = Pick<EffectEntry, 'set' | 'value' | 'scope' | 'class'>;

/** Values, scopes and classes of every parameter, effect and act; every parameter has a value everywhere. */
export function* parameterRule({ file, parts, model }: Linted): Generator<Finding> {
	const known: Known = {
		vendors: file.vendors.map(({ id }) => id),
		sectors: parts.sectors.map(({ id }) => id),
		organisations: file.organisations.map(({ id }) => id),
		ringPlans: file.ringPlans.map(({ id }) => id)
	};
	for (const [i, entry] of file.parameters.entries()) yield* parameterEntry(['parameters', i], entry, known);
	// The plans are the scenario's, so the model could not be asked whether it names one of them.
	for (const { set, value } of model?.parameters ?? []) {
		if (set === 'rollout.plan') yield* scalar(['model'], set, value, undefined, known);
	}
	yield* missing([...(model?.parameters ?? []), ...file.parameters]);

	for (const [i, { role, phase, effects }] of file.decisions.entries()) {
		const own = file.organisations.filter((organisation) => organisation.role === role);
		for (const [e, effect] of effects.entries()) {
			const path = ['decisions', i, 'effects', e];
			yield* setting(path, effect, known);
			yield* ownScope(path, effect, own.length);
			const before = parameterSpec(effect.set)?.before === true;
			if (before && phase !== 'preparation') {
				const message = `'${effect.set}' can only be set before the incident`;
				yield { path: [...path, 'set'], message, remedy: 'make this a decision of the phase preparation' };
			}
		}
	}
	for (const [i, { role, set }] of file.record.acts.entries()) {
		const own = file.organisations.filter((organisation) => organisation.role === role);
		for (const [e, effect] of (set ?? []).entries()) {
			yield* setting(['record', 'acts', i, 'set', e], effect, known);
			yield* ownScope(['record', 'acts', i, 'set', e], effect, own.length);
		}
	}
}

/** An entry of a list of parameters: a sound setting with a reason and bounds that hold its value. */
export function* parameterEntry(path: Path, entry: ParameterEntry, known: Known): Generator<Finding> {
	const spec = parameterSpec(entry.set);
	yield* setting(path, entry, known);
	if (entry.scope === 'own') {
		yield { path: [...path, 'scope'], message: 'own is for decisions', remedy: 'name the organisation' };
	}
	if (spec !== undefined && entry.sectors !== undefined) {
		if (spec.owner !== 'group') {
			const message = `'${entry.set}' does not differ by sector`;
			yield { path: [...path, 'sectors'], message, remedy: 'remove it', onKey: true };
		}
		for (const [id, value] of Object.entries(entry.sectors)) {
			yield* scalar([...path, 'sectors', id], entry.set as ParameterId, value, entry.class, known);
		}
	}
	if ((entry.facts ?? []).length === 0 && entry.assumed === undefined) {
		yield {
			path,
			message: `nothing says where '${entry.set}' comes from`,
			remedy: 'add facts, or assumed with the reason'
		};
	}
	yield* bounds(path, entry);
	yield* plausibleChoices(path, entry, known);
}

function* bounds(path: Path, { value, sectors, range, factor }: ParameterEntry): Generator<Finding> {
	if (range !== undefined) {
		const [low, high] = range;
		if (typeof value !== 'number' || sectors !== undefined) {
			yield {
				path: [...path, 'range'],
				message: 'a range is for one number',
				remedy: 'use factor: [low, high]'
			};
		} else if (!(low <= value && value <= high)) {
			yield {
				path: [...path, 'range'],
				message: `the range does not hold ${value}`,
				remedy: 'write [low, high] around it'
			};
		}
	}
	if (factor !== undefined && typeof value !== 'number' && typeof value !== 'object') {
		yield {
			path: [...path, 'factor'],
			message: 'a factor is for numbers',
			remedy: 'use either: [one, other]'
		};
	} else if (factor !== undefined && !(0 < factor[0] && factor[0] <= 1 && factor[1] >= 1)) {
		yield { path: [...path, 'factor'], message: 'the factor does not hold 1', remedy: 'write like [0.5, 2]' };
	}
}

/** Two or more names that the parameter can have, the value among them, each once. */
function* plausibleChoices(path: Path, entry: ParameterEntry, known: Known): Generator<Finding> {
	const { set, value, sectors, either } = entry;
	const spec = parameterSpec(set);
	if (either === undefined || spec === undefined) return;
	const at = [...path, 'either'];
	if (spec.choices === undefined || spec.choices.length === 0) {
		const message = `'${set}' has no list of names of its own`;
		yield { path: at, message, remedy: 'remove either; what numbers may be stands in range or factor' };
		return;
	}
	if (sectors !== undefined) {
		const message = 'either is for one choice, not for one by sector';
		yield { path: at, message, remedy: 'remove sectors, or either' };
	}
	for (const [i, choice] of either.entries()) {
		yield* scalar([...at, i], set as ParameterId, choice, undefined, known);
		if (either.indexOf(choice) < i) {
			yield { path: [...at, i], message: `'${choice}' stands twice`, remedy: 'name each choice once' };
		}
	}
	if (either.length < 2) {
		yield { path: at, message: 'either names fewer than two choices', remedy: 'name each plausible one' };
	} else if (typeof value === 'string' && !either.includes(value)) {
		yield { path: at, message: `either does not hold '${value}'`, remedy: 'add the value to it' };
	}
}

function* setting(
	path: Path,
	{ set, value, scope, class: hostClass }: Entry,
	known: Known
): Generator<Finding> {
	const spec = parameterSpec(set);
	if (spec === undefined) {
		yield {
			path: [...path, 'set'],
			message: `there is no parameter '${set}'`,
			remedy: suggestion(set, PARAMETER_IDS)
		};
		return;
	}
	const read = readScope(scope);
	const at = [...path, 'scope'];
	if (read.kind === 'vendor' || read.kind === 'sector' || read.kind === 'organisation') {
		const names = { vendor: known.vendors, sector: known.sectors, organisation: known.organisations }[
			read.kind
		];
		if ((read.kind === 'vendor' ? 'vendor' : 'group') !== spec.owner) {
			const owner = { world: 'the world', vendor: 'a vendor', group: 'a sector or an organisation' }[
				spec.owner
			];
			yield {
				path: at,
				message: `'${set}' belongs to ${owner}, not to a ${read.kind}`,
				remedy: 'change the scope'
			};
		} else yield* reference(at, read.kind, read.id, names);
	}
	if (hostClass !== undefined && spec.perClass !== true) {
		yield {
			path: [...path, 'class'],
			message: `'${set}' is not set by host class`,
			remedy: 'remove the class'
		};
	}
	yield* scalar([...path, 'value'], set as ParameterId, value, hostClass, known);
}

function* scalar(
	path: Path,
	id: ParameterId,
	value: ParameterValue,
	hostClass: HostClass | undefined,
	{ ringPlans }: Known
): Generator<Finding> {
	if (id === 'rollout.plan' && ringPlans === null) return;
	if (typeof value !== 'object') {
		const read = readValue(id, value, ringPlans ?? []);
		if ('message' in read) yield { path, ...read };
		return;
	}
	if ((PARAMETERS[id] as ParameterSpec).perClass !== true || hostClass !== undefined) {
		yield { path, message: `'${id}' takes one value here`, remedy: 'write a single value' };
	}
	for (const each of HOST_CLASSES) {
		const ofClass = value[each];
		if (ofClass === undefined) continue;
		const read = readValue(id, ofClass, ringPlans ?? []);
		if ('message' in read) yield { path: [...path, each], ...read };
	}
}

function* ownScope(path: Path, { set, scope }: EffectEntry, organisations: number): Generator<Finding> {
	if (scope !== 'own') return;
	const at = [...path, 'scope'];
	if (parameterSpec(set)?.owner !== 'group') {
		yield { path: at, message: `'${set}' is not an organisation's`, remedy: 'change the scope' };
	} else if (organisations === 0) {
		yield { path: at, message: 'this role has no organisation', remedy: 'name a sector or an organisation' };
	}
}

/** Parameters without a value for the whole world; one that is set by class needs a value for each class. */
function* missing(entries: readonly ParameterEntry[]): Generator<Finding> {
	for (const id of PARAMETER_IDS) {
		const everywhere = entries.filter(({ set, scope }) => set === id && (scope ?? 'world') === 'world');
		const classes = HOST_CLASSES.filter((each) =>
			everywhere.some(({ value, class: hostClass }) =>
				typeof value === 'object' ? value[each] !== undefined : hostClass === undefined || hostClass === each
			)
		);
		if (classes.length === HOST_CLASSES.length) continue;
		const lacking = HOST_CLASSES.filter((each) => !classes.includes(each)).join(', ');
		const message =
			everywhere.length === 0 ? `the parameter '${id}' has no value` : `'${id}' has no value for ${lacking}`;
		yield {
			path: ['parameters'],
			message,
			remedy: 'set it for the world, or name a model that does'
		};
	}
}

/** Keys of `sectors` in entries that name none: for model parameters, which have sectors of their own. */
export function* sectorKeys(
	path: Path,
	{ sectors }: ParameterEntry,
	known: readonly string[]
): Generator<Finding> {
	yield* keyReferences([...path, 'sectors'], 'sector', sectors ?? {}, known);
}
