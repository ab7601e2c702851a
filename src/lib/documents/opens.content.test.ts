import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeDocument } from './catalogue.ts';
import { DOCUMENT_IDS } from './document-ids.ts';
import { playedMaterial } from './testing/played-material.ts';

/** Opens every document in LibreOffice, prints it, and looks at the pages; skipped where there is none. */

const onPath = (name: string) =>
	(process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)));
const canOpen = ['soffice', 'pdftotext', 'pdfimages'].every(onPath);

describe.skipIf(!canOpen)('in LibreOffice', () => {
	let folder: string;
	const files: string[] = [];

	beforeAll(async () => {
		folder = mkdtempSync(join(tmpdir(), 'patchfall-documents-'));
		const material = await playedMaterial('shared');
		for (const { name, bytes } of DOCUMENT_IDS.flatMap((id) => makeDocument(id, material))) {
			if (!/\.(docx|xlsx|pptx)$/.test(name)) continue;
			writeFileSync(join(folder, name), bytes);
			files.push(name);
		}
		const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
		const ask = ['--headless', profile, '--convert-to', 'pdf', '--outdir', folder];
		execFileSync('soffice', [...ask, ...files.map((name) => join(folder, name))], { stdio: 'ignore' });
	});
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	const pagesOf = (name: string) =>
		execFileSync('pdftotext', ['-layout', join(folder, name.replace(/\w+$/, 'pdf')), '-'], {
			encoding: 'utf8'
		})
			.split('\f')
			.slice(0, -1);

	test('every document opens and prints, with the marking on every page and something to read on it', () => {
		expect(files).toHaveLength(8);
		for (const name of files) {
			const pages = pagesOf(name);
			expect(pages.length, name).toBeGreaterThan(0);
			for (const [n, page] of pages.entries()) {
				expect(page, `${name}, page ${n + 1}`).toContain('THIS IS AN EXERCISE');
				expect(page.replace(/\s+/g, ' ').length, `${name}, page ${n + 1}`).toBeGreaterThan(60);
			}
		}
	});

	test('the report’s sections, tables and figures are on its pages', () => {
		const text = pagesOf('after-action-report.docx').join('\n').replace(/\s+/g, ' ');
		for (const part of [
			'Exercise overview',
			'Figure 2.',
			'Table 1.',
			'Appendix A',
			'Corrective Action',
			'Appendix C'
		])
			expect(text).toContain(part);
		const images = execFileSync('pdfimages', ['-list', join(folder, 'after-action-report.pdf')], {
			encoding: 'utf8'
		});
		expect(images.match(/ image /g)?.length).toBeGreaterThanOrEqual(2);
	});

	test('a spreadsheet opens with its columns and texts', () => {
		const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
		const out = join(folder, 'csv');
		const ask = [
			'--headless',
			profile,
			'--convert-to',
			'csv:Text - txt - csv (StarCalc):44,34,76',
			'--outdir',
			out
		];
		execFileSync('soffice', [...ask, join(folder, 'msel.xlsx')], { stdio: 'ignore' });
		const text = execFileSync('cat', [join(out, 'msel.csv')], { encoding: 'utf8' });
		expect(text.split('\n')[0]).toMatch(/^Event Number,Designated Scenario Time,/);
		expect(text).toContain('world.down > 200');
	});
});
