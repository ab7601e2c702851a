import { expect, test, type Page } from '@playwright/test';
import { mainAction } from './support/play-exercise.ts';
import { watch } from './support/watch.ts';
import { plainEnglish, speakStrangely } from './support/plain-english.ts';

const READY = { timeout: 60_000 };
/** Misspelt, of a wrong type, and out of bounds. */
const BROKEN = {
	name: 'broken.yaml',
	mimeType: 'text/yaml',
	buffer: Buffer.from('format: 1\nid: Broken\ntitel: { en: Broken }\nclock: 3\nfleet: { managedHosts: -1 }\n')
};

// In a language of accents and brackets a text that stays plain was written into a screen, or put together there.

test.beforeEach(async ({ page }) => speakStrangely(page));

const expectNone = async (page: Page, where: string) =>
	expect.soft(await plainEnglish(page), where).toEqual([]);

test('home, help and the page on the model speak the reader’s language', async ({ page, baseURL }) => {
	test.setTimeout(120_000);
	const wrong = watch(page, baseURL!);
	await page.goto('/');
	await expect(page.locator('h1')).toContainText('⟦');
	await expectNone(page, 'home');
	await page.keyboard.press('Shift+F2');
	const parts = page.locator('dialog nav button');
	for (let n = 0; n < (await parts.count()); n++) {
		await parts.nth(n).click();
		await expectNone(page, `help, part ${n + 1}`);
	}
	await page.keyboard.press('Escape');
	await page.goto('/model');
	await expect(page.locator('h1')).toContainText('⟦');
	await expectNone(page, 'model');
	await page.goto('/nowhere');
	await expect(page.locator('h1')).toContainText('⟦');
	await expectNone(page, 'no page');
	expect(wrong.filter((line) => !line.includes('404'))).toEqual([]);
});

test('map and curves of the record speak the reader’s language', async ({ page }) => {
	test.setTimeout(180_000);
	await page.goto('/map');
	await expect(page.locator('canvas').first()).toBeVisible(READY);
	await expectNone(page, 'map');
	await page.goto('/compare');
	// The page comes from the server in English and waits for its words.
	await expect(page.locator('h1')).toContainText('⟦', READY);
	await expect(page.locator('svg').first()).toBeVisible(READY);
	await expectNone(page, 'compare');
	await page.locator('input[accept*=".yaml"]').setInputFiles(BROKEN);
	await expect(page.getByRole('alert').locator('li').first()).toContainText('⟦');
	await expectNone(page, 'compare, a broken scenario');
});

test('what is wrong with a scenario is said to a host in the reader’s language', async ({ page }) => {
	test.setTimeout(120_000);
	await page.goto('/host');
	await expect(page.locator('h1')).toContainText('⟦', READY);
	await page.locator('input[accept*=".yaml"]').setInputFiles(BROKEN);
	await expect(page.locator('main li').filter({ hasText: '⟦' }).first()).toBeVisible(READY);
	await expectNone(page, 'host, a broken scenario');
});

test('a whole exercise speaks the reader’s language', async ({ page, baseURL }) => {
	test.setTimeout(600_000);
	const wrong = watch(page, baseURL!);
	await page.goto('/play');
	const go = page.locator('.go .button.main');
	await expect(go).toBeVisible(READY);
	await expectNone(page, 'setup');
	await go.click();
	await expect(page.locator('footer.go')).toBeVisible(READY);
	await expectNone(page, 'briefing');
	await go.click();
	await expect(page.locator('dialog[open]')).toBeVisible(READY);
	await expectNone(page, 'guide');
	await page.keyboard.press('Escape');
	await expect(page.locator('dialog[open]')).toHaveCount(0);
	await expect(mainAction(page)).toBeVisible();
	await page.locator('.card label').first().click();
	await expectNone(page, 'preparation');
	await mainAction(page).click();
	let seen = '';
	while ((await page.locator('.hot-wash h1').count()) === 0) {
		const panel = page.locator('.play-decisions .panel h2');
		await expect(panel.or(page.locator('.hot-wash h1')).first()).toBeVisible(READY);
		const heading = (await panel.textContent({ timeout: 1000 }).catch(() => '')) ?? '';
		if (heading !== seen) await expectNone(page, `play: ${heading}`);
		seen = heading;
		await page.keyboard.press('Control+Enter');
	}
	await expect(page.locator('.hot-wash .evidence')).toBeVisible(READY);
	await expectNone(page, 'hot wash');
	expect(wrong).toEqual([]);
});
