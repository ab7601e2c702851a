import type { Page } from 'puppeteer-core';
import type { DrivenPage } from './webkit-page.ts';

export const PATIENCE_MS = 90_000;

/** A tab of Firefox as a page that is driven by scripts. */
export function drivenPage(page: Page): DrivenPage {
	return {
		goTo: async (url) => void (await page.goto(url)),
		// As a text: the page's policy runs none that is made within it.
		run: (script, ...args) =>
			page.evaluate(`(function () { ${script} }).apply(null, ${JSON.stringify(args)})`)
	};
}
