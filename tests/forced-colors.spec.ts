import { expect, test, type Locator, type Page } from '@playwright/test';
import { mainAction, nextStop } from './play-exercise.ts';

const READY = { timeout: 60_000 };

test.use({ contextOptions: { forcedColors: 'active' } });

/** Contrast of a drawing's colour with the page behind it, as WCAG counts it. */
function contrastOf(drawing: Locator, property: 'stroke' | 'fill'): Promise<number> {
	return drawing.evaluate((element, name) => {
		const light = (color: string) => {
			const [r, g, b] = (color.match(/[\d.]+/g) ?? []).map((part) => {
				const share = Number(part) / 255;
				return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
			});
			return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
		};
		const canvas = document.createElement('p');
		canvas.style.color = 'Canvas';
		document.body.append(canvas);
		const ground = light(getComputedStyle(canvas).color);
		canvas.remove();
		const line = light(getComputedStyle(element).getPropertyValue(name));
		return (Math.max(line, ground) + 0.05) / (Math.min(line, ground) + 0.05);
	}, property);
}

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
		await expect.poll(() => contrastOf(line, 'stroke')).toBeGreaterThanOrEqual(3);
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
