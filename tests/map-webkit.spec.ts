import { expect, test, type Browser } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import { findWebKitGtk } from '../src/tools/engines/find.ts';
import { openWebKitGtk, type WebKitPage } from '../src/tools/engines/webkit-gtk.ts';
import { BLUE, coloured } from './support/map-page.ts';
import { needEngine } from './support/need-engine.ts';
import { keepErrors, keptErrors, onlyPicture, press, settle, until } from './support/webkit-page.ts';

const SIZE = { width: 1280, height: 800 };
const DRAWN = "document.querySelector('.picture canvas')";
const SENTENCE = "document.querySelector('.sentence').textContent";

/** Starts on the home page and goes on by its own links, so that what goes wrong anywhere is kept. */
async function atHome(home: string): Promise<WebKitPage> {
	const webkit = needEngine(
		findWebKitGtk(),
		'WebKitGTK with a driver and a display',
		'webkit2gtk-driver xvfb'
	);
	const page = await openWebKitGtk(webkit, SIZE);
	await page.goTo(home);
	// The announcer appears once the page's own script has started.
	await until(page, "document.querySelector('#svelte-announcer')");
	await keepErrors(page);
	return page;
}

/** Keeps what is seen, for people to judge. */
async function look(page: WebKitPage, name: string): Promise<void> {
	await settle(page);
	writeFileSync(test.info().outputPath(`${name}.png`), await page.picture(), 'base64');
}

/** Pixels of the map in the colour of crashed hosts. */
async function crashed(page: WebKitPage, browser: Browser): Promise<number> {
	await onlyPicture(page, true);
	await settle(page);
	const png = await page.picture();
	await onlyPicture(page, false);
	return coloured(browser, png, BLUE);
}

test('in WebKitGTK the map is drawn and runs, and its legend, table and statecharts agree', async ({
	browser,
	baseURL
}) => {
	const page = await atHome(baseURL!);
	try {
		await press(page, 'The map');
		await until(page, DRAWN);
		const hasShaders = await page.run(
			"return document.createElement('canvas').getContext('webgl2') !== null"
		);
		const isSimple = await page.run(
			"return /runs no WebGL/.test(document.querySelector('.legend').textContent)"
		);
		expect(isSimple, 'a simpler map says that it is one').toBe(!hasShaders);
		expect(await crashed(page, browser), 'before').toBe(0);

		await page.run(`
			const slider = document.querySelector('input[type=range]');
			slider.value = String(Math.round(1000 * Math.cbrt(80 / 14400)));
			slider.dispatchEvent(new Event('input', { bubbles: true }));`);
		await until(page, `/hosts down/.test(${SENTENCE})`);
		await expect.poll(() => crashed(page, browser)).toBeGreaterThan(1500);
		await look(page, 'during');

		const clock = () => page.run("return document.querySelector('.clock').textContent");
		const before = await clock();
		await press(page, 'Run');
		await expect.poll(clock).not.toBe(before);
		await press(page, 'Pause');

		// A picture that was on its way when it was paused still comes: map and table are read until they are of one minute.
		await expect
			.poll(async () => {
				await press(page, 'Map');
				await until(page, "document.querySelector('.legend dd')");
				const legend = await page.run(`return document.querySelector('.legend dd').textContent`);
				const sentence = await page.run(`return ${SENTENCE}`);
				await press(page, 'Table');
				await until(page, "document.querySelector('.twin')");
				const [told, down] = (await page.run(
					`return [document.querySelector('.twin .sentence').textContent, document.querySelector('tfoot td').textContent]`
				)) as [string, string];
				const downMillion = Number((Number(down.replace(/\D/g, '')) / 1e6).toPrecision(3));
				return {
					isSameSentence: told === sentence,
					isSameNumber: `${downMillion}` === String(legend).replace(/[^\d.]/g, '')
				};
			})
			.toEqual({ isSameSentence: true, isSameNumber: true });
		await press(page, 'States');
		await until(page, "document.querySelectorAll('.state').length === 11");
		expect(await keptErrors(page)).toEqual([]);
	} finally {
		await page.close();
	}
});

test('in WebKitGTK an exercise is played on the map', async ({ browser, baseURL }) => {
	const page = await atHome(baseURL!);
	try {
		await press(page, /./, 'a[href^="/play"]');
		await until(page, "document.querySelector('input[type=radio]')");
		await page.run("document.querySelector('input[type=radio]').click()");
		await press(page, 'Go to the briefing');
		await press(page, 'Go to preparation');
		await press(page, 'Dismiss');
		await press(page, /./, '.button.main');
		await until(page, DRAWN);
		await until(page, `/hosts? down/i.test(document.body.textContent)`);
		await expect.poll(() => crashed(page, browser)).toBeGreaterThan(200);
		expect(await keptErrors(page)).toEqual([]);
	} finally {
		await page.close();
	}
});
