import { parseArgs } from 'node:util';
import { nearest } from '../lib/scenario/parse/nearest.ts';
import { ReadableError } from './readable-error.ts';

/** Whether an option takes a value, several, or none. */
export type OptionKind = 'value' | 'values' | 'flag';

/** What a command line says: every value given to each option, in order; a flag has one empty text. */
export type Given<Name extends string> = Readonly<Record<Name, readonly string[]>>;

/**
 * Reads `--name value`, `--name=value` and flags.
 * @param command how people call the command, for the messages
 * @throws ReadableError for an option it does not know (with the nearest it does), a missing value, a stray word
 */
export function readCommandLine<Name extends string>(
	command: string,
	argv: readonly string[],
	options: Readonly<Record<Name, OptionKind>>
): Given<Name> {
	const kinds = options as Readonly<Record<string, OptionKind>>;
	const given = Object.fromEntries(Object.keys(kinds).map((name) => [name, [] as string[]]));
	const { tokens } = parseArgs({
		args: [...argv],
		options: Object.fromEntries(
			Object.entries(kinds).map(([name, kind]) => [name, { type: kind === 'flag' ? 'boolean' : 'string' }])
		),
		strict: false,
		tokens: true
	});
	const help = `Run "${command} --help" to see all there is.`;
	for (const token of tokens) {
		if (token.kind === 'option-terminator') continue;
		if (token.kind === 'positional')
			throw new ReadableError(`"${token.value}" belongs to no option of ${command}. ${help}`);
		const { name, rawName, value, inlineValue } = token;
		if (!Object.hasOwn(kinds, name)) {
			const close = nearest(name, Object.keys(kinds));
			const hint = close === null ? '' : ` Did you mean --${close}?`;
			throw new ReadableError(`${command} does not know ${rawName}.${hint} ${help}`);
		}
		if (kinds[name] === 'flag') {
			if (value !== undefined) throw new ReadableError(`--${name} takes no value. ${help}`);
			given[name] = [''];
			continue;
		}
		if (value === undefined || value === '' || (inlineValue === false && value.startsWith('--')))
			throw new ReadableError(`--${name} needs a value after it. ${help}`);
		if (kinds[name] === 'value' && given[name].length > 0)
			throw new ReadableError(`--${name} is given twice. Keep one of them.`);
		given[name].push(value);
	}
	return given as Record<Name, string[]>;
}

/**
 * A whole number that a person typed.
 * @throws ReadableError when it is none, or is out of range
 */
export function readWhole(option: string, text: string, min: number, max: number): number {
	const value = Number(text);
	if (/^\d+$/.test(text) && value >= min && value <= max) return value;
	throw new ReadableError(`${option} is "${text}". Give a whole number from ${min} to ${max}.`);
}
