import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { playedPack } from '../../room/testing/played-pack.ts';
import { utcMinute } from '../../scenario/worlds/calendar.ts';
import { listFrame } from './list-frame.ts';
import { readCsv } from './read-csv.ts';
import { readMsel } from './read-msel.ts';
import { NO_ANSWERS, type ListAnswers, type MselReading } from './reading.ts';
import type { Table } from './table.ts';
import { documentWords } from '../../text/document-words.ts';

/** Roles Vendor and Hospital; it begins on 19 July 2024 at 04:00 UTC. */
const { scenario } = playedPack();
const readTables = (tables: readonly Table[], answers: Partial<ListAnswers> = {}): MselReading =>
	readMsel(tables, listFrame(scenario, { ...NO_ANSWERS, ...answers }, documentWords.msel));
function tablesOf(bytes: Uint8Array): readonly Table[] {
	const read = readCsv(bytes);
	if (!read.ok) throw new Error(read.fault);
	return read.tables;
}
const csv = (text: string, answers: Partial<ListAnswers> = {}) =>
	readTables(tablesOf(strToU8(text)), answers);
const asked = ({ questions }: MselReading) => questions.map(({ code, row, text }) => [code, row, text]);

describe('what people say of a list', () => {
	test('a list whose headings nobody knows is read once its row and columns are said', () => {
		const text = 'Übung 7\nWann,Quelle,Ziel,Was\n04:30,Desk,Hospital,Busy';
		const read = csv(text);
		expect(asked(read)).toEqual([['noHeadings', null, '']]);
		expect(read.firstRows).toContainEqual({ number: 2, text: 'Wann · Quelle · Ziel · Was' });
		const row = csv(text, { headingRow: 2 });
		expect(asked(row).map(([code]) => code)).toEqual(['noColumn', 'noColumn']);
		const said = csv(text, { headingRow: 2, columns: { time: 0, from: 1, to: 2, message: 3 } });
		expect(asked(said)).toEqual([]);
		expect(said.injects).toMatchObject([{ atMin: 30, from: 'Desk', roles: ['hospital'], title: 'Busy' }]);
	});

	test('a column can be taken for something else, or for nothing', () => {
		const text = 'Time,From,To,Subject,Message,Notes\n04:30,Desk,Hospital,Short,Long,Other';
		expect(csv(text, { columns: { message: 5 } }).injects[0]!.message).toBe('Other');
		const without = csv(text, { columns: { to: null, title: null } });
		expect(without.injects).toMatchObject([{ roles: [], title: 'Long' }]);
		expect(without.columns.to).toBeUndefined();
	});

	test('a time is said for a row, a row is left out, and what lies outside of the exercise is asked', () => {
		const text = 'Time,From,Message\nTBD,A,x\nT-30,A,y\nT+999999,A,z';
		expect(asked(csv(text))).toEqual([
			['notATime', 2, 'TBD'],
			['beforeStart', 3, 'T-30'],
			['afterEnd', 4, 'T+999999']
		]);
		const said = csv(text, { times: { 2: 'T+10', 3: 'soon' }, without: [4] });
		expect(said.injects).toMatchObject([{ row: 2, atMin: 10 }]);
		expect(asked(said)).toEqual([['notATime', 3, 'soon']]);
		expect(said.leftOut).toEqual([{ row: 4, because: 'said' }]);
	});

	test('the list’s own day is the exercise’s first: its clock is said, and times are counted from there', () => {
		const text = 'Time,From,Message\n2026-11-03 10:00,A,x\n2026-11-04 09:30,A,y';
		const startClock = utcMinute('2026-11-03T09:30Z');
		const berlin = [[0, 60]] as const;
		expect(csv(text).firstClock).toBe(utcMinute('2026-11-03T10:00Z'));
		expect(csv(text, { startClock, zone: berlin }).injects.map(({ atMin }) => atMin)).toEqual([30, 1440]);
	});

	test('a contingency inject that says no condition is asked about, not guessed', () => {
		const text = 'Time,Event Type,From,Message\nT+5,Contingency Inject,A,x\nT+6,Inject,A,y';
		expect(asked(csv(text)).map(([code, row]) => [code, row])).toEqual([['noCondition', 2]]);
		const timed = csv(text, { conditionless: 'atTheirTime' });
		expect(timed.injects.map(({ kind }) => kind)).toEqual(['standard', 'standard']);
		const left = csv(text, { conditionless: 'leftOut' });
		expect(left.leftOut).toEqual([{ row: 2, because: 'noCondition' }]);
	});

	test('a row of a CSV with more cells than headings is asked about: a sign between them may stand in a text', () => {
		const text = 'Time;From;Message\nT+5;Desk;Wait; we are looking\nT+6;Desk;Done';
		expect(asked(csv(text))).toEqual([['moreCells', 2, 'we are looking']]);
		expect(csv(text, { asRead: [2] }).injects.map(({ message }) => message)).toEqual(['Wait', 'Done']);
	});

	test('of several sheets that hold a list it is asked which', () => {
		const [table] = tablesOf(strToU8('Time,From,Message\nT+5,A,x'));
		const sheets = ['Day 1', 'Day 2'].map((sheet) => ({ ...table!, sheet }));
		expect(asked(readTables(sheets))).toEqual([['whichSheet', null, 'Day 1, Day 2']]);
		expect(readTables(sheets, { sheet: 'Day 2' })).toMatchObject({ sheet: 'Day 2', questions: [] });
	});

	test('a recipient called as what every object has is as unknown as any', () => {
		expect(asked(csv('Time,From,To,Message\nT+5,A,constructor,x'))).toEqual([
			['unknownRole', 2, 'constructor']
		]);
	});
});

