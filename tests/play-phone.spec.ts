import { expect, test, type Locator } from '@playwright/test';
import {
	cardOf,
	chosenDecisions,
	commitAndGoOn,
	guide,
	mainAction,
	nextStop,
	openDecisions,
	preparing,
	question
} from './support/play-exercise.ts';
import { expectAccessible, watch } from './support/watch.ts';

const tap = (what: Locator) => what.tap();

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

test('a hospital network plays a whole exercise on a phone by touch', async ({ page, baseURL }) => {
	const wrong = watch(page, baseURL!);
	await page.goto('/play');
	await tap(page.getByText(/^Saint Alder/).first());
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Go to the briefing' }).tap();
	await page.getByRole('button', { name: 'Go to preparation' }).tap();
	await guide(page).getByRole('button', { name: 'Dismiss' }).tap();
	await expect(preparing(page)).toBeVisible();
	await expectAccessible(page);
	await page.locator('.card h3').first().tap();
	await expect(chosenDecisions(page)).toHaveCount(1);
	await mainAction(page).tap();

	let rounds = 0;
	let stop = await nextStop(page);
	while (stop === 'question') {
		rounds++;
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
			await cardOf(openDecisions(page).first()).tap();
			// It is chosen, or somebody else has to agree first.
			await expect(chosenDecisions(page).or(page.getByText('has been asked to agree')).first()).toBeVisible();
		}
		stop = await commitAndGoOn(page, tap);
	}
	expect(rounds).toBeGreaterThanOrEqual(5);
	await expectAccessible(page);
	expect(wrong).toEqual([]);
});
