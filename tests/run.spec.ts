import { expect, test, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { packOf } from '../src/lib/scenario/testing/pack.ts';
import { letPicturesPass } from './support/at-rest.ts';
import { expectSound, watch } from './support/watch.ts';

/** The pack in one file, as an author would send it. */
const july = packOf('july-2024').text;

/** Opens the page, waits until it can run, and keeps a record of everything that a visitor should never get. */
async function openPage(page: Page, home: string) {
	const wrong = watch(page, home);
	await page.goto('/compare');
	await expect(button(page, 'Run')).toBeEnabled();
	return wrong;
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const time = (page: Page) => page.locator('.clock .time time');
const hash = (page: Page, series: string) => page.locator(`output[data-series=${series}]`);

async function step(page: Page, expected: string) {
	await page.getByRole('button', { name: /^Step/ }).click();
	await expect(time(page)).toHaveText(expected);
}

/** Million hosts that the finding at the end names: of the record, and with nobody deciding. */
async function crashedMillions(page: Page): Promise<[number, number]> {
	const text = (await page.locator('.finding').textContent()) ?? '';
	const found = /^([\d.]+)\smillion hosts crashed\. With nobody deciding: ([\d.]+)\smillion\.$/.exec(
		text.trim()
	);
	expect(found, text).not.toBeNull();
	return [Number(found![1]), Number(found![2])];
}

test('record and nobody decides run to the end and show about 8.5 million against clearly more', async ({
	page,
	baseURL
}) => {
	const wrong = await openPage(page, baseURL!);
	await expect(page.locator('.finding')).toHaveText(/All is well/);
	await button(page, 'Run to the end').click();
	await expect(page.getByText('At the end', { exact: true })).toBeVisible();

	const [record, none] = await crashedMillions(page);
	expect(record).toBeGreaterThan(8.5 * 0.95);
	expect(record).toBeLessThan(8.5 * 1.05);
	expect(none).toBeGreaterThan(record * 1.1);

	const all = page.getByRole('row', { name: /^All hosts/ }).getByRole('cell');
	await expect(all.nth(0)).toHaveText(/^\d{2,3},\d{3},\d{3}$/);
	expect(await all.nth(1).textContent()).toBe(await all.nth(0).textContent());
	await expect(
		page.getByRole('img', { name: /19 July 2024, .* down .*; nobody decides, .* down/ })
	).toBeVisible();
	expect(wrong).toEqual([]);
});

test('pause holds the clock, and running goes on from there', async ({ page, baseURL }) => {
	await openPage(page, baseURL!);
	await button(page, 'Run').click();
	await expect(time(page)).not.toHaveText('04:00');
	await button(page, 'Pause').click();
	await expect(page.getByText('Paused', { exact: true })).toBeVisible();
	const held = await time(page).textContent();
	// A running clock would have moved in so many pictures.
	await letPicturesPass(page, 60);
	expect(await time(page).textContent()).toBe(held);

	await button(page, 'Run').click();
	await expect(time(page)).not.toHaveText(held!);
	expect((await time(page).textContent())! > held!).toBe(true);
});

test('a step is one step of the grid, and starting over goes back to its first minute', async ({
	page,
	baseURL
}) => {
	await openPage(page, baseURL!);
	await step(page, '04:01');
	await step(page, '04:02');
	await button(page, 'Start over').click();
	await expect(time(page)).toHaveText('04:00');
});

test('equal seeds lead to the same state, another seed to another one', async ({ page, baseURL }) => {
	await openPage(page, baseURL!);
	const stateAt = async (seed: string) => {
		await page.getByLabel('Seed').fill(seed);
		await page.getByLabel('Seed').press('Tab');
		await expect(time(page)).toHaveText('04:00');
		for (let minute = 1; minute <= 11; minute++) await step(page, `04:${String(minute).padStart(2, '0')}`);
		await expect(hash(page, 'record')).toHaveText(/^[0-9a-f]{16}$/);
		return hash(page, 'record').textContent();
	};
	const first = await stateAt('a');
	expect(first).toMatch(/^[0-9a-f]{16}$/);
	expect(await stateAt('b')).not.toBe(first);
	expect(await stateAt('a')).toBe(first);
});

test('a downloaded log opens again with the same state hash', async ({ page, baseURL }) => {
	const wrong = await openPage(page, baseURL!);
	await page.getByRole('radio', { name: '6 h/s', exact: true }).check();
	await button(page, 'Run').click();
	await expect(page.getByText(/^([2-9]|\d\d) hours/)).toBeVisible();
	await button(page, 'Pause').click();
	await expect(hash(page, 'record')).toHaveText(/^[0-9a-f]{16}$/);
	const [state, held] = [await hash(page, 'record').textContent(), await time(page).textContent()];

	const [download] = await Promise.all([
		page.waitForEvent('download'),
		button(page, 'Download the log: 19 July 2024').click()
	]);
	expect(download.suggestedFilename()).toMatch(/^july-2024-record-minute-\d+\.log\.json$/);
	const text = readFileSync(await download.path(), 'utf8');

	await page.reload();
	await expect(button(page, 'Run')).toBeEnabled();
	await page.getByLabel('Open a log').setInputFiles({
		name: 'mine.log.json',
		mimeType: 'application/json',
		buffer: Buffer.from(text)
	});
	await expect(page.getByText(/Same state as stored with the log at/)).toBeVisible();
	await expect(hash(page, 'log')).toHaveText(state!);
	await expect(hash(page, 'record')).toHaveText(state!);
	await expect(time(page)).toHaveText(held!);
	expect(wrong).toEqual([]);
});

test('a damaged log is refused with the place named, and the page goes on', async ({ page, baseURL }) => {
	const wrong = await openPage(page, baseURL!);
	await step(page, '04:01');
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		button(page, 'Download the log: Nobody decides').click()
	]);
	const text = readFileSync(await download.path(), 'utf8');
	const damaged = text.replace('"type":"timeAdvanced"', '"type":"timeStolen"');
	expect(damaged).not.toBe(text);

	const open = (buffer: string) =>
		page
			.getByLabel('Open a log')
			.setInputFiles({ name: 'damaged.log.json', mimeType: 'application/json', buffer: Buffer.from(buffer) });
	await open(damaged);
	const notice = page.getByRole('alert');
	await expect(notice).toContainText('damaged.log.json was not opened');
	await expect(notice).toContainText(/line \d+, column \d+/);
	await expect(notice).toContainText("there is no event 'timeStolen'");
	await expect(notice).toContainText(/events\[\d+\]/);

	await open(text.slice(0, text.length / 2));
	await expect(notice).toContainText(/line \d+, column \d+/);
	await expect(time(page)).toHaveText('04:01');
	await step(page, '04:02');
	expect(wrong).toEqual([]);
});

