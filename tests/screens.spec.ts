import { expect, test } from '@playwright/test';
import { isDeepRun } from './support/deep-run.ts';
import { dropFile } from './support/narrow-page.ts';
import { forkHere, guide, hotWash, mainAction, nextStop, preparing } from './support/play-exercise.ts';
import { PLANNERS_LIST } from './support/planners-list.ts';
import { expectMeasuredEverywhere } from './support/screen-sizes.ts';
import { finishedLog } from './support/stored-runs.ts';
import { negotiate, press } from './support/summit-page.ts';

/*
 * At every size that people have nothing is cut, touches an edge of the screen, or lies on something else: measured, in
 * the pages as they are. The widest figures in every cell are held by tests of the components.
 */

/** Only the deep run waits for what a busy machine works at for so long. */
const LONG_RUNS = { timeout: 900_000 };

for (const path of ['/', '/compare', '/model', '/host', '/join', '/help/scenarios', '/summit'])
	test(`${path} holds at every size`, async ({ page }) => {
		await page.goto(path);
		await expect(page.locator('h1').first()).toBeVisible();
		if (path === '/compare') await expect(page.locator('path.curve').first()).toBeAttached();
		await expectMeasuredEverywhere(page, path);
	});

test('a round as government holds at every size', async ({ page }) => {
	await page.setViewportSize({ width: 1440, height: 900 });
	await page.goto('/play');
	await page.getByRole('radio', { name: /National Resilience Office/ }).check();
	await page.getByRole('button', { name: 'Go to the briefing' }).click();
	// Who somebody is stands above the foot bar, whole.
	const you = page.locator('section', { has: page.getByRole('heading', { name: 'Who you are' }) });
	const foot = await page.locator('.briefing footer').boundingBox();
	const box = await you.boundingBox();
	expect(box!.y + box!.height).toBeLessThanOrEqual(foot!.y);
	await page.getByRole('button', { name: 'Go to preparation' }).click();
	await expect(guide(page)).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(preparing(page)).toBeVisible();
	await mainAction(page).click();
	expect(await nextStop(page)).toBe('question');
	// What it is judged by stands on the strip, and beside the messages what of it came from it.
	await expect(page.locator('.strip').getByText('Your emergency calls lost')).toBeVisible();
	await expect(page.getByText(/^What you are judged by, since/)).toBeVisible();
	await expectMeasuredEverywhere(page, 'a round');
});

test('the hot wash, what each decision was worth, and a replay with a fork hold at every size', async ({
	page
}) => {
	test.slow();
	await page.setViewportSize({ width: 1440, height: 900 });
	await page.goto('/');
	await page.waitForLoadState('networkidle');
	await dropFile(page, 'run.log.json', finishedLog());
	await expect(hotWash(page)).toBeVisible();
	await expect(page.locator('.hot-wash .evidence')).toBeVisible();
	const worths = page.getByRole('region', { name: 'What each decision was worth' });
	await press(page, 'Work it out');
	await expect(worths.locator('.worths li.total')).toBeVisible();
	await press(page, 'Stop');
	await expect(worths.getByRole('button', { name: 'Go on' })).toBeVisible();
	await expectMeasuredEverywhere(page, 'the hot wash');

	await page.setViewportSize({ width: 1440, height: 900 });
	await page.getByRole('link', { name: 'Replay the exercise' }).click();
	await page.getByRole('button', { name: 'Next decision' }).click();
	await page.getByLabel('How it plays').selectOption({ label: 'does nothing' });
	await forkHere(page, 'Nothing of it');
	await expectMeasuredEverywhere(page, 'a replay');
});

test('the end of a summit and the next outages hold at every size', async ({ page }) => {
	test.setTimeout(1_800_000);
	await page.setViewportSize({ width: 1440, height: 900 });
	await negotiate(page);
	const outages = page.getByRole('region', { name: 'The next outages' });
	await expect(outages.getByRole('heading', { name: 'Shock by shock' })).toBeVisible();
	// What each part prevents takes longer.
	if (isDeepRun)
		await expect(
			outages.getByRole('list', { name: 'By theme' }).or(outages.getByText('there are two worlds'))
		).toBeVisible(LONG_RUNS);
	await press(page, 'Stop');
	await expect(outages.getByText('Stopped.')).toBeVisible();
	await expectMeasuredEverywhere(page, 'the end of a summit');
});

test('a list of injects that asks what cannot be told holds at every size', async ({ page }) => {
	await page.goto('/scenarios/msel');
	await dropFile(page, 'a list of ours with a rather long name.csv', PLANNERS_LIST);
	const questions = page.getByRole('region', { name: 'To be said' }).getByRole('listitem');
	await expect(questions.filter({ hasText: '“3/11/2026 09:40” may be two days' })).toBeVisible();
	await expectMeasuredEverywhere(page, 'a list of injects');
});
