import { DEFAULT_SCENARIO } from '../../lib/scenario/packs/built-in.ts';
import { FIELDS, type Field } from '../../lib/documents/msel-in/columns.ts';
import type { ListAnswers } from '../../lib/documents/msel-in/reading.ts';
import { CHANNELS } from '../../lib/scenario/schema/inject.ts';
import { parseUtcMinute } from '../../lib/scenario/worlds/calendar.ts';
import { readCommandLine } from '../command-line.ts';
import { ReadableError } from '../readable-error.ts';

export interface ImportOptions {
	readonly list: string;
	readonly scenario: string;
	/** Null: a preview. */
	readonly out: string | null;
	/** Null: UTC. */
	readonly zone: string | null;
	/** All but the clocks, which the scenario's world knows. */
	readonly answers: Omit<ListAnswers, 'zone'>;
}

export const HELP = `Reads a list of injects (MSEL) into a part of a scenario.

  npm run import:msel -- list.xlsx --scenario ${DEFAULT_SCENARIO}
  npm run import:msel -- list.csv --scenario my-scenario.yaml --zone Europe/Berlin --out injects.yaml

  LIST                   an .xlsx or a CSV: HSEEP's columns, Blueprint (Standard, MITRE), Cadence, Conducttr, T3SF,
                         PreparedEx, our own, or any with headings that can be told
  --scenario NAME|FILE   whose roles they go to, and whose start times are counted from
  --zone ZONE            whose clocks the list goes by, such as Europe/London (default UTC)
  --start TIME           what the list's clocks show when the exercise begins, such as 2026-11-03T09:30; left out: what
                         they show at the scenario's own start
  --sheet NAME           the sheet that holds the list, where several do
  --headings ROW         the row that holds the headings, where none is known
  --dates ORDER          dayFirst or monthFirst, for days such as 7/11
  --twice WHICH          first or second, for times that come twice when clocks are set back
  --column FIELD=NUMBER  which column holds a field; may be repeated. Fields: ${FIELDS.join(', ')}
  --time ROW=TIME        the time of a row that has none that can be read; may be repeated
  --without ROW          a row that is not taken over; may be repeated
  --as-read ROW          a row of a CSV that has more cells than headings, and is right; may be repeated
  --conditionless WHAT   atTheirTime or leftOut, for contingency injects that say no condition
  --means NAME=ID        what a recipient or a way of the list stands for; may be repeated. Ways: ${CHANNELS.join(', ')}
  --out FILE             where the part is written; left out: a preview

Nothing is guessed: what can be read in two ways is asked, with its row and column. The exit code is 0 when the list was
written or could be, else 1.`;

/** @throws ReadableError naming what is missing or not known */
export function readImportOptions(argv: readonly string[]): ImportOptions | string {
	if (argv.includes('--help') || argv.includes('-h')) return HELP;
	const [list, ...rest] = argv;
	const called = 'npm run import:msel --';
	if (list === undefined || list.startsWith('-'))
		throw new ReadableError(`Say which list first: ${called} LIST --scenario NAME.`);
	const given = readCommandLine(called, rest, {
		...{ scenario: 'value', out: 'value', zone: 'value', dates: 'value', twice: 'value' },
		...{ start: 'value', sheet: 'value', headings: 'value', conditionless: 'value' },
		...{ column: 'values', means: 'values', time: 'values', without: 'values', 'as-read': 'values' }
	} as const);
	const [scenario] = given.scenario;
	if (scenario === undefined) throw new ReadableError('Say which scenario it is for: --scenario NAME.');
	const [headings] = given.headings;
	return {
		...{ list, scenario, out: given.out[0] ?? null, zone: given.zone[0] ?? null },
		answers: {
			startClock: startOf(given.start[0]),
			sheet: given.sheet[0] ?? null,
			headingRow: headings === undefined ? null : rowOf('--headings', headings),
			dateOrder: oneOf('--dates', given.dates[0], ['dayFirst', 'monthFirst'] as const),
			whenTwice: oneOf('--twice', given.twice[0], ['first', 'second'] as const),
			conditionless: oneOf('--conditionless', given.conditionless[0], ['atTheirTime', 'leftOut'] as const),
			columns: Object.fromEntries(given.column.map(columnOf)),
			meant: Object.fromEntries(given.means.map(meaningOf)),
			times: Object.fromEntries(given.time.map(timeOf)),
			without: given.without.map((typed) => rowOf('--without', typed)),
			asRead: given['as-read'].map((typed) => rowOf('--as-read', typed))
		}
	};
}

function startOf(typed: string | undefined): number | null {
	if (typed === undefined) return null;
	const read = parseUtcMinute(`${typed.replace(' ', 'T')}Z`);
	if (read.ok) return read.minute;
	throw new ReadableError(`--start is "${typed}". Write it like 2026-11-03T09:30.`);
}

function rowOf(option: string, typed: string): number {
	if (/^[1-9]\d*$/.test(typed)) return Number(typed);
	throw new ReadableError(`${option} is "${typed}". Write the number of a row, from 1.`);
}

function timeOf(typed: string): [number, string] {
	const at = typed.indexOf('=');
	if (at > 0) return [rowOf('--time', typed.slice(0, at)), typed.slice(at + 1)];
	throw new ReadableError(`--time is "${typed}". Write ROW=TIME.`);
}

function oneOf<Value extends string>(
	option: string,
	typed: string | undefined,
	choices: readonly Value[]
): Value | null {
	if (typed === undefined) return null;
	const found = choices.find((choice) => choice === typed);
	if (found !== undefined) return found;
	throw new ReadableError(`${option} is "${typed}". Use ${choices.join(' or ')}.`);
}

function columnOf(typed: string): [Field, number] {
	const [, name, number] = /^(\w+)=(\d+)$/.exec(typed) ?? [];
	const field = FIELDS.find((one) => one === name);
	if (field !== undefined && Number(number) >= 1) return [field, Number(number) - 1];
	throw new ReadableError(
		`--column is "${typed}". Write FIELD=NUMBER, such as time=3; fields: ${FIELDS.join(', ')}.`
	);
}

function meaningOf(typed: string): [string, string] {
	const at = typed.lastIndexOf('=');
	if (at > 0) return [typed.slice(0, at), typed.slice(at + 1)];
	throw new ReadableError(`--means is "${typed}". Write NAME=ID.`);
}
