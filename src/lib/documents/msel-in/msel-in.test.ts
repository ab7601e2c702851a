import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { playedPack } from '../../room/testing/played-pack.ts';
import { utcMinute } from '../../scenario/worlds/calendar.ts';
import { injectPart } from './inject-part.ts';
import { listFrame } from './list-frame.ts';
import { readCsv } from './read-csv.ts';
import { readMsel } from './read-msel.ts';
import { NO_ANSWERS, type ListFrame, type MselReading } from './reading.ts';
import { readWorkbook } from './read-workbook.ts';
import type { Table, TableReading } from './table.ts';
import { documentWords } from '../../text/document-words.ts';

/** A small town whose exercise begins on 19 July 2024 at 04:00 UTC; its roles are called Vendor and Hospital. */
const { scenario } = playedPack();
/** As long as a list may want. */
const horizonMin = 600 * 1440;
const frame = (more: Partial<ListFrame> = {}): ListFrame => ({
	...listFrame(scenario, NO_ANSWERS, documentWords.msel),
	horizonMin,
	...more
});

function tablesOf(reading: TableReading): readonly Table[] {
	if (!reading.ok) throw new Error(reading.fault);
	return reading.tables;
}
const csv = (text: string, more: Partial<ListFrame> = {}): MselReading =>
	readMsel(tablesOf(readCsv(strToU8(text))), frame(more));
const asked = ({ questions }: MselReading) =>
	questions.map(({ code, row, column, text }) => [code, row, column, text]);

/** A workbook by hand: its sheet's XML, and whether its days count from 1904. */
function workbook(sheet: string, { is1904 = false, more = '' } = {}): Uint8Array {
	const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
	const relations = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
	return zipSync({
		'xl/workbook.xml': strToU8(
			`<workbook ${main} ${relations}><workbookPr date1904="${is1904 ? 1 : 0}"/><sheets><sheet name="Old" sheetId="2" state="hidden" r:id="rId2"/><sheet name="Injects" sheetId="1" r:id="rId1"/></sheets></workbook>`
		),
		'xl/_rels/workbook.xml.rels': strToU8(
			'<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="worksheets/sheet2.xml"/></Relationships>'
		),
		'xl/styles.xml': strToU8(
			`<styleSheet ${main}><fonts><font/><font><strike/></font></fonts><cellXfs><xf fontId="0"/><xf fontId="1"/><xf numFmtId="22" fontId="0"/></cellXfs></styleSheet>`
		),
		'xl/worksheets/sheet1.xml': strToU8(
			`<worksheet ${main}><sheetData>${sheet}</sheetData>${more}</worksheet>`
		)
	});
}
const cell = (at: string, text: string, style = 0) =>
	`<c r="${at}" s="${style}" t="inlineStr"><is><t>${text}</t></is></c>`;
const row = (number: number, cells: readonly string[], { style = 0, attributes = '' } = {}) =>
	`<row r="${number}" ${attributes}>${cells.map((text, n) => (text === '' ? '' : cell(`${'ABCDEFG'[n]}${number}`, text, style))).join('')}</row>`;

