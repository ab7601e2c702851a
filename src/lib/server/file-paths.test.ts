import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readFilePaths } from './file-paths.ts';

let build: string;
beforeEach(() => (build = mkdtempSync(join(tmpdir(), 'patchfall-build-'))));
afterEach(() => rmSync(build, { recursive: true }));

function write(...files: string[]) {
	for (const file of files) {
		mkdirSync(dirname(join(build, file)), { recursive: true });
		writeFileSync(join(build, file), '');
	}
}

test('files stand at their names, pages at their addresses in both spellings', () => {
	write(
		'client/_app/a.js',
		'client/favicon.svg',
		'prerendered/index.html',
		'prerendered/map.html',
		'prerendered/model/__data.json'
	);
	const paths = readFilePaths(build);
	for (const path of ['/_app/a.js', '/favicon.svg', '/', '/map', '/map/', '/model/__data.json']) {
		expect(paths, path).toContain(path);
	}
	for (const path of ['/server/index.js', '/map.html']) expect(paths, path).not.toContain(path);
});

test('a build that is missing has no files', () => {
	expect(readFilePaths(join(build, 'missing')).size).toBe(0);
});
