import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { stringify } from 'yaml';
import { FIELDS } from '../../lib/documents/msel-in/columns.ts';
import { injectPart } from '../../lib/documents/msel-in/inject-part.ts';
import { listFrame } from '../../lib/documents/msel-in/list-frame.ts';
import { readList } from '../../lib/documents/msel-in/read-list.ts';
import { readMsel } from '../../lib/documents/msel-in/read-msel.ts';
import type { MselReading } from '../../lib/documents/msel-in/reading.ts';
import { LIST_BYTES_MOST, type Table } from '../../lib/documents/msel-in/table.ts';
import { elapsed } from '../../lib/documents/material/moments.ts';
import type { Scenario } from '../../lib/scenario/scenario.ts';
import { FORMAT } from '../../lib/scenario/schema/scenario.ts';
import { mselInWords as words } from '../../lib/text/msel-in-words.ts';
import { loadPack } from '../packs.ts';
import { ReadableError } from '../readable-error.ts';
import { readImportOptions, type ImportOptions } from './options.ts';
import { documentWords } from '../../lib/text/document-words.ts';

/**
 * Does what `npm run import:msel` was asked for.
 * @returns the exit code: 1 where something has to be said first
 * @throws ReadableError for a file that is no list
 */
export function importMsel(args: readonly string[], say: (text: string) => void): number {
	const options = readImportOptions(args);
	if (typeof options === 'string') {
		say(options);
		return 0;
	}
	const { scenario } = loadPack(options.scenario);
	const tables = readTables(options.list);
	const { out } = options;
	for (const [name, id] of Object.entries(options.answers.meant)) refuseUnknown(scenario, name, id);
	const zone = zoneOf(scenario, options);
	const frame = listFrame(scenario, { ...options.answers, zone }, documentWords.msel);
	const list = readMsel(tables, frame);
	say(previewText(list));
	if (list.questions.length > 0) return 1;
	const { injects, questions } = injectPart(list.injects);
	const votes = questions.length === 0 ? {} : { questions };
	if (out === null) {
		say(words.preview);
		return 0;
	}
	if (existsSync(out)) throw new ReadableError(`${out} is there already. Give another name with --out.`);
	writeFileSync(out, stringify({ format: FORMAT, part: 'injects', injects, ...votes }, { lineWidth: 120 }));
	say(words.wrote(out, injects.length));
	return 0;
}

function readTables(path: string): readonly Table[] {
	const file = basename(path);
	if (!existsSync(path))
		throw new ReadableError(`Cannot read ${path}: there is no such file. Check the path.`);
	if (statSync(path).size > LIST_BYTES_MOST) throw new ReadableError(words.faults.tooLarge(file));
	const reading = readList(file, new Uint8Array(readFileSync(path)));
	if (reading.ok) return reading.tables;
	throw new ReadableError(words.faults[reading.fault](file));
}

function zoneOf({ world }: Scenario, { zone }: ImportOptions): readonly (readonly [number, number])[] {
	if (zone === null || zone === 'UTC') return [];
	const found = Object.hasOwn(world.zones, zone) ? world.zones[zone] : undefined;
	if (found !== undefined) return found;
	const known = Object.keys(world.zones).sort().join(', ');
	throw new ReadableError(
		`--zone is "${zone}", of which the scenario's world knows no clocks. It knows UTC, ${known}.`
	);
}

function refuseUnknown({ roles }: Scenario, name: string, id: string): void {
	const isKnown = id === '' || roles.some((role) => role.id === id) || /^[a-z]+([A-Z][a-z]+)*$/.test(id);
	if (isKnown) return;
	const ids = roles.map((role) => role.id).join(', ');
	throw new ReadableError(`--means "${name}=${id}": there is no such role. Roles: ${ids}.`);
}

function previewText({ sheet, layout, columns, headings, injects, leftOut, questions }: MselReading): string {
	const fields = FIELDS.flatMap((field) =>
		columns[field] === undefined ? [] : [words.column(field, headings[columns[field]]!.text)]
	);
	const rows = injects.map(({ row, atMin, roles, title }) =>
		words.inject(row, elapsed(atMin), roles.length === 0 ? words.everybody : roles.join(', '), title)
	);
	const asked = questions.map(({ code, row, column, text }) => {
		const place = words.place(row, column);
		const what = words.questions[code](text);
		return `  ${place === '' ? '' : `${place}: `}${what} ${words.remedies[code](String(row), text)}`;
	});
	return [
		words.layout(layout === null ? null : words.layouts[layout], sheet),
		...fields,
		words.found(injects.length),
		...rows,
		...leftOut.map(({ row, because }) => words.leftOut(row, words.why[because])),
		...(asked.length === 0 ? [] : [words.asked(asked.length), ...asked])
	].join('\n');
}
