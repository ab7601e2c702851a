import type { Type, Names } from '../expression/names.ts';
import { parseExpression } from '../expression/parser.ts';
import { typeOf } from '../expression/types.ts';
import type { Finding, Path } from '../faults/fault.ts';
import type { Linted } from './context.ts';

/** The names that a scenario's expressions may use. */
export function namesOf({ file, parts }: Linted): Names {
	const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);
	const releasing = file.releases.map(({ vendor }) => vendor);
	return {
		sectors: ids(parts.sectors),
		organisations: ids(file.organisations),
		vendors: ids(file.vendors),
		releasing,
		isTrustClear: file.trustIn !== undefined || new Set(releasing).size < 2,
		roles: ids(file.roles),
		decisions: ids(file.decisions)
	};
}

/** Finding for a text that is no expression, names what does not exist, or gives another type; or nothing. */
export function* expression(
	path: Path,
	text: string,
	wanted: Exclude<Type['kind'], 'text'>,
	names: Names
): Generator<Finding> {
	const parsed = parseExpression(text);
	const typed = parsed.ok ? typeOf(parsed.expression, names) : parsed;
	if (!typed.ok) {
		const { ok: _ok, at: within, ...problem } = typed;
		yield { path, ...problem, within };
	} else if (typed.type.kind !== wanted) {
		const params = { needed: wanted, given: typed.type.kind, isWhole: true };
		yield { path, code: 'otherTypeNeeded', params };
	}
}