describe('lists as planners send them', () => {
	test('minutes from the start, with headings of their own, spare injects and quoted commas', () => {
		const read = csv(
			[
				'T+min,Inject#,How,What happens,To whom,Expected action,Hint',
				'T-30,0,Phone,Facilitator reads the rules of play,All,None,',
				'T+5,2,Phone,"Service desk: 40 calls, all blue screens",Hospital,Open a major incident,Watch who decides',
				'T+12,3,E-mail,"Vendor writes: ""we are looking""",Vendor,Ask for the file name,',
				'+95,5,Radio,Airport asks for a gate plan,Airline,Publish a ground stop,',
				'TBD,7,On call,Spare inject,All,,'
			].join('\n')
		);
		expect(asked(read)).toEqual([
			['beforeStart', 2, 'T-30'],
			['unknownRole', 5, 'Airline'],
			['notATime', 6, 'TBD'],
			['unknownMode', 6, 'On call']
		]);
		expect(read.injects.map(({ atMin, message, expected }) => [atMin, message, expected])).toEqual([
			[5, 'Service desk: 40 calls, all blue screens', 'Open a major incident'],
			[12, 'Vendor writes: "we are looking"', 'Ask for the file name']
		]);
	});

	test('semicolons in Windows-1252, German headings, days in four ways and clocks that change', () => {
		const text = [
			'Nr.;Datum;Uhrzeit;Von;An;Einspielung;Erwartete Reaktion',
			'1;03.11.2026;9.30 Uhr;Lagezentrum;Alle;Übungsbeginn – „Grauer Morgen“;keine',
			'2;7/11/2026;10h34;Hotline;Hospital;Störung in Zürich, 1.250 Geräte;ausrufen',
			'3;2026-11-03T11:05+01:00;;Presse;Vendor;Anfrage; mit Semikolon;Erklärung',
			'4;3. Nov 26;24:00;Flughafen;Vendor;Slot verloren;Umbuchen'
		].join('\r\n');
		const SIGNS: Readonly<Record<string, number>> = { '–': 0x96, '„': 0x84, '“': 0x93 };
		const bytes = Uint8Array.from([...text], (sign) => SIGNS[sign] ?? sign.charCodeAt(0));
		const startClock = utcMinute('2026-11-03T09:00Z');
		const read = readTables(tablesOf(bytes), { startClock, zone: [[0, 60]] });
		expect(asked(read)).toEqual([
			['dateOrder', 3, '7/11/2026 10h34'],
			['moreCells', 4, 'Erklärung']
		]);
		expect(read.injects).toMatchObject([
			{ atMin: 30, message: 'Übungsbeginn – „Grauer Morgen“', from: 'Lagezentrum', roles: [] },
			{ atMin: 900, message: 'Slot verloren' }
		]);
	});
});
