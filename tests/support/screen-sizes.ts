import type { Page } from '@playwright/test';
import { isDeepRun } from './deep-run.ts';
import { expectMeasured } from './measured.ts';

/*
 * The sizes of screens that people have. Three of them in `npm test`; all of them, zoom, large type, both themes and
 * forced colours in the deep run.
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

/** Nothing of the page as it stands is cut, touches an edge or lies on something else, at any of them. */
export async function expectMeasuredEverywhere(page: Page, where: string): Promise<void> {
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
