import { expect, test } from '@playwright/test';
import { findFirefox } from '../src/tools/browsers/find.ts';
import { openFirefox } from '../src/tools/browsers/firefox.ts';

const firefox = findFirefox();

test('the start page runs in Firefox under the strict policy, and logs no error', async ({ baseURL }) => {
	test.skip(firefox === null, 'no Firefox on this machine; name one with PATCHFALL_FIREFOX');
	const browser = await openFirefox(firefox!);
	try {
		const page = await browser.newPage();
		page.setDefaultTimeout(90_000);
		const errors: string[] = [];
		page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
		page.on('pageerror', (error) => errors.push(String(error)));
		await page.goto(baseURL!, { waitUntil: 'networkidle0' });
		expect(await page.$eval('h1', (heading) => heading.textContent)).not.toBe('');
		// The announcer appears once the page's own script has started.
		await page.waitForSelector('#svelte-announcer');
		expect(errors).toEqual([]);
	} finally {
		await browser.close();
	}
});
