import { expect, test } from '@playwright/test';
import { expectAccessible } from './watch.ts';

/* What stands in place of a page that cannot be shown says whose trouble it is. */

const notLoaded = 'This page has not come';

test('a page that does not come without a network is no fault of the server, and comes with the network', async ({
	page,
	context
}) => {
	await page.goto('/');
	await expect(page.locator('#svelte-announcer')).toBeAttached();
	await context.setOffline(true);
	await page.locator('a[href="/model"]:visible').first().click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(notLoaded);
	const said = page.locator('main');
	await expect(said).toContainText('This device has no network');
	await expect(said).not.toContainText(/server|500/i);
	await expectAccessible(page);
	await context.setOffline(false);
	await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(notLoaded);
	await expect(page).toHaveURL('/model');
});

test('a page whose files are gone can be loaded again', async ({ page }) => {
	await page.goto('/');
	await expect(page.locator('#svelte-announcer')).toBeAttached();
	await page.route('**/_app/immutable/**', (route) => route.fulfill({ status: 404 }));
	await page.locator('a[href="/model"]:visible').first().click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(notLoaded);
	await page.unrouteAll();
	await page.getByRole('button', { name: 'Load the page again' }).click();
	await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(notLoaded);
	await expect(page).toHaveURL('/model');
});

test('a page that the server does not have says its address', async ({ page }) => {
	const answer = await page.goto('/no/such/page');
	expect(answer!.status()).toBe(404);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no page here');
	await expect(page.locator('main code')).toHaveText('/no/such/page');
});
