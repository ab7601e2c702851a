import { faultAt, type ExpressionFault } from './expression.ts';

export interface Token {
	readonly kind: 'number' | 'text' | 'name' | 'symbol' | 'end';
	readonly at: number;
	/** The characters as written; of a text in quotes, what stands between them. */
	readonly text: string;
	/** Whether white space stands before it. */
	readonly spaced: boolean;
}

/** No condition that a person can still read is longer. */
const MAX_CHARACTERS = 2000;
const MAX_NUMBER = 1e15;

const SPACE = /[ \t\r\n]+/y;
const NUMBER = /\d+(?:_\d+)*(?:\.\d+)?/y;
const NAME = /[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*(?:\.[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*)*/y;
const TEXT = /'([^'\n]*)'/y;
const SYMBOL = /<=|>=|==|!=|[<>+\-*/(),]/y;

/** The words of an expression, or the first character that belongs to none. */
export function lex(text: string): { readonly ok: true; readonly tokens: Token[] } | ExpressionFault {
	if (text.length > MAX_CHARACTERS) {
		return faultAt(MAX_CHARACTERS, { code: 'expressionTooLong', params: { most: MAX_CHARACTERS } });
	}
	const tokens: Token[] = [];
	let at = 0;
	const take = (pattern: RegExp): RegExpExecArray | null => {
		pattern.lastIndex = at;
		const match = pattern.exec(text);
		if (match !== null) at = pattern.lastIndex;
		return match;
	};
	for (;;) {
		const spaced = take(SPACE) !== null || tokens.length === 0;
		const from = at;
		const push = (kind: Token['kind'], match: RegExpExecArray) =>
			tokens.push({ kind, at: from, text: match[1] ?? match[0], spaced });
		if (at === text.length) {
			tokens.push({ kind: 'end', at, text: '', spaced });
			return { ok: true, tokens };
		}
		const number = take(NUMBER);
		if (number !== null) {
			const fault = numberFault(text, from, at, number[0]);
			if (fault !== null) return fault;
			push('number', number);
			continue;
		}
		const [kind, match] = word(take);
		if (match === null) return strange(text, from);
		if (kind === 'name' && text[at] === '-') return spaces(at);
		if (kind === 'name' && text[at] === '.') return faultAt(at, { code: 'nameEndsWithPoint', params: {} });
		push(kind, match);
	}
}

function word(take: (pattern: RegExp) => RegExpExecArray | null): [Token['kind'], RegExpExecArray | null] {
	const name = take(NAME);
	if (name !== null) return ['name', name];
	const quoted = take(TEXT);
	return quoted !== null ? ['text', quoted] : ['symbol', take(SYMBOL)];
}

/** A minus sign between two operands needs its spaces, because names hold hyphens. */
export const spaces = (at: number): ExpressionFault => faultAt(at, { code: 'minusOrHyphen', params: {} });

function numberFault(text: string, from: number, at: number, written: string): ExpressionFault | null {
	if (/[A-Za-z_.]/.test(text[at] ?? '')) {
		return faultAt(from, { code: 'digitsAndLetters', params: {} });
	}
	if (numberOf(written) <= MAX_NUMBER) return null;
	return faultAt(from, { code: 'numberTooLarge', params: { number: written, most: MAX_NUMBER } });
}

/** The number that digits stand for. */
export const numberOf = (written: string): number => Number(written.replaceAll('_', ''));

/** Signs of other languages, and what is written here instead. */
const INSTEAD: Readonly<Record<string, string>> = { '=': '==', '!': 'not', '&': 'and', '|': 'or' };

function strange(text: string, at: number): ExpressionFault {
	const sign = text[at]!;
	if (sign === "'") return faultAt(at, { code: 'textWithoutEnd', params: {} });
	if (sign === '"') return faultAt(at, { code: 'doubleQuotes', params: {} });
	const instead = INSTEAD[sign];
	if (instead !== undefined) return faultAt(at, { code: 'otherLanguage', params: { sign, instead } });
	return faultAt(at, { code: 'strangeSign', params: { sign } });
}
