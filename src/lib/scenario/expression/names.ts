import { STATEMENTS } from '../../sim/parameters.ts';
import { rolloutMachine } from '../../sim/machines/rollout.ts';
import { vendorMachine } from '../../sim/machines/vendor.ts';
import type { NameKind } from '../faults/names.ts';
import { namesLike } from '../parse/nearest.ts';
import type { ExpressionProblem } from './expression.ts';

/** A number, a condition, or a text; of a text that names a state, the choices. */
export type Type =
	| { readonly kind: 'number' }
	| { readonly kind: 'boolean' }
	| { readonly kind: 'text'; readonly choices: readonly string[] | null };

/** The ids that names of an expression may hold. */
export interface Names {
	readonly sectors: readonly string[];
	readonly organisations: readonly string[];
	readonly vendors: readonly string[];
	/** Vendors with a release of their own: those that have a statement, a rollout and a state. */
	readonly releasing: readonly string[];
	/** Whether it is clear which vendor `trust` is about. */
	readonly isTrustClear: boolean;
	readonly roles: readonly string[];
	readonly decisions: readonly string[];
}

export type TypedName =
	| { readonly ok: true; readonly type: Type }
	/** `part`: index of the part of the name that is not known. */
	| { readonly ok: false; readonly part: number; readonly problem: ExpressionProblem };

const NUMBER: Type = { kind: 'number' };
const oneOf = (choices: readonly string[]): Type => ({ kind: 'text', choices });

/** Fields, each with its type; US$ in names that say so, shares of normal for `output`, hosts elsewhere. */
const fields = (names: string, more: Readonly<Record<string, Type>> = {}): ReadonlyMap<string, Type> =>
	new Map([...names.split(' ').map((name) => [name, NUMBER] as const), ...Object.entries(more)]);

// Hosts that are `down` now, and those that have `everCrashed`.
const WORLD = fields('hosts down unprotected compromised everCrashed everCompromised lossUsd');
const GROUP = fields('hosts down everCrashed unprotected output backlogUnits lostUnits lossUsd');
const RELEASE = fields('seenCrashes', {
	statement: oneOf(STATEMENTS),
	rollout: oneOf(Object.keys(rolloutMachine.states)),
	state: oneOf(Object.keys(vendorMachine.states))
});
const VENDOR = fields('hosts down everCrashed');
/** Names by which earlier versions called a field: their scenarios still say so. */
const FORMERLY: Readonly<Record<string, string>> = { crashed: 'everCrashed' };
const TRUST = fields('public customers government');
const ROLE = fields('spentUsd');

/** Everything that an expression can name, by what its name begins with: `world.down`, `sector.ID.output`. */
export const NAME_FIELDS: readonly {
	readonly first: string;
	/** Whether an id stands between it and its fields. */
	readonly hasId: boolean;
	readonly fields: ReadonlyMap<string, Type>;
}[] = [
	{ first: 'minute', hasId: false, fields: new Map() },
	{ first: 'world', hasId: false, fields: WORLD },
	{ first: 'sector', hasId: true, fields: GROUP },
	{ first: 'organisation', hasId: true, fields: GROUP },
	{ first: 'vendor', hasId: true, fields: new Map([...VENDOR, ...RELEASE]) },
	{ first: 'trust', hasId: false, fields: TRUST },
	{ first: 'role', hasId: true, fields: ROLE }
];

const FIRST = NAME_FIELDS.map(({ first }) => first);

/** The type of a name, or what is wrong with which of its parts. */
export function typeOfName(path: readonly string[], names: Names): TypedName {
	switch (path[0]) {
		case 'minute':
			return path.length === 1 ? { ok: true, type: NUMBER } : beyond(path, 1);
		case 'world':
			return field(path, 1, WORLD);
		case 'trust':
			if (names.releasing.length === 0) return wrong(0, { code: 'noRelease', params: {} });
			if (!names.isTrustClear)
				return wrong(0, { code: 'severalReleases', params: { vendor: names.releasing[0]! } });
			return field(path, 1, TRUST);
		case 'sector':
			return owned(path, names.sectors, GROUP);
		case 'organisation':
			return owned(path, names.organisations, GROUP);
		case 'role':
			return owned(path, names.roles, ROLE);
		case 'vendor': {
			const releases = names.releasing.includes(path[1] ?? '');
			return owned(path, names.vendors, releases ? new Map([...VENDOR, ...RELEASE]) : VENDOR);
		}
		default:
			return wrong(0, unknown('name', path[0]!, FIRST));
	}
}

function owned(path: readonly string[], ids: readonly string[], known: ReadonlyMap<string, Type>): TypedName {
	const [kind, id] = path;
	if (id === undefined) {
		const params = { name: kind!, example: `${kind}.${ids[0] ?? 'id'}.…` };
		return wrong(0, { code: 'nameWithoutId', params });
	}
	if (!ids.includes(id)) return wrong(1, unknown(kind as NameKind, id, ids));
	return field(path, 2, known);
}

function field(path: readonly string[], part: number, known: ReadonlyMap<string, Type>): TypedName {
	const name = path[part];
	if (name === undefined) {
		const params = { name: path.join('.'), fields: [...known.keys()] };
		return wrong(part - 1, { code: 'nameWithoutField', params });
	}
	const type = known.get(name) ?? known.get(FORMERLY[name] ?? '');
	if (type === undefined) {
		const params = { of: upTo(path, part), field: name, choices: namesLike(name, known.keys()) };
		return wrong(part, { code: 'unknownField', params });
	}
	return path.length > part + 1 ? beyond(path, part + 1) : { ok: true, type };
}

const upTo = (path: readonly string[], part: number) => path.slice(0, part).join('.');

function beyond(path: readonly string[], part: number): TypedName {
	const params = { name: upTo(path, part), rest: path.slice(part).join('.') };
	return wrong(part, { code: 'nameHasNoParts', params });
}

const unknown = (kind: NameKind, id: string, known: readonly string[]): ExpressionProblem => ({
	code: 'unknown',
	params: { kind, id, choices: namesLike(id, known) }
});

const wrong = (part: number, problem: ExpressionProblem): TypedName => ({ ok: false, part, problem });
