import { layoutOf, type Field } from './columns.ts';
import { columnsOf, headingsOf, SEARCHED, type Columns, type Headings } from './headings.ts';
import { cellIn, readRow } from './read-row.ts';
import type { LeftOut, ListFrame, MselReading, Question, ReadInject } from './reading.ts';
import { textOf, type Table, type TableRow } from './table.ts';
import { clockIn } from './times.ts';

/** Reads the table that has headings of a list; where several have, it is asked which. */
export function readMsel(tables: readonly Table[], frame: ListFrame): MselReading {
	const wanted = frame.sheet === null ? tables : tables.filter(({ sheet }) => sheet === frame.sheet);
	const found = wanted.flatMap((table) => {
		const headings = headingsOf(table, frame.headingRow);
		return headings === null ? [] : [{ table, headings }];
	});
	const [first] = found;
	if (first === undefined) return unread(wanted[0] ?? tables[0]);
	const reading = readTable(first.table, first.headings, frame);
	if (found.length === 1 || frame.headingRow !== null) return reading;
	const sheets = found.map(({ table }) => table.sheet).join(', ');
	const question: Question = { code: 'whichSheet', row: null, column: '', text: sheets, field: null };
	return { ...reading, questions: [question, ...reading.questions] };
}

function unread(table: Table | undefined): MselReading {
	const question: Question = { code: 'noHeadings', row: null, column: '', text: '', field: null };
	return {
		...{ sheet: table?.sheet ?? null, layout: null, headings: [], columns: {}, headingRow: null },
		...{ firstRows: table === undefined ? [] : firstRows(table), injects: [], questions: [question] },
		...{ firstClock: null, leftOut: [] }
	};
}

function firstRows({ rows }: Table): MselReading['firstRows'] {
	return rows.slice(0, SEARCHED).map(({ number, cells }) => {
		const texts = [...new Set(cells.map(textOf).filter((text) => text !== ''))];
		return { number, text: texts.join(' · ').slice(0, 80) };
	});
}

function readTable(table: Table, { above, row: headingRow, texts }: Headings, frame: ListFrame): MselReading {
	const { columns, questions } = columnsOf(texts, frame);
	const headingOf = (field: Field) => (columns[field] === undefined ? '' : texts[columns[field]]!);
	const leftOut: LeftOut[] = [];
	const injects: ReadInject[] = [];
	const below = table.rows.slice(above);
	const rows = below.filter((row) => {
		const because = whyLeftOut(row, columns, frame);
		if (because !== null) leftOut.push({ row: row.number, because });
		return because === null;
	});
	// Without a time or a text there is nothing to read in any of them.
	const isRead = !questions.some(({ code }) => code === 'noColumn');
	const dated = { ...frame, dateOrder: frame.dateOrder ?? dateOrderIn(rows, columns) };
	for (const row of isRead ? rows : []) {
		const { number } = row;
		const ask = (code: Question['code'], field: Field | null, text: string) =>
			questions.push({ code, row: number, column: field === null ? '' : headingOf(field), text, field });
		// A sign between cells that stands in a text moves all that follows it.
		if (table.sheet === null && hasMoreCells(row, texts.length) && !frame.asRead.includes(number)) {
			ask('moreCells', null, textOf(row.cells[texts.length]));
			continue;
		}
		const read = readRow(row, columns, dated);
		for (const { code, field, text } of read.questions) ask(code, field, text);
		if (read.inject !== null) take(injects, read.inject);
		else if (read.questions.length === 0) leftOut.push({ row: number, because: 'noCondition' });
	}
	const headings = texts.map((text, column) => ({ text, example: exampleIn(rows, column) }));
	return {
		...{ sheet: table.sheet, layout: layoutOf(texts), headings, columns, headingRow },
		...{ firstRows: firstRows(table), firstClock: firstClock(rows, columns, dated) },
		...{ injects, questions, leftOut }
	};
}

function whyLeftOut(row: TableRow, columns: Columns, { without }: ListFrame): LeftOut['because'] | null {
	if (row.isHidden) return 'hidden';
	if (row.isStruck) return 'struck';
	if (without.includes(row.number)) return 'said';
	const texts = [columns.title, columns.message].filter((column) => column !== undefined);
	return texts.length > 0 && texts.every((column) => textOf(cellIn(row, column)) === '') ? 'empty' : null;
}

function firstClock(rows: readonly TableRow[], columns: Columns, frame: ListFrame): number | null {
	const clocks = rows.flatMap((row) => {
		const clock = clockIn(cellIn(row, columns.time), cellIn(row, columns.day), frame);
		return clock === null ? [] : [clock];
	});
	return clocks.length === 0 ? null : Math.min(...clocks);
}

function hasMoreCells({ cells }: TableRow, headings: number): boolean {
	return cells.slice(headings).some((cell) => textOf(cell) !== '');
}

const EXAMPLE_MOST = 60;

function exampleIn(rows: readonly TableRow[], column: number): string {
	const row = rows.find(({ cells }) => textOf(cells[column]) !== '');
	return textOf(row?.cells[column]).slice(0, EXAMPLE_MOST);
}

/** A day that can be one thing alone settles all days of its column; where two speak against each other nothing does. */
function dateOrderIn(rows: readonly TableRow[], columns: Columns): ListFrame['dateOrder'] {
	const orders = new Set<'dayFirst' | 'monthFirst'>();
	for (const row of rows)
		for (const field of ['time', 'day'] as const) {
			const [, first, second] =
				/^(\d{1,2})[/-](\d{1,2})[/-]\d/.exec(textOf(cellIn(row, columns[field]))) ?? [];
			if (Number(first) > 12) orders.add('dayFirst');
			if (Number(second) > 12) orders.add('monthFirst');
		}
	return orders.size === 1 ? [...orders][0]! : null;
}

/** One row for each recipient: the same inject. */
function take(injects: ReadInject[], read: ReadInject): void {
	const before = injects.at(-1);
	if (before === undefined || !isSame(before, read)) return void injects.push(read);
	injects[injects.length - 1] = { ...before, roles: [...new Set([...before.roles, ...read.roles])] };
}

function isSame(a: ReadInject, b: ReadInject): boolean {
	const same = a.atMin === b.atMin && a.title === b.title && a.message === b.message && a.from === b.from;
	return same && a.id === b.id && a.roles.length > 0 && b.roles.length > 0;
}
