import type { Type, Names } from '../expression/names.ts';
import { parseExpression } from '../expression/parser.ts';
import { typeOf } from '../expression/types.ts';
import type { Finding, Path } from '../parse/fault.ts';
import type { Linted } from './context.ts';

const WANTED = {
	boolean: ['this is no condition, but', 'compare it with something'],
	number: ['this is no number, but', 'write what is to be measured']
} as const;
const SAID = { number: 'a number', boolean: 'a condition', text: 'a text' } as const;

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
	if (!typed.ok) yield { path, message: typed.what, remedy: typed.remedy, within: typed.at };
	else if (typed.type.kind !== wanted) {
		const [message, remedy] = WANTED[wanted];
		yield { path, message: `${message} ${SAID[typed.type.kind]}`, remedy };
	}
}
