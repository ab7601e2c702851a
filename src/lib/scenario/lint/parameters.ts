import { HOST_CLASSES, type HostClass } from '../../sim/model.ts';
import { OPTIONAL_PARAMETER_IDS } from '../../sim/optional-parameters.ts';
import { LEVER_IDS, PARAMETER_IDS, parameterSpec, type LeverId } from '../../sim/parameters.ts';
import { LEAST_FACTOR, MOST_FACTOR } from '../../sim/values.ts';
import type { Finding, Path } from '../faults/fault.ts';
import { namesLike } from '../parse/nearest.ts';
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
	const effects = [
		...file.decisions.flatMap((decision) => decision.effects),
		...file.record.acts.flatMap((act) => act.set ?? []),
		...(file.signal?.better ?? []),
		...(file.signal?.blind ?? [])
	];
	const moved = OPTIONAL_PARAMETER_IDS.filter((id) => effects.some(({ set }) => set === id));
	yield* missing([...(model?.parameters ?? []), ...file.parameters], [...PARAMETER_IDS, ...moved]);

	for (const [i, { role, phase, effects }] of file.decisions.entries()) {
		const own = file.organisations.filter((organisation) => organisation.role === role);
		for (const [e, effect] of effects.entries()) {
			const path = ['decisions', i, 'effects', e];
			yield* effectEntry(path, effect, known);
			yield* ownScope(path, effect, own.length);
			const isBefore = parameterSpec(effect.set)?.before === true;
			if (isBefore && phase !== 'preparation')
				yield { path: [...path, 'set'], code: 'onlyBefore', params: { parameter: effect.set } };
		}
	}
	for (const level of ['better', 'blind'] as const) {
		for (const [i, entry] of (file.signal?.[level] ?? []).entries())
			yield* setting(['signal', level, i], { ...entry, class: undefined }, known);
	}
	for (const [i, { role, set }] of file.record.acts.entries()) {
		const own = file.organisations.filter((organisation) => organisation.role === role);
		for (const [e, effect] of (set ?? []).entries()) {
			yield* effectEntry(['record', 'acts', i, 'set', e], effect, known);
			yield* ownScope(['record', 'acts', i, 'set', e], effect, own.length);
		}
	}
}

/** An entry of a list of parameters: a sound setting with a reason and bounds that hold its value. */
export function* parameterEntry(path: Path, entry: ParameterEntry, known: Known): Generator<Finding> {
	const spec = parameterSpec(entry.set);
	yield* setting(path, entry, known);
	if (entry.scope === 'own') yield { path: [...path, 'scope'], code: 'ownOutsideDecision', params: {} };
	if (spec !== undefined && entry.sectors !== undefined) {
		if (spec.owner !== 'group') {
			const params = { parameter: entry.set };
			yield { path: [...path, 'sectors'], code: 'notBySector', params, onKey: true };
		}
		for (const [id, value] of Object.entries(entry.sectors)) {
			yield* scalar([...path, 'sectors', id], entry.set as LeverId, value, entry.class, known);
		}
	}
	if ((entry.facts ?? []).length === 0 && entry.assumed === undefined)
		yield { path, code: 'noSource', params: { parameter: entry.set } };
	yield* bounds(path, entry);
	yield* plausibleChoices(path, entry, known);
}

function* bounds(path: Path, { set, value, sectors, range, factor }: ParameterEntry): Generator<Finding> {
	if (range !== undefined) {
		const [low, high] = range;
		const at = [...path, 'range'];
		if (typeof value !== 'number' || sectors !== undefined)
			yield { path: at, code: 'boundsMisplaced', params: { parameter: set, key: 'range' } };
		else if (!(low <= value && value <= high))
			yield { path: at, code: 'boundsWithout', params: { key: 'range', value: String(value) } };
	}
	if (factor !== undefined) {
		const [low, high] = factor;
		const at = [...path, 'factor'];
		if (typeof value !== 'number' && typeof value !== 'object')
			yield { path: at, code: 'boundsMisplaced', params: { parameter: set, key: 'factor' } };
		else if (!(0 < low && low <= 1 && high >= 1))
			yield { path: at, code: 'boundsWithout', params: { key: 'factor', value: '1' } };
	}
}

/** Two or more names that the parameter can have, the value among them, each once. */
function* plausibleChoices(path: Path, entry: ParameterEntry, known: Known): Generator<Finding> {
	const { set, value, sectors, either } = entry;
	const spec = parameterSpec(set);
	if (either === undefined || spec === undefined) return;
	const at = [...path, 'either'];
	if (spec.choices === undefined || spec.choices.length === 0) {
		yield { path: at, code: 'boundsMisplaced', params: { parameter: set, key: 'either' } };
		return;
	}
	if (sectors !== undefined) yield { path: at, code: 'eitherBySector', params: {} };
	for (const [i, choice] of either.entries()) {
		yield* scalar([...at, i], set as LeverId, choice, undefined, known);
		if (either.indexOf(choice) < i)
			yield { path: [...at, i], code: 'twice', params: { kind: 'choice', id: choice } };
	}
	if (either.length < 2) yield { path: at, code: 'eitherTooFew', params: {} };
	else if (typeof value === 'string' && !either.includes(value))
		yield { path: at, code: 'boundsWithout', params: { key: 'either', value } };
}

