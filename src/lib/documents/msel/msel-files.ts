import { documentWords } from '../../text/document-words.ts';
import { csvText } from '../office/csv.ts';
import { workbookFile } from '../office/workbook.ts';
import { aboutFile, handlingOf, markingOf } from '../material/about.ts';
import type { Material } from '../material/material.ts';
import { MSEL_COLUMNS, mselRows, type MselColumn } from './msel-rows.ts';

const words = documentWords.msel;

/** In characters; the others are as wide as most. */
const WIDTHS: Readonly<Partial<Record<MselColumn, number>>> = {
	number: 8,
	scenarioTime: 17,
	from: 20,
	message: 60,
	expected: 36,
	objective: 34,
	notes: 34,
	title: 34,
	move: 7,
	task: 34,
	condition: 34
};
const WIDTH = 14;
/** HSEEP's own: with all of them a page cannot be read. */
const PRINTED = 10;

const head = MSEL_COLUMNS.map((column) => words.columns[column]);

function table(material: Material): string[][] {
	return mselRows(material).map((row) => MSEL_COLUMNS.map((column) => row[column]));
}

export function mselCsv(material: Material): string {
	return csvText([head, ...table(material)]);
}

export function mselWorkbook(material: Material): Uint8Array {
	const { scenario } = material.pack;
	const { rows } = words.about;
	const title = words.title(material.say(scenario.title));
	return workbookFile(aboutFile(material, title), [
		{
			name: words.sheets.events,
			widths: MSEL_COLUMNS.map((column) => WIDTHS[column] ?? WIDTH),
			head,
			printed: PRINTED,
			rows: table(material)
		},
		{
			name: words.sheets.about,
			widths: [24, 90],
			head: words.about.columns,
			printed: 2,
			rows: [
				[rows.marking, markingOf(scenario, material.say)],
				[rows.handling, handlingOf(scenario, material.say)],
				[rows.scenario, material.say(scenario.title)],
				[rows.times, rows.timesText],
				[rows.kinds, rows.kindsText],
				[rows.ours, rows.oursText]
			]
		}
	]);
}
