import { expect, type Locator, type Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { officeFaults } from '../../src/lib/documents/testing/office-check.ts';

/** Worlds are run once for the first document that shows what they came to, on a busy machine perhaps for long. */
const MADE = { timeout: 240_000 };

/** What every file of an ending has to be; what is wrong with it, in words. */
const FAULTS: Readonly<Record<string, (bytes: Uint8Array) => readonly string[]>> = {
	docx: officeFaults,
	xlsx: officeFaults,
	pptx: officeFaults,
	csv: (bytes) => {
		// What stands in quotation marks may hold commas and line ends.
		const bare = strFromU8(bytes).replace(/"(?:[^"]|"")*"/g, '""');
		const [head, ...rows] = bare.trim().split(/\r?\n/);
		const columns = (row: string) => row.split(',').length;
		const odd = rows.filter((row) => columns(row) !== columns(head!));
		const isTable = columns(head!) > 2 && rows.length > 0 && odd.length === 0;
		return isTable ? [] : [`${rows.length} rows, ${odd.length} of them odd, under ‘${head}’`];
	},
	jsonl: (bytes) => {
		const lines = strFromU8(bytes).trim().split('\n');
		const types = lines.map((line) => (JSON.parse(line) as { readonly type?: unknown }).type);
		return types.includes('exerciseCreated') ? [] : ['it holds no exercise'];
	}
};

function faultsOf(name: string, bytes: Uint8Array): readonly string[] {
	return FAULTS[name.slice(name.lastIndexOf('.') + 1)]!(bytes).map((fault) => `${name}: ${fault}`);
}

async function saved(page: Page, button: Locator): Promise<{ name: string; bytes: Uint8Array }> {
	const download = page.waitForEvent('download', MADE);
	await button.click();
	const file = await download;
	return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

/**
 * Presses every document that a page offers, reads each file as strictly as its readers, and finds the same in the ZIP of all.
 * @returns the names of the files
 */
export async function saveEveryDocument(page: Page): Promise<readonly string[]> {
	const section = page.getByRole('region', { name: 'Reports and data' });
	const said = section.getByRole('status');
	const buttons = section.getByRole('listitem').getByRole('button');
	await expect(buttons.first()).toBeVisible();
	const files: string[] = [];
	for (const button of await buttons.all()) {
		const { name, bytes } = await saved(page, button);
		await expect(said).toHaveText(/: made\.$/);
		expect(faultsOf(name, bytes)).toEqual([]);
		files.push(name);
	}
	const all = await saved(page, section.getByRole('button', { name: 'All of them in one ZIP' }));
	const packed = unzipSync(all.bytes);
	expect(Object.keys(packed).sort()).toEqual([...files].sort());
	for (const [name, bytes] of Object.entries(packed)) expect(faultsOf(name, bytes)).toEqual([]);
	return files;
}
