/**
 * Reads JSON only to say where things are. Engines word their syntax errors differently and few name line and column;
 * this one does, and also finds what JSON.parse lets pass: keys given twice, `__proto__`, nesting without end.
 */

export type JsonPath = readonly (string | number)[];

/** What can be wrong with a text as JSON. */
export interface JsonFaults {
	/** Something follows the end of the value. */
	textAfterEnd: Nothing;
	tooDeep: { readonly depth: number };
	/** The text ends too early; `in`: what has not been ended. */
	cutOff: { readonly in: 'log' | 'text' };
	/** A value cannot start with this character. */
	badStart: { readonly character: string };
	tooManyItems: { readonly most: number };
	/** A comma or the end of a list or an object is missing. */
	separatorMissing: { readonly end: string };
	keyMissing: Nothing;
	colonMissing: Nothing;
	forbiddenKey: { readonly key: string };
	keyTwice: { readonly key: string };
	lineBreakInText: Nothing;
	badEscape: Nothing;
}

type Nothing = Readonly<Record<string, never>>;

export type JsonFaultCode = keyof JsonFaults;

export class JsonFault<Code extends JsonFaultCode = JsonFaultCode> extends Error {
	readonly code: Code;
	readonly params: JsonFaults[Code];
	readonly at: number;

	constructor(code: Code, params: JsonFaults[Code], at: number) {
		super(code);
		this.code = code;
		this.params = params;
		this.at = at;
	}
}

const WHITE = /[ \t\n\r]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const FORBIDDEN = ['__proto__', 'prototype', 'constructor'];

export interface ScanLimits {
	readonly depth: number;
	/** Items of one list, or keys of one object. */
	readonly items: number;
}

/** Goes through `text` and tells `found` the place of every value. Throws a JsonFault where it is not sound JSON. */
export function scanJson(
	text: string,
	limits: ScanLimits,
	found: (path: JsonPath, at: number) => void
): void {
	const path: (string | number)[] = [];
	let at = 0;
	blank();
	value();
	if (at < text.length) fail('textAfterEnd', {});

	function value(): void {
		found(path, at);
		if (path.length > limits.depth) fail('tooDeep', { depth: limits.depth });
		const first = text[at];
		if (first === undefined) fail('cutOff', { in: 'log' });
		if (first === '{') items('}', member);
		else if (first === '[') items(']', element);
		else if (first === '"') string();
		else if (take(WORD) === null && take(NUMBER) === null) {
			fail('badStart', { character: first });
		}
		blank();
	}

	function items(end: string, item: (index: number, keys: Set<string>) => void): void {
		const keys = new Set<string>();
		at++;
		blank();
		for (let index = 0; text[at] !== end; index++) {
			if (index >= limits.items) fail('tooManyItems', { most: limits.items });
			if (index > 0) {
				if (at >= text.length) fail('cutOff', { in: 'log' });
				if (text[at] !== ',') fail('separatorMissing', { end });
				at++;
				blank();
			}
			item(index, keys);
		}
		at++;
	}

	function element(index: number): void {
		path.push(index);
		value();
		path.pop();
	}

	function member(_index: number, keys: Set<string>): void {
		if (at >= text.length) fail('cutOff', { in: 'log' });
		const start = at;
		if (text[at] !== '"') fail('keyMissing', {});
		const key = JSON.parse(string()) as string;
		if (FORBIDDEN.includes(key)) fault('forbiddenKey', { key }, start);
		if (keys.has(key)) fault('keyTwice', { key: key.slice(0, 60) }, start);
		keys.add(key);
		blank();
		if (text[at] !== ':') fail('colonMissing', {});
		at++;
		blank();
		path.push(key);
		value();
		path.pop();
	}

	/** Character by character: a pattern would run out of stack on a hostile length. */
	function string(): string {
		const start = at++;
		while (text[at] !== '"') {
			if (at >= text.length) fail('cutOff', { in: 'text' });
			if (text.charCodeAt(at) < 32) fail('lineBreakInText', {});
			if (text[at] !== '\\') at++;
			else if (take(ESCAPE) === null) fail('badEscape', {});
		}
		return text.slice(start, ++at);
	}

	function take(pattern: RegExp): string | null {
		pattern.lastIndex = at;
		const match = pattern.exec(text);
		if (match === null) return null;
		at = pattern.lastIndex;
		return match[0];
	}

	function blank(): void {
		take(WHITE);
	}

	function fail<Code extends JsonFaultCode>(code: Code, params: JsonFaults[Code]): never {
		fault(code, params, at);
	}

	function fault<Code extends JsonFaultCode>(code: Code, params: JsonFaults[Code], place: number): never {
		throw new JsonFault(code, params, place);
	}
}

/** Line and column, both from 1, of a place in a text. */
export function lineAndColumn(text: string, at: number): { readonly line: number; readonly column: number } {
	const before = text.slice(0, at);
	const lineStart = before.lastIndexOf('\n') + 1;
	return { line: before.split('\n').length, column: before.length - lineStart + 1 };
}

/** `events[3].toMin`, as people write it. */
export function pathText(path: JsonPath): string {
	const text = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`)).join('');
	return text.startsWith('.') ? text.slice(1) : text;
}
