import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectFolder } from './project.ts';

const read = (file: string) => readFileSync(join(projectFolder, file), 'utf8');
/** Rows of the table: number, and everything that holds the check. */
const ROWS = read('tests/CHECKS.md')
	.split('\n')
	.flatMap((line) => {
		const [, number, , heldBy] = /^\| *(\d+) *\|(.*)\|([^|]*)\|$/.exec(line) ?? [];
		return number === undefined ? [] : [{ number: Number(number), heldBy: heldBy!.trim() }];
	});

test('R154: each of the thirty checks of a workshop is listed once', () => {
	expect(ROWS.map(({ number }) => number)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
});

test.each(ROWS)('R154: check $number is held by tests that are there, or says why by none', ({ heldBy }) => {
	const named = [...heldBy.matchAll(/`([^`]+)` “([^”]+)”/g)];
	if (named.length === 0) return expect(heldBy).toMatch(/^(by hand|not yet): .{20,}/);
	for (const [, file, title] of named) {
		expect(existsSync(join(projectFolder, file!)), file).toBe(true);
		expect(read(file!), `${file}: ${title}`).toContain(title);
	}
});
