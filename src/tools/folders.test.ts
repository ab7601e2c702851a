import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { requireWritableFolder } from './folders.ts';

let place: string;
beforeEach(() => (place = mkdtempSync(join(tmpdir(), 'patchfall-folders-'))));
afterEach(() => rmSync(place, { recursive: true }));

const check = (folder: string, probe?: () => void) =>
	requireWritableFolder(folder, 'saved rooms', 'Name another folder.', probe);

const failWith = (code: string) => () => {
	throw Object.assign(new Error(`${code}: as the system says it`), { code });
};

describe('a folder that can be used', () => {
	test('is created when it is missing, with the folders above it', () => {
		check(join(place, 'a', 'b'));
		expect(readdirSync(join(place, 'a'))).toEqual(['b']);
	});

	test('is left as it was', () => {
		check(place);
		expect(readdirSync(place)).toEqual([]);
	});
});

describe('a folder that cannot be used is refused with its path, the reason and the remedy', () => {
	test('a file stands in its place', () => {
		const file = join(place, 'data');
		writeFileSync(file, '');
		expect(() => check(file)).toThrow(
			`Cannot write to ${file}, the folder for saved rooms: a file of that name is in the way.\nName another folder.`
		);
	});

	test('a file stands in the path above it', () => {
		writeFileSync(join(place, 'rooms'), '');
		expect(() => check(join(place, 'rooms', 'data'))).toThrow('a part of that path is a file, not a folder');
	});

	// Tests may run as root, whom permissions do not stop: here the disk's answer is handed in.
	test.each([
		['EROFS', 'it is on a read-only disk'],
		['EACCES', 'you have no permission to write there'],
		['ENOSPC', 'the disk is full'],
		['EIO', 'the system says EIO']
	])('the disk answers %s', (code, reason) => {
		expect(() => check('/srv/data', failWith(code))).toThrow(
			`Cannot write to /srv/data, the folder for saved rooms: ${reason}.\nName another folder.`
		);
	});

	test('a defect of ours is not dressed up as a full disk', () => {
		const defect = new TypeError('probe is broken');
		expect(() =>
			check('/srv/data', () => {
				throw defect;
			})
		).toThrow(defect);
	});
});
