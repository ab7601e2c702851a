import { expect, test } from '@playwright/test';
import { expectAccessible } from './support/watch.ts';

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

for (const path of ['/join', '/vote']) {
	test(`whatever of ${path} does not come at first, it is said, and comes when it is loaded again`, async ({
		page
	}) => {
		const files: string[] = [];
		page.on('request', (request) => {
			const { pathname } = new URL(request.url());
			if (pathname.endsWith('.js') && pathname.startsWith('/_app/')) files.push(pathname);
		});
		await page.goto(path);
		await expect(page.locator('#svelte-announcer')).toBeAttached();
		// The second node is the page of errors itself, which nobody misses until there is one.
		const entries = files.filter((file) => /\/(entry|nodes)\//.test(file) && !file.includes('/nodes/1.'));
		expect(entries.length).toBeGreaterThanOrEqual(4);
		for (const file of [...entries, files.find((one) => one.includes('/chunks/'))!]) {
			// Until it is loaded again: a file is asked for twice where its preload fails in time for the script to ask anew.
			await page.route(`**${file}`, (route) => route.abort());
			await page.goto('about:blank');
			// A page without its first script may never be loaded for the browser.
			await page.goto(path, { waitUntil: 'commit' });
			const again = page.locator('.not-started a, main a[href=""], main .button').filter({ visible: true });
			await expect(again.filter({ hasText: /^Load/ }).first(), file).toBeVisible();
			expect(await page.locator('body').innerText(), file).toMatch(/has not come/);
			await page.unrouteAll();
			// A page that has not begun may draw no further frame, for which a click by the mouse would wait.
			await again
				.filter({ hasText: /^Load/ })
				.first()
				.evaluate((link: HTMLElement) => link.click());
			await expect(page.locator('#svelte-announcer'), file).toBeAttached();
			await expect(page.locator('.not-started'), file).toBeHidden();
			await expect(page.locator('h1').first(), file).not.toHaveText(/not come|could not be shown/);
		}
	});
}