function* setting(
	path: Path,
	{ set, value, scope, class: hostClass }: Entry,
	known: Known
): Generator<Finding> {
	const spec = parameterSpec(set);
	if (spec === undefined) {
		const params = { kind: 'parameter', id: set, choices: namesLike(set, LEVER_IDS) } as const;
		yield { path: [...path, 'set'], code: 'unknown', params };
		return;
	}
	const read = readScope(scope);
	const at = [...path, 'scope'];
	if (read.kind === 'vendor' || read.kind === 'sector' || read.kind === 'organisation') {
		const names = { vendor: known.vendors, sector: known.sectors, organisation: known.organisations }[
			read.kind
		];
		if ((read.kind === 'vendor' ? 'vendor' : 'group') !== spec.owner) {
			const params = { parameter: set, owner: spec.owner, scope: read.kind };
			yield { path: at, code: 'otherOwner', params };
		} else yield* reference(at, read.kind, read.id, names);
	}
	if (hostClass !== undefined && spec.perClass !== true)
		yield { path: [...path, 'class'], code: 'notByClass', params: { parameter: set } };
	if (value !== undefined) yield* scalar([...path, 'value'], set as LeverId, value, hostClass, known);
}

/** A sound setting by one of value and times; what times multiplies must be a number. */
function* effectEntry(path: Path, effect: EffectEntry, known: Known): Generator<Finding> {
	const { set, value, times, class: hostClass } = effect;
	yield* setting(path, effect, known);
	const spec = parameterSpec(set);
	if (spec === undefined) return;
	const params = { parameter: set };
	if ((value === undefined) === (times === undefined)) yield { path, code: 'valueOrTimes', params };
	if (times === undefined) return;
	const at = [...path, 'times'];
	if (spec.unit === 'flag' || spec.unit === 'choice') {
		yield { path: at, code: 'notMultiplied', params };
		return;
	}
	if (typeof times === 'object' && (spec.perClass !== true || hostClass !== undefined))
		yield { path: at, code: 'oneValueHere', params };
	for (const given of typeof times === 'object' ? Object.values(times) : [times]) {
		if (given !== undefined && (given < LEAST_FACTOR || given > MOST_FACTOR))
			yield {
				path: at,
				code: 'factorOutOfRange',
				params: { ...params, given, min: LEAST_FACTOR, max: MOST_FACTOR }
			};
	}
}

function* scalar(
	path: Path,
	id: LeverId,
	value: ParameterValue,
	hostClass: HostClass | undefined,
	{ ringPlans }: Known
): Generator<Finding> {
	if (id === 'rollout.plan' && ringPlans === null) return;
	if (typeof value !== 'object') {
		const read = readValue(id, value, ringPlans ?? []);
		if ('code' in read) yield { path, ...read };
		return;
	}
	if (parameterSpec(id)!.perClass !== true || hostClass !== undefined) {
		yield { path, code: 'oneValueHere', params: { parameter: id } };
	}
	for (const each of HOST_CLASSES) {
		const ofClass = value[each];
		if (ofClass === undefined) continue;
		const read = readValue(id, ofClass, ringPlans ?? []);
		if ('code' in read) yield { path: [...path, each], ...read };
	}
}

function* ownScope(path: Path, { set, scope }: EffectEntry, organisations: number): Generator<Finding> {
	if (scope !== 'own') return;
	const at = [...path, 'scope'];
	if (parameterSpec(set)?.owner !== 'group')
		yield { path: at, code: 'notAnOrganisations', params: { parameter: set } };
	else if (organisations === 0) yield { path: at, code: 'roleWithoutOrganisation', params: {} };
}

/** As many parameters without a value as an author reads about at once. */
const NAMED_MOST = 12;

/** Which of `needed` have no value for the whole world; one that is set by class needs a value for each class. */
function* missing(entries: readonly ParameterEntry[], needed: readonly LeverId[]): Generator<Finding> {
	const path = ['parameters'];
	const nowhere: LeverId[] = [];
	for (const id of needed) {
		const everywhere = entries.filter(({ set, scope }) => set === id && (scope ?? 'world') === 'world');
		if (everywhere.length === 0) nowhere.push(id);
		const classes = HOST_CLASSES.filter(
			(each) =>
				!everywhere.some(({ value, class: hostClass }) =>
					typeof value === 'object'
						? value[each] !== undefined
						: hostClass === undefined || hostClass === each
				)
		);
		if (classes.length > 0 && everywhere.length > 0)
			yield { path, code: 'noValueForClass', params: { parameter: id, classes } };
	}
	const params = { parameters: nowhere.slice(0, NAMED_MOST), count: nowhere.length };
	if (nowhere.length > 0) yield { path, code: 'noValue', params };
}

/** Keys of `sectors` in entries that name none: for model parameters, which have sectors of their own. */
export function* sectorKeys(
	path: Path,
	{ sectors }: ParameterEntry,
	known: readonly string[]
): Generator<Finding> {
	yield* keyReferences([...path, 'sectors'], 'sector', sectors ?? {}, known);
}