test('an author’s scenario with a fault shows file, line and remedy; mended, it runs', async ({
	page,
	baseURL
}) => {
	const wrong = await openPage(page, baseURL!);
	const open = (text: string) =>
		page
			.getByLabel('Open a scenario file')
			.setInputFiles({ name: 'mine.yaml', mimeType: 'application/yaml', buffer: Buffer.from(text) });
	const own = july.replace(/^id: .*$/m, 'id: my-own').replace(/(^title:\n {2}en: ).*$/m, "$1'My own update'");
	const faulty = own.replace('defect: bootCrash', 'defect: bootCrush');
	const line = faulty.split('\n').findIndex((text) => text.includes('bootCrush')) + 1;
	expect(line).toBeGreaterThan(1);

	await open(faulty);
	const notice = page.getByRole('alert');
	await expect(notice).toContainText(`mine.yaml, line ${line}, column`);
	await expect(notice).toContainText('releases[0].defect');
	await expect(notice).toContainText(/What to do: .*bootCrash/);

	await open(own);
	await expect(notice).toBeEmpty();
	await expect(page.getByRole('combobox', { name: 'Scenario' })).toContainText('My own update');
	await step(page, '04:01');
	expect(wrong).toEqual([]);
});

test('by keyboard alone: step, choose a speed, run and pause', async ({ page, baseURL }) => {
	await openPage(page, baseURL!);
	const tabTo = async (name: RegExp) => {
		for (let i = 0; i < 40; i++) {
			await page.keyboard.press('Tab');
			const label = await page.evaluate(() => {
				const at = document.activeElement;
				return at?.closest('label')?.textContent ?? at?.getAttribute('aria-label') ?? at?.textContent ?? '';
			});
			if (name.test(label.trim())) return;
		}
		throw new Error(`the Tab key does not get to ${name}`);
	};
	await tabTo(/^Open a scenario file$/);
	await tabTo(/^Run$/);
	await tabTo(/^Step 1 min$/);
	await page.keyboard.press('Enter');
	await expect(time(page)).toHaveText('04:01');
	await tabTo(/^10 min\/s$/);
	await page.keyboard.press('ArrowRight');
	await expect(page.getByRole('radio', { name: '1 h/s', exact: true })).toBeChecked();
	await page.keyboard.press('Shift+Tab');
	await page.keyboard.press('Shift+Tab');
	await page.keyboard.press('Space');
	await expect(time(page)).not.toHaveText('04:01');
	await page.keyboard.press('Space');
	await expect(page.getByText('Paused', { exact: true })).toBeVisible();
});

test('on a desk and a phone nothing is wider than the screen, and axe finds nothing', async ({
	page,
	baseURL
}) => {
	const wrong = await openPage(page, baseURL!);
	await button(page, 'Run').click();
	await expect(page.getByText(/hosts down/).first()).toBeVisible();
	await button(page, 'Pause').click();
	for (const twin of await page.getByText('Show as a table').all()) await twin.click();
	await page.setInputFiles('input[type=file] >> nth=1', {
		name: 'no.json',
		mimeType: 'application/json',
		buffer: Buffer.from('{')
	});
	await expect(page.getByRole('alert')).toContainText('no.json');
	for (const [width, height] of [
		[1280, 720],
		[390, 844]
	] as const) {
		await page.setViewportSize({ width, height });
		await expectSound(page);
	}
	expect(wrong).toEqual([]);
});

test('where there are no workers the page says so in plain words', async ({ page }) => {
	await page.addInitScript(() => {
		Object.defineProperty(window, 'Worker', { value: undefined });
	});
	await page.goto('/compare');
	await expect(page.getByRole('alert')).toContainText('The exercise cannot run here');
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});
