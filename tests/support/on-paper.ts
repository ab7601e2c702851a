import { expect, type Page } from '@playwright/test';

/** On paper the page is a table whose head, the exercise marking, browsers print on each sheet; screens show none. */
export async function expectMarkedOnPaper(page: Page): Promise<void> {
	const marking = page.locator('.print-marking');
	await expect(marking).toBeHidden();
	await page.emulateMedia({ media: 'print' });
	await expect(marking).toHaveText('THIS IS AN EXERCISE');
	await expect(marking).toHaveCSS('display', 'table-header-group');
	await expect(marking).toHaveCSS('break-inside', 'avoid');
	await expect(page.locator(':has(> .print-marking)')).toHaveCSS('display', 'table');
	expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
	await page.emulateMedia({ media: 'screen' });
}
