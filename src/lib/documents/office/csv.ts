import { cleanText } from './clean.ts';

/** What spreadsheets take for the beginning of a formula, behind any apostrophes that keep it from being one. */
const LIKE_A_FORMULA = /^'*[=+\-@\t＝＋－＠]/u;
const KEPT_FROM_BEING_ONE = /^'(?='*[=+\-@\t＝＋－＠])/u;

/** A text that no spreadsheet takes for a formula: an apostrophe goes before one that looks like it. */
export function withoutFormula(text: string): string {
	return LIKE_A_FORMULA.test(text) ? `'${text}` : text;
}

/** The text that {@link withoutFormula} was given. */
export function asWritten(text: string): string {
	return text.replace(KEPT_FROM_BEING_ONE, '');
}

/**
 * A table as comma-separated values (RFC 4180), with the mark by which spreadsheets know UTF-8.
 * Numbers stay numbers; null: an empty cell.
 */
export function csvText(rows: readonly (readonly (string | number | null)[])[]): string {
	return '\uFEFF' + rows.map((row) => row.map(csvCell).join(',') + '\r\n').join('');
}

function csvCell(value: string | number | null): string {
	if (value === null) return '';
	if (typeof value === 'number') return String(value);
	const text = withoutFormula(cleanText(value));
	return /[",\n\r]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
