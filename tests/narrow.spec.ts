import { expect, test, type Page } from '@playwright/test';
import { dropFile, expectUsable } from './support/narrow-page.ts';
import { guide, hotWash, mainAction, nextStop, preparing, question } from './support/play-exercise.ts';
import { finishedLog } from './support/stored-runs.ts';

/*
 * On a small phone, and on a desk of 1280 × 800 at 400 %, nothing is wider than the screen, bars leave half of it to
 * what they stand beside, and what the keyboard comes to is seen.
 */
const SCREENS = [
	['a small phone', 320, 640],
	['a desk at 400 %', 320, 200]
] as const;

async function putGuideAway(page: Page): Promise<void> {
	await expect(guide(page)).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(guide(page)).toHaveCount(0);
}

/** The page as it stands is usable on each of them. */
async function expectUsableOnBoth(page: Page, where: string): Promise<void> {
	for (const [name, width, height] of SCREENS) {
		await page.setViewportSize({ width, height });
		await expectUsable(page, `${where}, ${name}`);
	}
}

test.describe('on a narrow screen', () => {
	test.use({ viewport: { width: SCREENS[0][1], height: SCREENS[0][2] } });

	for (const path of [
		'/',
		'/map',
		'/compare',
		'/model',
		'/host',
		'/join',
		'/help/scenarios',
		'/scenarios/msel'
	]) {
		test(`${path} fits`, async ({ page }) => {
			await page.goto(path);
			await expect(page.locator(path === '/map' ? '.picture canvas' : 'h1').first()).toBeVisible();
			if (path === '/compare') await expect(page.locator('path.curve').first()).toBeAttached();
			await expectUsableOnBoth(page, path);
		});
	}

	test('an exercise fits, from its setup to a round', async ({ page }) => {
		await page.goto('/play');
		await expect(page.locator('.go .button.main')).toBeVisible();
		await expectUsableOnBoth(page, 'setup');
		await page.locator('.go .button.main').click();
		await expect(page.locator('footer.go')).toBeVisible();
		await expectUsableOnBoth(page, 'briefing');
		await page.locator('footer.go .button.main').click();
		await putGuideAway(page);
		await expect(preparing(page)).toBeVisible();
		await expectUsableOnBoth(page, 'preparation');
		await mainAction(page).click();
		expect(await nextStop(page)).toBe('question');
		await expectUsableOnBoth(page, 'a round');
		await expect(question(page)).toBeAttached();
	});

	test('the hot wash of a log that was dropped on the page fits', async ({ page }) => {
		await page.goto('/');
		await page.waitForLoadState('networkidle');
		await dropFile(page, 'run.log.json', finishedLog());
		await expect(hotWash(page)).toBeVisible();
		await expect(page.locator('.hot-wash .evidence')).toBeVisible();
		const worths = page.getByRole('region', { name: 'What each decision was worth' });
		await worths.getByRole('button', { name: 'Work it out' }).click();
		await expect(worths.locator('.worths li.total')).toBeVisible();
		await worths.getByRole('button', { name: 'Stop' }).click();
		await expectUsableOnBoth(page, 'hot wash');
	});
});

test('a dropped file that is none of ours is refused in words, and the page stays', async ({ page }) => {
	await page.goto('/');
	await page.waitForLoadState('networkidle');
	await dropFile(page, 'run.log.json', '<!doctype html><html><body>Sign in</body></html>');
	await expect(page.locator('.complaint p').filter({ hasText: 'run.log.json is a web page' })).toBeVisible();
	await expect(page).toHaveURL('/');
});

test('on paper all messages stand, and figures do not overlap', async ({ page }) => {
	await page.setViewportSize({ width: 1280, height: 800 });
	await page.goto('/play');
	await page.getByRole('radio', { name: /^Harrow and Lund/ }).check();
	await page.locator('.go .button.main').click();
	await page.locator('footer.go .button.main').click();
	await putGuideAway(page);
	await mainAction(page).click();
	expect(await nextStop(page)).toBe('question');
	const overlaps = await page.evaluate(() => {
		const boxes = [...document.querySelectorAll('.play-figures dd > span')].map((one) => {
			return { one, box: one.getBoundingClientRect() };
		});
		return boxes.flatMap(({ one, box }, i) =>
			boxes
				.slice(i + 1)
				.filter(({ box: other }) => {
					const across = Math.min(box.right, other.right) - Math.max(box.left, other.left);
					const down = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
					return across > 1 && down > 1;
				})
				.map(({ one: other }) => `${one.textContent} over ${other.textContent}`)
		);
	});
	expect(overlaps).toEqual([]);
	await page.emulateMedia({ media: 'print' });
	const cut = await page.locator('.feed').evaluate((feed) => feed.scrollHeight - feed.clientHeight);
	expect(cut).toBeLessThanOrEqual(0);
});
