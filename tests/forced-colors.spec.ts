import { expect, test, type Locator, type Page } from '@playwright/test';
import { contrastWithGround } from './support/contrast.ts';
import { mainAction, nextStop } from './support/play-exercise.ts';

const READY = { timeout: 60_000 };

test.use({ contextOptions: { forcedColors: 'active' } });

/** With the theme of the page that a person may have chosen beside the system's. */
async function expectClear(page: Page, lines: Locator): Promise<void> {
	for (const theme of ['dark', 'paper']) {
		await page.evaluate((name) => (document.documentElement.dataset.theme = name), theme);
		for (const line of await lines.all())
			expect(await contrastWithGround(line, 'stroke'), theme).toBeGreaterThanOrEqual(3);
	}
}

test("with a contrast theme of one's own data lines are seen, and what is chosen has a frame", async ({
	page
}) => {
	await page.goto('/play');
	await page.locator('.go .button.main').click(READY);
	await page.locator('footer.go .button.main').click(READY);
	await expect(page.getByRole('dialog')).toBeVisible(READY);
	await page.keyboard.press('Escape');
	await page.locator('.card label').first().click();
	const chosen = page.locator('.card.chosen').first();
	await expect(chosen).toHaveCSS('outline-style', 'solid');
	await mainAction(page).click();
	expect(await nextStop(page)).toBe('question');
	await expectClear(page, page.locator('.play-course path.line'));
	const pressed = page.locator('[aria-pressed=true]').first();
	await expect(pressed).toHaveCSS('outline-style', 'solid');
	await page.goto('/compare');
	const curves = page.locator('path.curve');
	await expect(curves.first()).toBeAttached(READY);
	await expectClear(page, curves);
});
