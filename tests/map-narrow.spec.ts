import { expect, test } from '@playwright/test';
import { settle } from './support/at-rest.ts';
import { openMap } from './support/map-page.ts';

/** A small phone, and a desktop of 1280 × 1024 at 400 %. */
for (const [width, height] of [
	[320, 568],
	[320, 256]
] as const) {
	test(`at ${width} × ${height} what lies over the map leaves it usable, and all of it can be reached`, async ({
		page
	}) => {
		await page.setViewportSize({ width, height });
		await openMap(page);
		await expect(page.locator('.legend')).toBeVisible();
		await settle(page);
		const free = await page.evaluate(() => {
			const box = (selector: string) => document.querySelector(selector)!.getBoundingClientRect();
			const over = ['.room .key', '.room .tools'].map((one) => box(one).top);
			return Math.min(...over) - box('.room .now').bottom;
		});
		expect(free).toBeGreaterThan(120);
		const wide = await page.evaluate(() => document.documentElement.scrollWidth);
		expect(wide).toBeLessThanOrEqual(width);
		const run = page.getByRole('button', { name: 'Run', exact: true });
		await run.scrollIntoViewIfNeeded();
		await run.click();
		await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
	});
}
