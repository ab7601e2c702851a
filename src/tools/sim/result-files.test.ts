import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ResultFiles } from './result-files.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'patchfall-results-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const read = (name: string) => readFileSync(join(folder, name), 'utf8');

test('files appear under their names together, when all are written', () => {
	const files = new ResultFiles(folder);
	files.append('a', 'one ');
	files.append('b', 'x');
	files.append('a', 'two');
	expect(readdirSync(folder)).toEqual(['a.partial', 'b.partial']);
	files.commit();
	files.discard();
	expect(readdirSync(folder)).toEqual(['a', 'b']);
	expect(read('a')).toBe('one two');
});

test('a run that is given up leaves earlier results as they were', () => {
	writeFileSync(join(folder, 'a'), 'earlier');
	const files = new ResultFiles(folder);
	files.append('a', 'half');
	files.discard();
	expect(readdirSync(folder)).toEqual(['a']);
	expect(read('a')).toBe('earlier');
});

test('a folder in the way is found before any file is replaced', () => {
	mkdirSync(join(folder, 'b'));
	writeFileSync(join(folder, 'a'), 'earlier');
	const files = new ResultFiles(folder);
	files.append('a', 'new');
	files.append('b', 'new');
	expect(() => files.commit()).toThrow('a folder of that name is in the way');
	files.discard();
	expect(read('a')).toBe('earlier');
	expect(readdirSync(folder)).toEqual(['a', 'b']);
});

test('a folder that is gone is said by name', () => {
	const files = new ResultFiles(join(folder, 'gone'));
	expect(() => files.append('a', 'text')).toThrow(/^Cannot write .*gone.a: the system says ENOENT/);
});
