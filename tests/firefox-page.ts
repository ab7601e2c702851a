import type { Browser } from 'puppeteer-core';
import type { DrivenPage } from './webkit-page.ts';

const PATIENCE_MS = 90_000;

/** A tab of Firefox as a page that is driven by scripts. */
export async function firefoxPage(browser: Browser): Promise<DrivenPage> {
	const page = await browser.newPage();
	page.setDefaultTimeout(PATIENCE_MS);
	return {
		goTo: async (url) => void (await page.goto(url)),
		// As a text: the page's policy runs none that is made within it.
		run: (script, ...args) =>
			page.evaluate(`(function () { ${script} }).apply(null, ${JSON.stringify(args)})`)
	};
}
