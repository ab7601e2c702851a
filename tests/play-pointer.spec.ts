import { expect, test } from '@playwright/test';
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
import { expectMeasured } from './support/measured.ts';
import { expectAccessible, watch } from './support/watch.ts';

const SCREEN = { width: 1920, height: 1080 };
const SMALLER = [
	{ width: 1280, height: 720 },
	{ width: 1440, height: 900 }
];
// As people have it: with the service worker, which keeps the app for the next time.
test.use({ viewport: SCREEN, serviceWorkers: 'allow' });

test('a security vendor plays a whole exercise with the pointer, and goes back to a past round', async ({
	page,
	baseURL
}) => {
	const wrong = watch(page, baseURL!);
	await page.goto('/play');
	await page.getByRole('radio', { name: /^Corvane/ }).check();
	await page.getByRole('button', { name: 'Go to the briefing' }).click();
	await page.getByRole('button', { name: 'Go to preparation' }).click();
	await guide(page).getByRole('button', { name: 'Dismiss' }).click();
	await expect(preparing(page)).toBeVisible();
	await openDecisions(page)
		.first()
		.locator('xpath=ancestor::article')
		.click({ position: { x: 12, y: 90 } });
	await expect(chosenDecisions(page)).toHaveCount(1);
	await mainAction(page).click();

	let rounds = 0;
	let hasGoneBack = false;
	let stop = await nextStop(page);
	while (stop === 'question') {
		rounds++;
		if (rounds === 1) {
			// Every figure explains itself, and the map and the curves have their twins.
			await page
				.getByRole('button', { name: /^Hosts down/ })
				.first()
				.click();
			await expect(page.getByText('Counted in the model’s world', { exact: false }).first()).toBeVisible();
			await page.keyboard.press('Escape');
			await page.getByRole('button', { name: 'Charts as table' }).click();
			await expect(page.getByRole('columnheader', { name: 'Lowest service' })).toBeVisible();
			await expectAccessible(page);
			await page.getByRole('button', { name: 'Table as charts' }).click();
		}
		if ((await openDecisions(page).count()) > 0) {
			await cardOf(openDecisions(page).first()).click();
			await expect(chosenDecisions(page).first()).toBeVisible();
			await page
				.getByRole('radio', { name: /^2 of 5/ })
				.first()
				.check();
			if (rounds === 2) {
				await page.getByRole('button', { name: 'Take all back' }).click();
				await expect(chosenDecisions(page)).toHaveCount(0);
			}
		}
		if (rounds === 3 && !hasGoneBack) {
			hasGoneBack = true;
			await page.getByRole('button', { name: 'Rounds so far' }).click();
			await expectAccessible(page);
			await page.getByRole('button', { name: 'Go back to round 2' }).click();
			await expect(page.getByRole('list').getByText('Incident, round 2 of 5')).toBeVisible();
			rounds = 1;
			continue;
		}
		// Late in an exercise there is most to show.
		for (const size of rounds < 4 ? [] : [...SMALLER, SCREEN]) {
			await page.setViewportSize(size);
			await expectMeasured(page, `round ${rounds} at ${size.width} × ${size.height}`);
		}
		stop = await commitAndGoOn(page);
	}
	expect(hasGoneBack).toBe(true);
	await expectAccessible(page);
	await expect(question(page)).toHaveCount(0);
	expect(wrong).toEqual([]);
});
