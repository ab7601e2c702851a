import { expect, test, type Page } from '@playwright/test';
import { isDeepRun } from './deep-run.ts';
import { expectMeasured } from './measured.ts';
import { guide, mainAction, nextStop, preparing } from './play-exercise.ts';

/*
 * At every size that people have nothing is cut, touches an edge of the screen, or lies on something else: measured, in
 * the pages as they are. The widest figures in every cell are held by tests of the components.
 */
const COMMON = [
	[390, 844],
	[1366, 768],
	[1440, 900]
] as const;
const ALL = [
	...COMMON,
	...([
		[768, 1024],
		[1280, 720],
		[1210, 900],
		[1366, 900],
		[1480, 900],
		[1536, 864],
		[1920, 1080],
		[2560, 1440],
		[3840, 2160]
	] as const),
	// What is left of a desk of 1440 by 900 at 200 and at 400 %.
	...([
		[720, 450],
		[360, 225]
	] as const)
];
const SIZES = isDeepRun ? ALL : COMMON;

async function measureAt(page: Page, where: string): Promise<void> {
	for (const [width, height] of SIZES) {
		await page.setViewportSize({ width, height });
		await expectMeasured(page, `${where} at ${width} × ${height}`);
	}
	if (!isDeepRun) return;
	await page.setViewportSize({ width: 1440, height: 900 });
	for (const colorScheme of ['light', 'dark'] as const)
		for (const forcedColors of ['none', 'active'] as const) {
			await page.emulateMedia({ colorScheme, forcedColors });
			await expectMeasured(page, `${where}, ${colorScheme}, forced colours ${forcedColors}`);
		}
	await page.evaluate(() => (document.documentElement.style.fontSize = '150%'));
	await expectMeasured(page, `${where} with large type`);
	await page.evaluate(() => (document.documentElement.style.fontSize = ''));
}

for (const path of ['/', '/compare'])
	test(`${path} holds at every size`, async ({ page }) => {
		await page.goto(path);
		await expect(page.locator('h1').first()).toBeVisible();
		if (path === '/compare') await expect(page.locator('path.curve').first()).toBeAttached();
		await measureAt(page, path);
	});

test('a round as government holds at every size', async ({ page }) => {
	await page.setViewportSize({ width: 1440, height: 900 });
	await page.goto('/play');
	await page.getByRole('radio', { name: /National Resilience Office/ }).check();
	await page.getByRole('button', { name: 'Go to the briefing' }).click();
	await page.getByRole('button', { name: 'Go to preparation' }).click();
	await expect(guide(page)).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(preparing(page)).toBeVisible();
	await mainAction(page).click();
	expect(await nextStop(page)).toBe('question');
	// What it is judged by stands on the strip, and beside the messages what of it came from it.
	await expect(page.locator('.strip').getByText('Your emergency calls lost')).toBeVisible();
	await expect(page.getByText(/^What you are judged by, since/)).toBeVisible();
	await measureAt(page, 'a round');
});
