import type { Channel, InjectKind } from '../../scenario/scenario.ts';
import { CHANNELS } from '../../scenario/schema/inject.ts';
import { candidatesIn, layoutOf, type Field, type Layout } from './columns.ts';
import { EMPTY, textOf, type Table, type TableCell, type TableRow } from './table.ts';
import { readTime, type TimeFrame, type TimeQuestion } from './times.ts';

/** What a list is read for: whose roles there are, and when it begins. */
export interface ListFrame extends TimeFrame {
	/** Ids of roles by every name they are known by, in lower case. */
	readonly roles: Readonly<Record<string, string>>;
	/** Words that mean everybody, in lower case. */
	readonly everybody: readonly string[];
	/** Names of channels, in lower case. */
	readonly channels: Readonly<Record<string, Channel>>;
	readonly kinds: Readonly<Record<string, InjectKind>>;
	readonly yes: string;
	/** Columns chosen by hand, from 0. */
	readonly columns: Readonly<Partial<Record<Field, number>>>;
	/** What names and ways of the list stand for, where nobody could tell: by {@link Question.text}. */
	readonly meant: Readonly<Record<string, string>>;
}

export interface ReadInject {
	/** The row that it comes from. */
	readonly row: number;
	readonly id: string | null;
	readonly atMin: number;
	readonly untilMin: number | null;
	readonly kind: InjectKind;
	readonly channel: Channel;
	readonly from: string;
	/** Empty: everybody. */
	readonly roles: readonly string[];
	readonly title: string;
	readonly message: string;
	readonly expected: string;
	readonly condition: string;
	readonly halts: boolean;
	/** Options of a vote that the list asks for. */
	readonly poll: readonly string[];
}

/** What has to be asked: nothing is guessed. Rows as the program that made the list counts them, columns by heading. */
export interface Question {
	readonly code: TimeQuestion | 'whichColumn' | 'noColumn' | 'noHeadings' | 'unknownRole' | 'unknownMode';
	/** Null: it is about the whole list. */
	readonly row: number | null;
	readonly column: string;
	readonly text: string;
}

export interface MselReading {
	readonly sheet: string | null;
	readonly layout: Layout | null;
	/** Headings by field. */
	readonly columns: Readonly<Partial<Record<Field, string>>>;
	readonly injects: readonly ReadInject[];
	readonly questions: readonly Question[];
	readonly leftOut: readonly { readonly row: number; readonly because: 'hidden' | 'struck' | 'empty' }[];
}

/** As many rows above the headings as titles and logos take. */
const SEARCHED = 25;
const LEAST_HEADINGS = 3;

/** Reads the first table that has headings of a list. */
export function readMsel(tables: readonly Table[], frame: ListFrame): MselReading {
	for (const table of tables) {
		const found = headingsOf(table);
		if (found !== null) return readTable(table, found, frame);
	}
	const question: Question = { code: 'noHeadings', row: null, column: '', text: '' };
	return { sheet: null, layout: null, columns: {}, injects: [], questions: [question], leftOut: [] };
}

interface Headings {
	/** How many rows lie above what is listed. */
	readonly above: number;
	readonly headings: readonly string[];
}

/** The row, or the two rows, in which most headings are known. */
function headingsOf({ rows }: Table): Headings | null {
	let best: (Headings & { readonly known: number }) | null = null;
	for (const [index, row] of rows.slice(0, SEARCHED).entries()) {
		const one = row.cells.map(textOf);
		const above = index === 0 ? [] : rows[index - 1]!.cells.map(textOf);
		// Under a heading that goes over several columns stand their own.
		const two = one.map((text, column) =>
			text === '' || text === above[column] ? (above[column] ?? '') : text
		);
		for (const headings of [one, two]) {
			const known = new Set(candidatesIn(headings).map(({ column }) => column)).size;
			if (known >= LEAST_HEADINGS && known > (best?.known ?? 0)) best = { above: index + 1, headings, known };
		}
	}
	return best;
}

function readTable(table: Table, { above, headings }: Headings, frame: ListFrame): MselReading {
	const { columns, questions } = columnsOf(headings, frame);
	const headingOf = (field: Field) => (columns[field] === undefined ? '' : headings[columns[field]]!);
	const leftOut: MselReading['leftOut'][number][] = [];
	const injects: ReadInject[] = [];
	const rows = table.rows.slice(above).filter((row) => {
		const because = row.isHidden
			? 'hidden'
			: row.isStruck
				? 'struck'
				: isEmpty(row, columns)
					? 'empty'
					: null;
		if (because !== null) leftOut.push({ row: row.number, because });
		return because === null;
	});
	const dated = { ...frame, dateOrder: frame.dateOrder ?? dateOrderIn(rows, columns) };
	for (const row of rows) {
		const read = injectOf(row, columns, dated);
		for (const { code, field, text } of read.questions)
			questions.push({ code, row: row.number, column: headingOf(field), text });
		if (read.inject === null) continue;
		const before = injects.at(-1);
		// One row for each recipient: the same inject.
		if (before !== undefined && isSame(before, read.inject))
			injects[injects.length - 1] = {
				...before,
				roles: [...new Set([...before.roles, ...read.inject.roles])]
			};
		else injects.push(read.inject);
	}
	const named = Object.fromEntries(
		Object.entries(columns).map(([field, column]) => [field, headings[column]!])
	);
	return { sheet: table.sheet, layout: layoutOf(headings), columns: named, injects, questions, leftOut };
}

