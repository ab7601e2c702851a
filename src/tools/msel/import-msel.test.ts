import * as v from 'valibot';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { playedText } from '../../lib/room/testing/played-pack.ts';
import { PartSchema } from '../../lib/scenario/schema/scenario.ts';
import { importMsel } from './command.ts';

const folder = mkdtempSync(join(tmpdir(), 'patchfall-import-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, text: string) => {
	const path = join(folder, name);
	writeFileSync(path, text);
	return path;
};
const scenario = file('small.yaml', playedText());

function imported(...args: string[]): { code: number; said: string } {
	let said = '';
	const code = importMsel([...args, '--scenario', scenario], (text) => (said += `${text}\n`));
	return { code, said };
}

test('a list becomes a part of a scenario, as its schema wants it', () => {
	const list = file('list.csv', 'Time;From;To;Subject;Message\nT+30;Desk;Hospital;Busy;All lines are busy\n');
	const out = join(folder, 'injects.yaml');
	const { code, said } = imported(list, '--out', out);
	expect(code).toBe(0);
	expect(said).toContain('row 2, 00:30, to hospital: Busy');
	const read = v.parse(PartSchema, parse(readFileSync(out, 'utf8')));
	expect(read.injects).toMatchObject([
		{ id: 'busy', at: 30, channel: 'email', from: 'Desk', role: 'hospital' }
	]);
});

test('what can be read in two ways is asked, with row and column, and nothing is written', () => {
	const list = file('asks.csv', 'Time,From,To,Message\n8/11/2024 08:00,Desk,Harbour,x\n');
	const out = join(folder, 'never.yaml');
	const { code, said } = imported(list, '--out', out);
	expect(code).toBe(1);
	expect(said).toContain('row 2, column “Time”: “8/11/2024 08:00” may be two days. Say --dates');
	expect(said).toContain('row 2, column “To”: “Harbour” is no role of the scenario.');
	expect(existsSync(out)).toBe(false);
	const told = imported(
		list,
		'--dates',
		'dayFirst',
		'--start',
		'2024-11-08T07:30',
		'--means',
		'Harbour=hospital'
	);
	expect(told.said).toContain('row 2, 00:30, to hospital: x');
	expect(told.code).toBe(0);
});

test('a time that cannot be read is said by row, or its row left out', () => {
	const list = file('times.csv', 'Time,From,Message\nTBD,Desk,x\nT-30,Desk,y\n');
	expect(imported(list).said).toContain('row 3, column “Time”: “T-30” lies before the exercise begins.');
	const told = imported(list, '--time', '2=T+15', '--without', '3');
	expect(told.said).toContain('row 2, 00:15, to all: x');
	expect(told.code).toBe(0);
	expect(() => imported(list, '--without', 'all')).toThrow('--without is "all". Write the number of a row');
});

test('the clocks of a place are those of its zone, wherever the command runs', () => {
	const list = file('zone.csv', 'Time,From,Message\n2024-07-19 14:30,Desk,x\n');
	expect(imported(list, '--zone', 'Australia/Sydney').said).toContain('row 2, 00:30');
	expect(() => imported(list, '--zone', 'Mars/North')).toThrow(/It knows UTC, Australia\/Sydney/);
});

test('a file that is no list is refused in words', () => {
	expect(() => imported(file('list.xlsx', 'Time,From'))).toThrow('let its name end in .csv');
});
