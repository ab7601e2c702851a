import { expect, test, type Page } from '@playwright/test';
import { closeContexts } from './support/close-contexts.ts';
import { expectAccessible, watch } from './support/watch.ts';
import { mainAction } from './support/workshop-room.ts';

test.afterEach(closeContexts);

test.use({ viewport: { width: 1440, height: 900 }, contextOptions: { reducedMotion: 'reduce' } });

/** Presses what can be pressed by keyboard, wherever the focus is. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
	const target = page.getByRole('button', { name }).first();
	await expect(target).toBeVisible();
	for (let n = 0; n < 200; n++) {
		if (await target.evaluate((button) => button === document.activeElement)) return;
		await page.keyboard.press('Tab');
	}
	throw new Error(`Tab never came to ${String(name)}`);
}

test('nobody but a facilitator, by keyboard alone: a whole workshop from /host to the hot wash, thrown away at the end', async ({
	page,
	baseURL
}) => {
	const wrong = watch(page, baseURL!);
	await page.goto('/host');
	await expect(page.getByLabel('Name of team 1')).toBeVisible();
	await tabTo(page, /^Rehearse it alone first/);
	await page.keyboard.press('Enter');
	await expect(mainAction(page)).toHaveText('Start the briefing');
	await expect(page.getByText('Bots sit in every seat')).toBeVisible();
	await expectAccessible(page);

	const ready = page.getByRole('heading', { name: /^All \d+ teams are ready/ });
	for (let n = 0; n < 40; n++) {
		const label = (await mainAction(page).textContent())!.trim();
		if (/^(Show what|End)/.test(label)) break;
		// Bots read, advise and decide; who does not wait for them is asked to press twice.
		if (/^Close decisions/.test(label) && n < 8) await expect(ready).toBeVisible();
		await page.keyboard.press('Control+Enter');
		if (await page.locator('.again').getByText('Press once more').isVisible())
			await page.keyboard.press('Control+Enter');
		// Who has not decided is given 20 seconds; nobody here needs them.
		const closeAtOnce = page.getByRole('button', { name: 'Close at once' });
		if (await closeAtOnce.isVisible()) await closeAtOnce.press('Enter');
		await expect(mainAction(page)).not.toHaveText(label);
		await expect(mainAction(page)).not.toHaveText(/^(Pause|On its way|Closing)/);
		const atOnce = page.getByRole('radio', { name: 'At once' });
		if ((await atOnce.isVisible()) && !(await atOnce.isChecked())) {
			await atOnce.focus();
			await page.keyboard.press('Space');
		}
	}
	await expect(page.getByRole('heading', { name: 'Hot wash' }).first()).toBeVisible();
	// What bots would keep and change comes as cards.
	await expect(page.locator('main').getByRole('checkbox').first()).toBeVisible();
	await expectAccessible(page);

	await tabTo(page, /throw it away$/);
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/host/);
	await expect(page.getByText('The rehearsal is over and was thrown away.')).toBeVisible();
	expect(wrong).toEqual([]);
});

test('a desk held in one hand shows one part at a time, and its main button in reach of the thumb', async ({
	browser,
	baseURL
}) => {
	const context = await browser.newContext({
		...{ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
		...{ baseURL: baseURL!, locale: 'en-GB', reducedMotion: 'reduce' }
	});
	const page = await context.newPage();
	await page.goto('/host');
	await page.getByRole('button', { name: 'Rehearse it alone first' }).tap();
	const main = mainAction(page);
	await expect(main).toHaveText('Start the briefing');
	const box = (await main.boundingBox())!;
	expect(box.height).toBeGreaterThanOrEqual(56);
	expect(box.y).toBeGreaterThan(844 / 2);
	await main.tap();
	await expect(main).toHaveText(/^Open preparation/);
	await main.tap();
	await page.getByRole('button', { name: /^Teams/ }).tap();
	await expect(page.getByRole('heading', { name: /^All \d+ teams are ready/ })).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Run sheet' })).toBeHidden();
	await page.getByRole('button', { name: 'Run sheet', exact: true }).tap();
	await expect(page.getByRole('heading', { name: 'Run sheet' })).toBeVisible();
	await page.getByRole('button', { name: 'Stage', exact: true }).tap();
	await expect(page.getByRole('heading', { name: 'On the stage now' })).toBeVisible();
	await main.tap();
	await expect(main).not.toHaveText(/^Close preparation/);
	const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
	expect(wide).toBe(false);
	await context.close();
});