type Columns = Partial<Record<Field, number>>;

/** The best heading of each field; where two are as good, it is asked. */
function columnsOf(
	headings: readonly string[],
	frame: ListFrame
): { columns: Columns; questions: Question[] } {
	const questions: Question[] = [];
	const columns: Columns = { ...frame.columns };
	const all = candidatesIn(headings);
	for (const field of new Set(all.map((one) => one.field))) {
		if (columns[field] !== undefined) continue;
		const own = all.filter((one) => one.field === field).sort((a, b) => a.rank - b.rank);
		const best = own.filter(({ rank }) => rank === own[0]!.rank);
		columns[field] = best[0]!.column;
		const others = best.slice(1).filter(({ column }) => headings[column] !== '');
		const places = [best[0]!, ...others].map(({ column }) => String(column + 1));
		if (others.length > 0)
			questions.push({
				code: 'whichColumn',
				row: null,
				column: headings[best[0]!.column]!,
				text: places.join(', ')
			});
	}
	// A list with one column of text calls it as it likes.
	if (columns.message !== undefined) columns.title ??= columns.message;
	if (columns.title !== undefined) columns.message ??= columns.title;
	for (const field of ['time', 'message'] as const)
		if (columns[field] === undefined && !(field === 'time' && columns.elapsed !== undefined))
			questions.push({ code: 'noColumn', row: null, column: field, text: '' });
	return { columns, questions };
}

function isEmpty(row: TableRow, columns: Columns): boolean {
	return [columns.title, columns.message].every((column) => textOf(cellIn(row, column)) === '');
}

function cellIn(row: TableRow, column: number | undefined): TableCell {
	return column === undefined ? EMPTY : (row.cells[column] ?? EMPTY);
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

interface RowReading {
	readonly inject: ReadInject | null;
	readonly questions: { readonly code: Question['code']; readonly field: Field; readonly text: string }[];
}

function injectOf(row: TableRow, columns: Columns, frame: ListFrame): RowReading {
	const questions: RowReading['questions'] = [];
	const text = (field: Field) => textOf(cellIn(row, columns[field]));
	const lower = (field: Field) => text(field).toLowerCase();
	const timeField: Field = columns.time === undefined ? 'elapsed' : 'time';
	const time = readTime(cellIn(row, columns[timeField]), cellIn(row, columns.day), frame);
	const waits = text('condition') !== '';
	if (!time.ok) questions.push({ code: time.question, field: timeField, text: text(timeField) });
	const latest = elapsedMin(text('latest'));
	const mode = lower('mode');
	const channel = mode === '' ? 'email' : (frame.channels[mode] ?? meantChannel(frame.meant[text('mode')]));
	if (channel === undefined) questions.push({ code: 'unknownMode', field: 'mode', text: text('mode') });
	const roles = recipients(text('to'), frame);
	for (const name of roles.unknown) questions.push({ code: 'unknownRole', field: 'to', text: name });
	if (questions.length > 0) return { inject: null, questions };
	const title = text('title') || text('message').split('\n')[0]!;
	return {
		questions,
		inject: {
			...{ row: row.number, id: text('id') || null, atMin: time.ok ? time.atMin : 0, untilMin: latest },
			...{ kind: frame.kinds[lower('kind')] ?? (waits ? 'contingency' : 'standard'), channel: channel! },
			...{ from: text('from'), roles: roles.known, title, message: text('message') },
			...{ expected: text('expected'), condition: text('condition') },
			halts: text('halts') === frame.yes,
			poll: text('poll')
				.split('|')
				.map((option) => option.trim())
				.filter((option) => option !== '')
		}
	};
}

function elapsedMin(text: string): number | null {
	const [, hours, minutes] = /^(\d+):(\d{2})$/.exec(text) ?? [];
	return hours === undefined ? null : Number(hours) * 60 + Number(minutes);
}

function meantChannel(text: string | undefined): Channel | undefined {
	return CHANNELS.find((channel) => channel === text);
}

function recipients(text: string, { roles, everybody, meant }: ListFrame) {
	const known: string[] = [];
	const unknown: string[] = [];
	const names = Object.hasOwn(roles, text.toLowerCase()) ? [text] : text.split(/[;\n]|,\s|\s\/\s/);
	for (const name of names.map((one) => one.trim())) {
		if (name === '' || everybody.includes(name.toLowerCase())) continue;
		const id = roles[name.toLowerCase()] ?? meant[name];
		if (id === undefined) unknown.push(name);
		else if (id !== '') known.push(id);
	}
	return { known, unknown };
}

function isSame(a: ReadInject, b: ReadInject): boolean {
	const same = a.atMin === b.atMin && a.title === b.title && a.message === b.message && a.from === b.from;
	return same && a.id === b.id && a.roles.length > 0 && b.roles.length > 0;
}
