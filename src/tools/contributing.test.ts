import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { projectFolder } from './project.ts';

const TEXT = readFileSync(join(projectFolder, 'CONTRIBUTING.md'), 'utf8');
const [, WAY = ''] = /## One decision[^]*?```\n([^]*?)```/.exec(TEXT) ?? [];

/** The numbered files of the way, each with its folder: one that names none is in the folder of the file before. */
function filesOfWay(): { readonly number: number; readonly file: string }[] {
	let folder = '';
	return [...WAY.matchAll(/(?<!\S)(\d+) ([\w./-]+\.(?:svelte\.ts|svelte|ts))/g)].map(([, number, name]) => {
		const file = name!.includes('/') ? name! : join(folder, name!);
		folder = dirname(file);
		return { number: Number(number), file };
	});
}

const isThere = (path: string) =>
	['', 'src', 'src/lib'].some((folder) => existsSync(join(projectFolder, folder, path)));

test('R165: every file on the way of a decision is there, numbered, and as many as the page says', () => {
	const way = filesOfWay();
	expect(way.filter(({ file }) => !isThere(file))).toEqual([]);
	expect(way.map(({ number }) => number)).toEqual(way.map((_, index) => index + 1));
	expect(TEXT).toContain(`${way.length} in all`);
	expect(way.length).toBeGreaterThan(10);
});

test('R165: whatever else the page names by its path is there', () => {
	const named = [...TEXT.matchAll(/`((?:[\w.()-]+\/)+[\w.-]*)`/g)].map(([, path]) => path!);
	expect(named.length).toBeGreaterThan(20);
	expect(named.filter((path) => !isThere(path))).toEqual([]);
});
