import { expect, test } from '@playwright/test';
import report from '../src/lib/scenario/calibration/report.generated.json' with { type: 'json' };
import { expectSoundOnScreens, watch } from './support/watch.ts';

const missed = report.predicted.filter(({ inside }) => !inside);

test('on every screen the page on the model fits, and axe finds nothing', async ({ page, baseURL }) => {
	const wrong = watch(page, baseURL!);
	await page.goto('/model');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('How good is the model?');
	await expectSoundOnScreens(page);
	expect(wrong).toEqual([]);
});

test('it says first how many figures are missed, and explains each', async ({ page }) => {
	await page.goto('/model');
	await expect(page.getByText(`and ${missed.length} do not`)).toBeVisible();
	await expect(page.locator('.verdict.miss')).toHaveCount(missed.length);
	await expect(page.locator('.why:is(p)')).toHaveCount(missed.length);
});

test('it marks every figure that is no blind prediction, and counts the others first', async ({ page }) => {
	const seen = report.predicted.filter((figure) => figure.seen);
	const blind = report.predicted.length - seen.length;
	await page.goto('/model');
	const counted = blind === 0 ? 'None of them is blind any more' : `Of the ${blind} that stayed blind`;
	await expect(page.getByText(counted)).toBeVisible();
	await expect(page.locator('.verdict', { hasText: 'seen before the last fit' })).toHaveCount(seen.length);
	await expect(page.getByRole('cell', { name: /servers first in \d+ of \d+/ })).toBeVisible();
});

test('every picture says in words what it shows', async ({ page }) => {
	await page.goto('/model');
	const pictures = page.getByRole('img', { name: /Record: .+ Model: .+ middle/ });
	expect(await pictures.count()).toBeGreaterThanOrEqual(report.predicted.length);
});

test('it can be read without any script', async ({ browser, baseURL }) => {
	const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL! });
	const page = await context.newPage();
	await page.goto('/model');
	await expect(page.locator('table').first()).toBeVisible();
	await expect(page.getByText('What the model does not contain')).toBeVisible();
	await context.close();
});
