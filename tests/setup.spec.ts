import { expect, test, type Page } from '@playwright/test';
import { expectMarkedOnPaper } from './support/on-paper.ts';
import { expectSound, expectSoundOnScreens, watch } from './support/watch.ts';

const begin = (page: Page) => page.getByRole('button', { name: 'Go to the briefing' });
const onwards = (page: Page) => page.getByRole('button', { name: 'Go to preparation' });

/** The world is read first: some seconds on a busy machine. */
async function openSetup(page: Page) {
	await page.goto('/play');
	await expect(begin(page)).toBeVisible();
}

test('on every screen setup and briefing fit, and axe finds nothing', async ({ page, baseURL }) => {
	const wrong = watch(page, baseURL!);
	await openSetup(page);
	await expectSoundOnScreens(page);
	await begin(page).click();
	await expect(onwards(page)).toBeVisible();
	await expectSoundOnScreens(page);
	expect(wrong).toEqual([]);
});

test('each seat says what it owns, what it may spend and what it is judged by', async ({ page }) => {
	await openSetup(page);
	const seats = page.getByRole('group', { name: 'Your role' }).getByRole('radio');
	await expect(seats).toHaveCount(7);
	for (let seat = 0; seat < 6; seat++) {
		await seats.nth(seat).check();
		for (const heading of ['What you own', 'What you may spend', 'What you are judged by'])
			await expect(page.getByRole('heading', { name: heading })).toBeVisible();
		const weights = await page.locator('.terms dd').allTextContents();
		const sum = weights.reduce((all, text) => all + Number.parseFloat(text), 0);
		expect(Math.abs(sum - 100)).toBeLessThanOrEqual(1);
	}
	await seats.nth(6).check();
	await expect(page.getByRole('heading', { name: 'The whole table' })).toBeVisible();
});

test('by keyboard alone: a seat, a length, a rule for the others, and on to the briefing', async ({
	page
}) => {
	await openSetup(page);
	const focused = () =>
		page.evaluate(() => {
			const at = document.activeElement as HTMLInputElement | null;
			return at?.closest('label')?.textContent || at?.id || at?.textContent || '';
		});
	const tabTo = async (name: RegExp) => {
		for (let i = 0; i < 60; i++) {
			await page.keyboard.press('Tab');
			if (name.test(await focused())) return;
		}
		throw new Error(`the Tab key does not get to ${name}`);
	};
	await tabTo(/Corvane/);
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('ArrowDown');
	await expect(page.getByRole('heading', { name: 'Altamark Airways' })).toBeVisible();
	await tabTo(/Short/);
	await page.keyboard.press('ArrowDown');
	await tabTo(/profile/);
	await page.keyboard.press('ArrowDown');
	await tabTo(/Go to the briefing/);
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Altamark Airways');
	await expect(page.getByText(/6 rounds of incident and 5 of recovery/)).toBeVisible();
	await page.keyboard.press('Control+Enter');
	await expect(page.getByRole('dialog')).toContainText('First you prepare.');
});

test('the briefing is kept: a reload comes back to it, and another seat can still be chosen', async ({
	page
}) => {
	await openSetup(page);
	await page.getByLabel('Seed', { exact: true }).fill('kept');
	await begin(page).click();
	await expect(onwards(page)).toBeVisible();
	await expect(page).toHaveURL(/\/play\?run=/);
	await page.reload();
	await expect(onwards(page)).toBeVisible();
	// R291
	await expectMarkedOnPaper(page);
	await page.getByRole('button', { name: 'Choose another seat' }).click();
	await expect(begin(page)).toBeVisible();
	await expect(page).toHaveURL('/play');
});

test('a run from the list starts again: the same seat and seed, a run of its own', async ({ page }) => {
	await openSetup(page);
	await page.getByRole('radio', { name: /Saint Alder/ }).check();
	await page.getByLabel('Seed', { exact: true }).fill('twice');
	await begin(page).click();
	await expect(onwards(page)).toBeVisible();
	const first = page.url();
	await page.goto('/');
	await page.getByRole('link', { name: 'Again' }).click();
	await expect(onwards(page)).toBeVisible();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Saint Alder Health');
	expect(page.url()).not.toBe(first);
	await page.goto('/');
	await expect(page.getByText(/seed twice/)).toHaveCount(2);
});

test('the first-run guide goes through by Enter alone, is remembered, and can be asked for again', async ({
	page
}) => {
	await openSetup(page);
	await begin(page).click();
	await onwards(page).click();
	const guide = page.getByRole('dialog');
	await expect(guide).toContainText('1 of 4');
	for (let step = 0; step < 4; step++) await page.keyboard.press('Enter');
	await expect(guide).toHaveCount(0);
	await page.reload();
	await expect(page.getByRole('heading', { name: /What do you spend/ })).toBeVisible();
	await expect(guide).toHaveCount(0);
	await page.keyboard.press('Shift+F2');
	await page.getByRole('button', { name: 'Theme' }).click();
	await page.getByRole('button', { name: 'Show the first-run guide again' }).click();
	await expect(guide).toContainText('First you prepare.');
	await page.keyboard.press('Escape');
	await expect(guide).toHaveCount(0);
});

test('where there are no workers the page says so in plain words', async ({ page }) => {
	await page.addInitScript(() => {
		Object.defineProperty(window, 'Worker', { value: undefined });
	});
	await page.goto('/play');
	await expect(page.getByRole('alert')).toContainText('The exercise cannot run here');
	await expectSound(page);
});

test('a run that is not kept here, and a log that is none, are refused in plain words', async ({ page }) => {
	await page.goto('/play?run=nothing');
	await expect(page.getByText('Not opened.', { exact: true })).toBeVisible();
	await page.getByRole('button', { name: 'Dismiss' }).click();
	await page.getByLabel('Open a saved log').setInputFiles({
		name: 'no.json',
		mimeType: 'application/json',
		buffer: Buffer.from('{')
	});
	await expect(page.getByText('Not opened.', { exact: true })).toBeVisible();
	await expectSound(page);
	await expect(begin(page)).toBeVisible();
});
