import { expect, test } from '@playwright/test';
import { contrastWithGround } from './contrast.ts';
import { mainAction, nextStop } from './play-exercise.ts';

const READY = { timeout: 60_000 };

test.use({ contextOptions: { forcedColors: 'active' } });

for (const theme of ['dark', 'paper']) {
	test(`with a contrast theme of one's own data lines are seen, and what is chosen has a frame (${theme})`, async ({
		page
	}) => {
		test.setTimeout(120_000);
		await page.addInitScript((name) => localStorage.setItem('patchfall.theme', name), theme);
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
		for (const line of await page.locator('.play-course path.line').all())
			expect(await contrastWithGround(line, 'stroke')).toBeGreaterThanOrEqual(3);
		const pressed = page.locator('[aria-pressed=true]').first();
		await expect(pressed).toHaveCSS('outline-style', 'solid');
		await page.goto('/compare');
		const curves = page.locator('path.curve');
		await expect(curves.first()).toBeAttached(READY);
		for (const curve of await curves.all())
			expect(await contrastWithGround(curve, 'stroke')).toBeGreaterThanOrEqual(3);
	});
}