describe('layouts', () => {
	const LISTS = {
		blueprint:
			'Control Number,Move,Group,Delivery Time,Simulated Time,Assigned To,Status,Title,Description,From Org,To Org,Details,Expected Actions\n7,1,,04:30,,Hospital,Approved,Many calls,,Dispatch,Hospital,All lines are busy,Open a line',
		cadence:
			'Inject #,Title,Description,Scheduled Time,Scenario Day,Scenario Time,From / Source,To / Target,Delivery Method,Track,Phase,Expected Action,Notes,Priority,Location,Responsible Controller\n7,Many calls,All lines are busy,,1,04:30,Dispatch,Hospital,Phone,,,Open a line,,,,',
		conducttr:
			'Number,Time,From,Faction,To,Team,Method,Subject,Message,Expected Action,Tab\n7,04:30,Dispatch,,Hospital,,Phone,Many calls,All lines are busy,Open a line,',
		t3sf: '#,Real Time,Date,Subject,From,Player,Script,Photo,Picture Name,Profile,Poll\n7,04:30,2024-07-19,Many calls,Dispatch,Hospital,All lines are busy,,,,',
		preparedex:
			'Seq No,Date/Time Delivered,Inject Type,Delivery Method,Originator (From),Recipient (To),Inject description\n7,2024-07-19 04:30,Standard,Phone,Dispatch,Hospital,All lines are busy',
		hseep:
			'Event Number,Designated Scenario Time,Event Type,Inject Mode,From,To,Message,Expected Participant Response,Exercise Objective,Notes\n7,2024-07-19 04:30,Inject,Phone,Dispatch,Hospital,All lines are busy,Open a line,,'
	} as const;
	test.each(Object.entries(LISTS))('of %s is known by its headings', (layout, text) => {
		const read = csv(text);
		expect(asked(read)).toEqual([]);
		expect(read.layout).toBe(layout);
		expect(read.injects).toHaveLength(1);
		expect(read.injects[0]).toMatchObject({
			...{ row: 2, atMin: 30, from: 'Dispatch', roles: ['hospital'], message: 'All lines are busy' }
		});
	});

	test('of MITRE has three local times: which one holds is asked, and read when it is said', () => {
		const text =
			'ID,Local Time (ET),Local Time (CET),Local Time (JST),Delivery Method,Target,Title,Description,Assumptions,Notes,Expected Actions,Measure of Performance\n1,04:30,10:30,17:30,Phone,Hospital,Calls,Busy,,,,';
		expect(asked(csv(text))).toEqual([['whichColumn', null, 'Local Time (ET)', '2, 3, 4']]);
		const chosen = csv(text, { columns: { time: 2 } });
		expect(asked(chosen)).toEqual([]);
		expect([chosen.layout, chosen.injects[0]!.atMin]).toEqual(['mitre', 390]);
	});

	test('that nobody knows are read by what their headings are called, and by hand', () => {
		const text = 'DTG;Wer;Narrative;Recipient\n04:30;Dispatch;Busy;Hospital\n04:45;Desk;Calm;All';
		const read = csv(text, { columns: { from: 1 } });
		expect(read.layout).toBeNull();
		expect(read.injects.map(({ from, roles }) => [from, roles])).toEqual([
			['Dispatch', ['hospital']],
			['Desk', []]
		]);
	});

	test('without headings that are known are refused with a question', () => {
		expect(asked(csv('a,b\n1,2'))).toEqual([['noHeadings', null, '', '']]);
	});
});

