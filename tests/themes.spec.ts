import { expect, test, type Page } from '@playwright/test';
import { expectSound } from './support/watch.ts';

const ground = (page: Page) =>
	page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
const DARK = 'rgb(12, 15, 18)';
const PAPER = 'rgb(246, 242, 232)';

test('dark is first, light is a choice that lasts, and axe finds nothing in it', async ({ page }) => {
	await page.goto('/');
	expect(await ground(page)).toBe(DARK);
	await page.getByLabel('Theme').selectOption('Light');
	expect(await ground(page)).toBe(PAPER);
	await expectSound(page);
	await page.goto('/compare');
	expect(await ground(page)).toBe(PAPER);
	await page.goto('/play');
	await expect(page.getByRole('button', { name: 'Go to the briefing' })).toBeVisible();
	await expectSound(page);
});

test('who leaves it to the system gets the system’s', async ({ page }) => {
	await page.emulateMedia({ colorScheme: 'light' });
	await page.goto('/');
	expect(await ground(page)).toBe(DARK);
	await page.getByLabel('Theme').selectOption('As the system');
	expect(await ground(page)).toBe(PAPER);
	await page.emulateMedia({ colorScheme: 'dark' });
	await expect.poll(() => ground(page)).toBe(DARK);
});

test('what is printed is on paper, whatever the screen shows', async ({ page }) => {
	await page.goto('/');
	await page.emulateMedia({ media: 'print' });
	await expect.poll(() => ground(page)).toBe(PAPER);
	await page.emulateMedia({ media: 'screen' });
	await expect.poll(() => ground(page)).toBe(DARK);
});

test('with reduced motion nothing moves', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await page.goto('/');
	const durations = await page.evaluate(() =>
		['touch', 'panel', 'scene', 'ring', 'travel'].map((name) =>
			Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue(`--dur-${name}`))
		)
	);
	expect(durations).toEqual([0, 0, 0, 0, 0]);
});
