/**
 * People's text for files that other programs open. What XML does not allow, halves of characters, and signs that turn
 * the direction of what follows are taken out; nothing else is changed.
 */

/** Control characters but tab and line feed, and what Unicode keeps for no character. */
const NOT_ALLOWED = /(?![\t\n])\p{Cc}|[\uFDD0-\uFDEF\uFFFE\uFFFF]/gu;
/** Embeddings, overrides and isolates: a name with one of them would turn the rest of its line. */
const TURNS_DIRECTION = /[\u202A-\u202E\u2066-\u2069]/gu;
const LONE_SURROGATE = /[\uD800-\uDFFF]/gu;
const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/gu;

/** The text as any file may hold it: lines end in a line feed. */
export function cleanText(text: string): string {
	return text
		.replace(LINE_ENDS, '\n')
		.replace(NOT_ALLOWED, '')
		.replace(TURNS_DIRECTION, '')
		.replace(LONE_SURROGATE, '\uFFFD');
}

/** The same on one line. */
export function cleanLine(text: string): string {
	return cleanText(text).replace(/[\n\t]+/g, ' ');
}

/** The beginning of a text, without half a character at its end. */
export function clipped(text: string, most: number): string {
	if (text.length <= most) return text;
	const end = text.slice(0, most - 1);
	return `${/[\uD800-\uDBFF]$/.test(end) ? end.slice(0, -1) : end}…`;
}