describe('awkward lists', () => {
	test('two rows of headings with merged cells, and a title above', () => {
		const sheet = [
			row(1, ['Exercise Calm Harbour']),
			row(3, ['Time', 'Who', '', 'Message']),
			row(4, ['', 'From', 'To', '']),
			row(5, ['04:30', 'Dispatch', 'Hospital', 'Busy'])
		].join('');
		const more =
			'<mergeCells><mergeCell ref="A1:D1"/><mergeCell ref="A3:A4"/><mergeCell ref="B3:C3"/><mergeCell ref="D3:D4"/></mergeCells>';
		const read = readMsel(tablesOf(readWorkbook(workbook(sheet, { more }))), frame());
		expect(asked(read)).toEqual([]);
		expect(read.sheet).toBe('Injects');
		expect(read.injects).toMatchObject([{ row: 5, from: 'Dispatch', roles: ['hospital'], atMin: 30 }]);
	});

	test('hidden and struck rows are left out, and said to be', () => {
		const sheet = [
			row(1, ['Time', 'From', 'To', 'Message']),
			row(2, ['04:30', 'A', 'All', 'kept']),
			row(3, ['04:31', 'B', 'All', 'hidden'], { attributes: 'hidden="1"' }),
			row(4, ['04:32', 'C', 'All', 'struck'], { style: 1 })
		].join('');
		const read = readMsel(tablesOf(readWorkbook(workbook(sheet))), frame());
		expect(read.injects.map(({ message }) => message)).toEqual(['kept']);
		expect(read.leftOut).toEqual([
			{ row: 3, because: 'hidden' },
			{ row: 4, because: 'struck' }
		]);
	});

	test.each([false, true])('days that count from 1904 (%s) are the days that they name', (is1904) => {
		const days =
			(utcMinute('2024-07-19T04:30Z') - utcMinute(is1904 ? '1904-01-01T00:00Z' : '1899-12-30T00:00Z')) / 1440;
		const sheet =
			row(1, ['Time', 'From', 'Message']) +
			`<row r="2"><c r="A2" s="2"><v>${days}</v></c>${cell('B2', 'Desk')}${cell('C2', 'Busy')}</row>`;
		const read = readMsel(tablesOf(readWorkbook(workbook(sheet, { is1904 }))), frame());
		expect(read.injects).toMatchObject([{ atMin: 30 }]);
	});

	test('T+90 beside D+1: minutes since the start, and a day that asks for its hour', () => {
		const read = csv('Time,From,Message\nT+90,A,x\nT+1:30,A,y\nD+1,A,z\nD+1 08:00,A,w\n"Day 2, 08:00",A,v');
		expect(read.injects.map(({ row, atMin }) => [row, atMin])).toEqual([
			[2, 90],
			[3, 90],
			[5, 1680],
			[6, 1680]
		]);
		expect(asked(read)).toEqual([['noTimeOfDay', 4, 'Time', 'D+1']]);
	});

	test('7/11 beside 11/7 is asked; a day that can be one thing alone settles its column', () => {
		const head = 'Time,From,Message\n';
		expect(
			asked(csv(`${head}7/11/2024 08:00,A,x\n11/7/2024 08:00,A,y`)).map(([code, row]) => [code, row])
		).toEqual([
			['dateOrder', 2],
			['dateOrder', 3]
		]);
		const settled = csv(`${head}20/7/2024 08:00,A,x\n8/11/2024 08:00,A,y`);
		expect(asked(settled)).toEqual([]);
		expect(settled.injects[1]!.atMin).toBe(utcMinute('2024-11-08T08:00Z') - scenario.clock.startMinute);
		const said = csv(`${head}8/11/2024 08:00,A,x`, { dateOrder: 'monthFirst' });
		expect(said.injects[0]!.atMin).toBe(utcMinute('2024-08-11T08:00Z') - scenario.clock.startMinute);
	});

	test('semicolons in Windows-1252', () => {
		const text = 'Time;From;Subject;Message\n04:30;Zürich – Büro;“Störung”;"a;b\nc"';
		const bytes = Uint8Array.from(
			[...text],
			(sign) => ({ '–': 0x96, '“': 0x93, '”': 0x94 })[sign] ?? sign.charCodeAt(0)
		);
		const read = readMsel(tablesOf(readCsv(bytes)), frame());
		expect(read.injects).toMatchObject([{ from: 'Zürich – Büro', title: '“Störung”', message: 'a;b\nc' }]);
	});

	test('one row for each recipient is one inject, which each of them gets', () => {
		const read = csv('Time,From,To,Message\n04:30,A,Hospital,same\n04:30,A,Vendor,same\n04:31,A,All,other');
		expect(read.injects.map(({ roles }) => roles)).toEqual([['hospital', 'vendor'], []]);
		expect(injectPart(read.injects).injects.map(({ role }) => role)).toEqual([
			'hospital',
			'vendor',
			undefined
		]);
	});

	test('“A | B” as a poll is kept as what people choose from', () => {
		const [inject] = csv('Real Time,From,Script,Poll\n04:30,A,Do we stop?,Stop | Go on').injects;
		expect(inject!.poll).toEqual(['Stop', 'Go on']);
		expect(injectPart([inject!]).injects[0]!.body.en).toBe('Do we stop?\n\n• Stop\n• Go on');
	});

	test('a role or a way that nobody knows is asked with its row and column', () => {
		const text = 'Time,From,To,Method,Message\n04:30,A,Harbour master,Pigeon,x';
		expect(asked(csv(text))).toEqual([
			['unknownMode', 2, 'Method', 'Pigeon'],
			['unknownRole', 2, 'To', 'Harbour master']
		]);
		const meant = { Pigeon: 'microblog', 'Harbour master': 'vendor' };
		expect(csv(text, { meant }).injects).toMatchObject([{ channel: 'microblog', roles: ['vendor'] }]);
	});
});

describe('files that are no list are refused', () => {
	const OLD = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
	const utf16 = (text: string) => [...text].flatMap((sign) => [sign.charCodeAt(0), 0]);
	const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(90_000_000) }, { level: 1 });
	test.each([
		['a workbook that unpacks to far more than a list', bomb, 'zipBomb'],
		['an .xls', Uint8Array.from(OLD), 'oldWorkbook'],
		['a workbook with a password', Uint8Array.from([...OLD, ...utf16('EncryptedPackage')]), 'lockedWorkbook'],
		['a CSV under another name', strToU8('Time,From\n1,2'), 'renamedText'],
		['an archive of something else', zipSync({ 'a.txt': strToU8('x') }), 'otherArchive'],
		['half a workbook', workbook('').slice(0, 200), 'damaged'],
		['an empty file', new Uint8Array(), 'empty']
	])('%s', (_name, bytes, fault) => {
		expect(readWorkbook(bytes)).toEqual({ ok: false, fault });
	});
});
