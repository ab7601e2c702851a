import { expect, test, type Locator, type Page } from '@playwright/test';
import { contrastWithGround } from './contrast.ts';
import { mainAction, nextStop } from './play-exercise.ts';

const READY = { timeout: 60_000 };

test.use({ contextOptions: { forcedColors: 'active' } });

/** Does the same in the dark theme and on paper. */
async function inBothThemes(page: Page, check: () => Promise<void>): Promise<void> {
	for (const theme of ['dark', 'paper'])
		await test.step(theme, async () => {
			await page.evaluate((detail) => {
				window.dispatchEvent(new CustomEvent('patchfall:theme', { detail }));
			}, theme);
			await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
			await check();
		});
}

async function expectLinesSeen(lines: Locator): Promise<void> {
	await expect(lines.first()).toBeAttached(READY);
	for (const line of await lines.all())
		await expect.poll(() => contrastWithGround(line, 'stroke')).toBeGreaterThanOrEqual(3);
}

test("with a contrast theme of one's own data lines are seen, and what is chosen has a frame", async ({
	page
}) => {
	test.setTimeout(180_000);
	await page.goto('/play');
	await page.locator('.go .button.main').click(READY);
	await page.locator('footer.go .button.main').click(READY);
	await expect(page.getByRole('dialog')).toBeVisible(READY);
	await page.keyboard.press('Escape');
	await page.locator('.card label').first().click();
	const chosen = page.locator('.card.chosen').first();
	await inBothThemes(page, () => expect(chosen).toHaveCSS('outline-style', 'solid'));
	await mainAction(page).click();
	expect(await nextStop(page)).toBe('question');
	const pressed = page.locator('[aria-pressed=true]').first();
	await inBothThemes(page, async () => {
		await expectLinesSeen(page.locator('.play-course path.line'));
		await expect(pressed).toHaveCSS('outline-style', 'solid');
	});
	await page.goto('/compare');
	await inBothThemes(page, () => expectLinesSeen(page.locator('path.curve')));
});
