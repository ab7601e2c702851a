import puppeteer, { type Browser } from 'puppeteer-core';
import { firefoxPreferences } from './flags.ts';

const START_MS = 120_000;

/** Starts a headless Firefox, driven over WebDriver BiDi; the caller closes it. */
export function openFirefox(executablePath: string): Promise<Browser> {
	return puppeteer.launch({
		browser: 'firefox',
		executablePath,
		headless: true,
		timeout: START_MS,
		extraPrefsFirefox: { ...firefoxPreferences }
	});
}
