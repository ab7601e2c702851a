import type { Channel } from '../../scenario/scenario.ts';
import { CHANNELS } from '../../scenario/schema/inject.ts';
import type { Field } from './columns.ts';
import type { Columns } from './headings.ts';
import type { ListFrame, Question, ReadInject } from './reading.ts';
import { EMPTY, textCell, textOf, type TableCell, type TableRow } from './table.ts';
import { readTime } from './times.ts';

export interface RowReading {
	/** Null: something has to be asked first, or it is left out. */
	readonly inject: ReadInject | null;
	readonly questions: readonly AskedOfRow[];
}

interface AskedOfRow {
	readonly code: Question['code'];
	readonly field: Field;
	readonly text: string;
}

export function cellIn(row: TableRow, column: number | undefined): TableCell {
	return column === undefined ? EMPTY : (row.cells[column] ?? EMPTY);
}

/** One row as an inject, or what has to be asked about it. */
export function readRow(row: TableRow, columns: Columns, frame: ListFrame): RowReading {
	const questions: AskedOfRow[] = [];
	const ask = (code: Question['code'], field: Field, asked: string) =>
		questions.push({ code, field, text: asked });
	const text = (field: Field) => textOf(cellIn(row, columns[field]));
	const lower = (field: Field) => text(field).toLowerCase();

	const timeField: Field = columns.time === undefined ? 'elapsed' : 'time';
	const said = frame.times[row.number];
	const time =
		said === undefined
			? readTime(cellIn(row, columns[timeField]), cellIn(row, columns.day), frame)
			: readTime(textCell(said), EMPTY, frame);
	// A day in a column of its own may be what cannot be told.
	const isOfDay = !time.ok && time.question === 'dateOrder' && !/[/-]/.test(text(timeField));
	const told = [text('day'), text(timeField)].filter((one) => one !== '').join(' ');
	if (!time.ok) ask(time.question, isOfDay ? 'day' : timeField, said ?? told);
	const latest = elapsedMin(text('latest'));
	if (latest === null && text('latest') !== '') ask('notATime', 'latest', text('latest'));

	const mode = lower('mode');
	const channel = mode === '' ? 'email' : (frame.channels[mode] ?? meantChannel(frame.meant[text('mode')]));
	if (channel === undefined) ask('unknownMode', 'mode', text('mode'));
	const roles = recipients(text('to'), frame);
	for (const name of roles.unknown) ask('unknownRole', 'to', name);

	const waits = text('condition') !== '';
	const kind = frame.kinds[lower('kind')] ?? (waits ? 'contingency' : 'standard');
	const isConditionless = kind !== 'standard' && !waits;
	if (isConditionless && frame.conditionless === null) ask('noCondition', 'condition', text('title'));
	if (questions.length > 0 || !time.ok || channel === undefined) return { inject: null, questions };
	const inject: ReadInject = {
		...{ row: row.number, id: text('id') || null, atMin: time.atMin, untilMin: latest },
		...{ kind: isConditionless ? 'standard' : kind, channel },
		...{ from: text('from'), roles: roles.known },
		...{ title: text('title') || text('message').split('\n')[0]!, message: text('message') },
		...{ expected: text('expected'), condition: text('condition') },
		halts: text('halts') === frame.yes,
		poll: text('poll')
			.split('|')
			.map((option) => option.trim())
			.filter((option) => option !== '')
	};
	return { inject: isConditionless && frame.conditionless === 'leftOut' ? null : inject, questions };
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
		const id = own(roles, name.toLowerCase()) ?? own(meant, name);
		if (id === undefined) unknown.push(name);
		else if (id !== '') known.push(id);
	}
	return { known, unknown };
}

/** Names come from a file: one may be called as what every object has. */
function own(values: Readonly<Record<string, string>>, key: string): string | undefined {
	return Object.hasOwn(values, key) ? values[key] : undefined;
}
