import { chromium } from 'playwright';
import { drivenPage, type DrivenPage } from '../browsers/driven-page.ts';
import { ensureChromium } from '../browsers/ensure.ts';
import { findFirefox } from '../browsers/find.ts';
import { openFirefox } from '../browsers/firefox.ts';
import { chromiumFlags } from '../browsers/flags.ts';
import { findWebKitGtk } from './find.ts';
import { openWebKitGtk } from './webkit-gtk.ts';

/** A browser that is on this machine; the caller closes what it opens. */
export interface DrivenBrowser {
	/** Of the names of figures. */
	readonly suffix: '' | '_firefox' | '_webkit';
	readonly name: string;
	readonly open: () => Promise<{ readonly page: DrivenPage; readonly close: () => Promise<void> }>;
}

/** Those that a page can be measured in: Chromium always. */
export function drivenBrowsers(): DrivenBrowser[] {
	const [firefox, webkit] = [findFirefox(), findWebKitGtk()];
	const here: DrivenBrowser[] = [
		{
			suffix: '',
			name: 'Chromium',
			async open() {
				const browser = await chromium.launch({ executablePath: ensureChromium(), args: [...chromiumFlags] });
				return { page: drivenPage(await browser.newPage()), close: () => browser.close() };
			}
		}
	];
	if (firefox !== null)
		here.push({
			suffix: '_firefox',
			name: 'Firefox',
			async open() {
				const browser = await openFirefox(firefox);
				return { page: drivenPage(await browser.newPage()), close: () => browser.close() };
			}
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
