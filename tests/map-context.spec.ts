import { expect, test, type Page } from '@playwright/test';
import { hasContext, loseContexts, rememberContexts } from './support/lost-contexts.ts';
import { openMap } from './support/map-page.ts';
import { guide, preparing, question } from './support/play-exercise.ts';

const said = (page: Page) => page.getByText(/graphics of this browser have stopped/);
const again = (page: Page) => page.getByRole('button', { name: 'Try the map again' });

test.beforeEach(({ page }) => rememberContexts(page));

test('on the map’s page the table takes the place of a picture that is lost, and the map comes back when asked', async ({
	page
}) => {
	await openMap(page);
	await loseContexts(page);
	await expect(said(page)).toBeVisible();
	await expect(page.locator('.twin table').first()).toBeVisible();
	await again(page).click();
	await expect(page.locator('.picture canvas')).toBeVisible();
	await expect(page.locator('.legend')).toBeVisible();
	await expect(said(page)).toHaveCount(0);
	// The same once more: the second renderer is as mortal as the first.
	await loseContexts(page);
	await expect(said(page)).toBeVisible();
});

test('a context that was lost while another page was shown leaves no broken picture behind', async ({
	page
}) => {
	await openMap(page);
	await page.getByRole('link', { name: 'Patchfall', exact: true }).click();
	await expect(page.locator('.map-page')).toHaveCount(0);
	await loseContexts(page);
	await page.locator('a[href="/map"]:visible').first().click();
	// Whether the picture opens at once or is given up first depends on how long a person was away.
	await expect(async () => {
		if (await again(page).isVisible()) await again(page).click();
		await expect(page.locator('.picture canvas')).toBeVisible({ timeout: 2000 });
		expect(await hasContext(page)).toBe(true);
	}).toPass();
});

test('where a seat’s hosts stand is said in words when the picture is lost', async ({ page }) => {
	await page.goto('/play');
	const world = page.locator('figure');
	await expect(world.locator('canvas')).toHaveCount(1);
	await expect(world).toContainText(/hosts run Corvane’s agent/);
	await loseContexts(page);
	await expect(said(page)).toBeVisible();
	await expect(world).toContainText(/hosts run Corvane’s agent/);
	await again(page).click();
	await expect(world.locator('canvas')).toHaveCount(1);
});

test('in play the table takes the place of a picture that is lost, and decisions go on', async ({ page }) => {
	await page.goto('/play');
	await page.getByRole('button', { name: 'Go to the briefing' }).click();
	await page.getByRole('button', { name: 'Go to preparation' }).click();
	await expect(guide(page)).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(guide(page)).toHaveCount(0);
	await expect(preparing(page)).toBeVisible();
	await page.keyboard.press('Control+Enter');
	await expect(question(page)).toBeVisible();
	await expect(page.locator('.picture canvas')).toBeVisible();
	await expect(page.locator('.legend')).toBeVisible();
	await loseContexts(page);
	await expect(said(page)).toBeVisible();
	await expect(page.locator('.twin table').first()).toBeVisible();
	await expect(question(page)).toBeVisible();
	await again(page).click();
	await expect(page.locator('.picture canvas')).toBeVisible();
});
