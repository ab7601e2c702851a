import { expect, test } from '@playwright/test';
import { findFirefox } from '../src/tools/browsers/find.ts';
import { openFirefox } from '../src/tools/browsers/firefox.ts';
import { BLUE, countLike } from './map-page.ts';

const firefox = findFirefox();

test('in Firefox the map is drawn, with WebGL or without, and its table and statecharts agree', async ({
	baseURL
}) => {
	test.skip(firefox === null, 'no Firefox on this machine; name one with PATCHFALL_FIREFOX');
	const browser = await openFirefox(firefox!);
	try {
		const page = await browser.newPage();
		page.setDefaultTimeout(90_000);
		await page.setViewport({ width: 1280, height: 720 });
		const errors: string[] = [];
		// A browser without WebGL says so itself; that the page then draws more simply is what is tested here.
		page.on('console', (message) => {
			if (message.type() === 'error' && !/WebGL/i.test(message.text())) errors.push(message.text());
		});
		page.on('pageerror', (error) => errors.push(String(error)));
		await page.goto(`${baseURL!}/map`);
		await page.waitForSelector('.picture canvas');
		await page.$eval('input[type=range]', (slider) => {
			slider.value = '171';
			slider.dispatchEvent(new Event('input', { bubbles: true }));
		});
		await page.waitForFunction(() =>
			/hosts down/.test(document.querySelector('.sentence')?.textContent ?? '')
		);
		const picture = (await page.$('.picture'))!;
		const reader = await browser.newPage();
		const blue = async () =>
			reader.evaluate(countLike, [await picture.screenshot({ encoding: 'base64' }), BLUE] as const);
		await expect.poll(blue, { message: 'crashed hosts are drawn' }).toBeGreaterThan(300);
		await reader.close();

		await page.focus('.picture');
		await page.keyboard.press('t');
		await page.waitForSelector('.twin');
		const all = await page.$eval('tfoot td', (cell) => cell.textContent);
		expect(Number(all!.replace(/\D/g, ''))).toBeGreaterThan(1_000_000);
		await page.keyboard.press('s');
		await page.waitForSelector('.state');
		expect(await page.$$eval('.state', (states) => states.length)).toBe(11);
		expect(errors).toEqual([]);
	} finally {
		await browser.close();
	}
});
