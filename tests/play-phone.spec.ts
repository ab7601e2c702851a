import { expect, test } from '@playwright/test';
import {
	chosenDecisions,
	expectAccessible,
	guide,
	hotWash,
	mainAction,
	nextStop,
	openDecisions,
	preparing,
	question,
	watchFor
} from './play-exercise.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

test('a hospital network plays a whole exercise on a phone by touch', async ({ page, baseURL }) => {
	test.setTimeout(400_000);
	const wrong = watchFor(page, baseURL!);
	await page.goto('/play');
	await page
		.getByText(/^Saint Alder/)
		.first()
		.tap({ timeout: 30_000 });
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Go to the briefing' }).tap();
	await page.getByRole('button', { name: 'Go to preparation' }).tap();
	await guide(page).getByRole('button', { name: 'Put away' }).tap();
	await expect(preparing(page)).toBeVisible();
	await expectAccessible(page);
	await page.locator('.card h3').first().tap();
	await expect(chosenDecisions(page)).toHaveCount(1);
	await mainAction(page).tap();

	let rounds = 0;
	while ((await nextStop(page)) === 'question') {
		rounds++;
		const before = await page.locator('.play-bar [aria-current=step]').textContent();
		// The question stands above the fold, the main action in reach of a thumb, and nothing scrolls sideways.
		expect((await question(page).boundingBox())!.y).toBeLessThan(422);
		expect((await mainAction(page).boundingBox())!.y).toBeGreaterThan(700);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
		if (rounds === 1) {
			for (const part of ['Situation', 'World', 'Charts', 'Decide']) {
				await page.getByRole('navigation', { name: 'Parts of the screen' }).getByText(part).tap();
				await expectAccessible(page);
				expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
			}
		}
		if ((await openDecisions(page).count()) > 0) {
			await openDecisions(page).first().locator('xpath=ancestor::article').locator('h3').tap();
			await expect(chosenDecisions(page).first()).toBeVisible();
		}
		await mainAction(page).tap();
		await expect(page.locator('.play-bar [aria-current=step]', { hasText: before! })).toHaveCount(0);
		if ((await hotWash(page).count()) === 0)
			await page
				.getByRole('button', { name: /^Run to the/ })
				.tap({ timeout: 5000 })
				.catch(() => {});
	}
	expect(rounds).toBeGreaterThanOrEqual(5);
	await expectAccessible(page);
	expect(wrong).toEqual([]);
});
