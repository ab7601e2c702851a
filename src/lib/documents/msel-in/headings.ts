import { candidatesIn, type Field } from './columns.ts';
import type { ListFrame, Question } from './reading.ts';
import { textOf, type Table } from './table.ts';

/** Where the headings of a list stand, and which column holds what. */

/** As many rows above the headings as titles and logos take. */
export const SEARCHED = 25;
const LEAST_HEADINGS = 3;

export interface Headings {
	/** How many rows lie above what is listed. */
	readonly above: number;
	/** Number of the row that holds them. */
	readonly row: number;
	readonly texts: readonly string[];
}

/** The row that is said to hold the headings; else the row, or the two rows, in which most are known. */
export function headingsOf({ rows }: Table, said: number | null): Headings | null {
	if (said !== null) {
		const index = rows.findIndex(({ number }) => number === said);
		return index < 0 ? null : { above: index + 1, row: said, texts: rows[index]!.cells.map(textOf) };
	}
	let best: (Headings & { readonly known: number }) | null = null;
	for (const [index, row] of rows.slice(0, SEARCHED).entries()) {
		const one = row.cells.map(textOf);
		const above = index === 0 ? [] : rows[index - 1]!.cells.map(textOf);
		// Under a heading that goes over several columns stand their own.
		const two = one.map((text, column) =>
			text === '' || text === above[column] ? (above[column] ?? '') : text
		);
		for (const texts of [one, two]) {
			const known = new Set(candidatesIn(texts).map(({ column }) => column)).size;
			if (known >= LEAST_HEADINGS && known > (best?.known ?? 0))
				best = { above: index + 1, row: row.number, texts, known };
		}
	}
	return best;
}

export type Columns = Partial<Record<Field, number>>;

/** The best heading of each field; where two are as good, it is asked. */
export function columnsOf(
	headings: readonly string[],
	{ columns: chosen }: Pick<ListFrame, 'columns'>
): { readonly columns: Columns; readonly questions: Question[] } {
	const questions: Question[] = [];
	const columns: Columns = {};
	for (const [field, column] of Object.entries(chosen) as [Field, number | null][])
		if (column !== null) columns[field] = column;
	const taken = new Set(Object.values(columns));
	const all = candidatesIn(headings).filter(({ column }) => !taken.has(column));
	for (const field of new Set(all.map((one) => one.field))) {
		if (chosen[field] !== undefined) continue;
		const own = all.filter((one) => one.field === field).sort((a, b) => a.rank - b.rank);
		const best = own.filter(({ rank }) => rank === own[0]!.rank);
		columns[field] = best[0]!.column;
		if (best.length === 1) continue;
		const places = best.map(({ column }) => String(column + 1)).join(', ');
		questions.push(asked('whichColumn', field, headings[best[0]!.column]!, places));
	}
	// A list with one column of text calls it as it likes.
	if (columns.message !== undefined) columns.title ??= columns.message;
	if (columns.title !== undefined) columns.message ??= columns.title;
	if (columns.time === undefined && columns.elapsed === undefined)
		questions.push(asked('noColumn', 'time', '', ''));
	if (columns.message === undefined) questions.push(asked('noColumn', 'message', '', ''));
	return { columns, questions };
}

function asked(code: Question['code'], field: Field, column: string, text: string): Question {
	return { code, row: null, column, text, field };
}
