import { expect, test, type Page } from '@playwright/test';
import { settle } from './support/at-rest.ts';
import { openMap } from './support/map-page.ts';
import { watch } from './support/watch.ts';
import { countOnCard, expectNothingLeft, OFTEN, whatLives } from './support/what-lives.ts';

/** To the home page and back by the app's own links, in one page all the while; every other time before the map is there. */
async function leaveAndReturn(page: Page, times: number): Promise<void> {
	for (let time = 0; time < times; time++) {
		await page.getByRole('link', { name: 'Patchfall', exact: true }).click();
		await page.locator('a[href="/map"]:visible').first().click();
		if (time % 2 === 0) await page.locator('.picture canvas').waitFor();
		else await page.getByRole('heading', { name: 'The map', exact: true }).waitFor();
	}
	await page.locator('.picture canvas').waitFor();
	await settle(page);
}

test('many times to another page of the app and back leave nothing behind', async ({ page, baseURL }) => {
	const wrong = watch(page, baseURL!);
	await page.setViewportSize({ width: 720, height: 480 });
	await countOnCard(page);
	await openMap(page);
	await leaveAndReturn(page, 5);
	const before = await whatLives(page);
	// Half as often as elsewhere: a page that stays behind holds nodes by the hundred, each time.
	await leaveAndReturn(page, OFTEN / 2);
	expectNothingLeft(before, await whatLives(page));
	expect(wrong).toEqual([]);
});
