import { chromium, type Browser as ChromiumBrowser } from 'playwright';
import type { Browser as FirefoxBrowser } from 'puppeteer-core';
import { drivenPage, type DrivenPage } from '../browsers/driven-page.ts';
import { ensureChromium } from '../browsers/ensure.ts';
import { findFirefox } from '../browsers/find.ts';
import { openFirefox } from '../browsers/firefox.ts';
import { chromiumFlags } from '../browsers/flags.ts';
import { findWebKitGtk } from './find.ts';
import { openWebKitGtk } from './webkit-gtk.ts';

interface OpenedPage {
	readonly page: DrivenPage;
	readonly close: () => Promise<void>;
}

/** A browser that is on this machine; the caller closes what it opens. */
export interface DrivenBrowser {
	/** Of the names of figures. */
	readonly suffix: '' | '_firefox' | '_webkit';
	readonly name: string;
	readonly open: () => Promise<OpenedPage>;
}

/** Those that a page can be measured in: Chromium always. */
export function drivenBrowsers(): DrivenBrowser[] {
	const [firefox, webkit] = [findFirefox(), findWebKitGtk()];
	const openChromium = () => chromium.launch({ executablePath: ensureChromium(), args: [...chromiumFlags] });
	const here: DrivenBrowser[] = [
		{ suffix: '', name: 'Chromium', open: async () => pageOf(await openChromium()) }
	];
	if (firefox !== null)
		here.push({
			suffix: '_firefox',
			name: 'Firefox',
			open: async () => pageOf(await openFirefox(firefox))
		});
	if (webkit !== null)
		here.push({
			suffix: '_webkit',
			name: 'WebKitGTK',
			async open() {
				const page = await openWebKitGtk(webkit);
				return { page, close: () => page.close() };
			}
		});
	return here;
}

async function pageOf(browser: ChromiumBrowser | FirefoxBrowser): Promise<OpenedPage> {
	return { page: drivenPage(await browser.newPage()), close: () => browser.close() };
}
