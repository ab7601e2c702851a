/**
 * Reads JSON only to say where things are. Engines word their syntax errors differently and few name line and column;
 * this one does, and also finds what JSON.parse lets pass: keys given twice, `__proto__`, nesting without end.
 */

export type JsonPath = readonly (string | number)[];

export class JsonFault extends Error {
	readonly at: number;
	readonly remedy: string;

	constructor(message: string, at: number, remedy: string) {
		super(message);
		this.at = at;
		this.remedy = remedy;
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
	if (at < text.length) fail('there is text after the end of the log', 'Remove what follows the last }.');

	function value(): void {
		found(path, at);
		if (path.length > limits.depth)
			fail(`lists and objects are nested deeper than ${limits.depth}`, 'Take the original file.');
		const first = text[at];
		if (first === undefined)
			fail('the file ends here, in the middle of the log', 'It is cut off: take the whole file.');
		if (first === '{') items('}', member);
		else if (first === '[') items(']', element);
		else if (first === '"') string();
		else if (take(WORD) === null && take(NUMBER) === null) {
			fail(`a value cannot start with ${JSON.stringify(first)}`, 'Take the file as it was saved.');
		}
		blank();
	}

	function items(end: string, item: (index: number, keys: Set<string>) => void): void {
		const keys = new Set<string>();
		at++;
		blank();
		for (let index = 0; text[at] !== end; index++) {
			if (index >= limits.items) {
				fail(`there are more than ${limits.items} items`, 'No log is so long: take the original file.');
			}
			if (index > 0) {
				if (at >= text.length)
					fail('the file ends here, in the middle of the log', 'It is cut off: take the whole file.');
				if (text[at] !== ',') fail(`a comma or ${end} is missing`, 'Take the file as it was saved.');
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
		if (at >= text.length)
			fail('the file ends here, in the middle of the log', 'It is cut off: take the whole file.');
		const start = at;
		if (text[at] !== '"') fail('a key in double quotes is missing', 'Take the file as it was saved.');
		const key = JSON.parse(string()) as string;
		if (FORBIDDEN.includes(key)) fault(`the key '${key}' is not allowed`, start, 'Remove it.');
		if (keys.has(key)) fault(`the key '${key.slice(0, 60)}' is there twice`, start, 'Remove one of them.');
		keys.add(key);
		blank();
		if (text[at] !== ':') fail('a colon is missing after the key', 'Take the file as it was saved.');
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
			if (at >= text.length)
				fail('the file ends here, in the middle of a text', 'It is cut off: take the whole file.');
			if (text.charCodeAt(at) < 32)
				fail('a text is not ended on its line', 'End it with " or write \\n for a line break.');
			if (text[at] !== '\\') at++;
			else if (take(ESCAPE) === null) fail('a backslash has no meaning here', 'Write \\\\ for a backslash.');
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

	function fail(message: string, remedy: string): never {
		fault(message, at, remedy);
	}

	function fault(message: string, place: number, remedy: string): never {
		throw new JsonFault(message, place, remedy);
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
