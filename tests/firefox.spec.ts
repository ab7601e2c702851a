import { expect, test } from '@playwright/test';
import type { Browser, BrowserContext } from 'puppeteer-core';
import { drivenPage } from '../src/tools/browsers/driven-page.ts';
import { findFirefox } from '../src/tools/browsers/find.ts';
import { openFirefox } from '../src/tools/browsers/firefox.ts';
import { onlyInDeepRun } from './support/deep-run.ts';
import { outagesCome } from './support/driven-outages.ts';
import * as faults from './support/driven-faults.ts';
import { openFaultyProxy, type FaultyProxy } from './support/faulty-proxy.ts';
import { BLUE, countLike } from './support/map-page.ts';

/*
 * Pages run in Firefox as they do elsewhere, the map is drawn, and what goes wrong around a page is met. One Firefox for
 * all: it takes long to start, and each test has storage of its own.
 */

const PATIENCE_MS = 90_000;
const firefox = findFirefox();
test.skip(firefox === null, 'no Firefox on this machine; name one with PATCHFALL_FIREFOX');
test.describe.configure({ mode: 'default' });

let browser: Browser;
let context: BrowserContext;
test.beforeAll(async () => (browser = await openFirefox(firefox!)));
test.afterAll(() => browser?.close());
test.beforeEach(async () => (context = await browser.createBrowserContext()));
test.afterEach(() => context.close());

async function newPage() {
	const page = await context.newPage();
	page.setDefaultTimeout(PATIENCE_MS);
	return page;
}

test('the start page runs in Firefox under the strict policy, and logs no error', async ({ baseURL }) => {
	const page = await newPage();
	const errors: string[] = [];
	page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
	page.on('pageerror', (error) => errors.push(String(error)));
	await page.goto(baseURL!, { waitUntil: 'networkidle0' });
	expect(await page.$eval('h1', (heading) => heading.textContent)).not.toBe('');
	// The announcer appears once the page's own script has started.
	await page.waitForSelector('#svelte-announcer');
	expect(errors).toEqual([]);
});

test('in Firefox the map is drawn, with WebGL or without, and its table and statecharts agree', async ({
	baseURL
}) => {
	const page = await newPage();
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
	await page.waitForFunction(() => /hosts down/.test(document.querySelector('.sentence')?.textContent ?? ''));
	const picture = (await page.$('.picture'))!;
	const reader = await newPage();
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
});

test('R309: in Firefox one person goes from a summit to the next outages, and the page goes on answering', async ({
	baseURL
}) => {
	test.slow();
	const page = await newPage();
	const errors: string[] = [];
	page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
	page.on('pageerror', (error) => errors.push(String(error)));
	const most = await outagesCome(drivenPage(page), baseURL!);
	test.info().annotations.push({ type: 'longest wait for the page', description: `${Math.round(most)} ms` });
	expect(errors).toEqual([]);
});

test.describe('in Firefox', () => {
	let proxy: FaultyProxy;
	test.beforeEach(async ({ baseURL }) => (proxy = await openFaultyProxy(baseURL!)));
	test.afterEach(() => proxy.close());
	const open = async () => drivenPage(await newPage());

	test('every page comes although the cache of the service worker has died', async () => {
		await faults.cacheDies(await open(), proxy);
	});

	test('a part that does not come is said, and comes when it is tried again', async () => {
		await faults.partDoesNotCome(await open(), proxy);
	});

	test('a database that is deleted has the whole run again with the next decision', async () => {
		await faults.databaseIsDeleted(await open(), proxy);
	});

	test('a connection to the database that dies is opened again, and nothing is said', async () => {
		onlyInDeepRun('Chromium holds it');
		await faults.connectionDies(await open(), proxy);
	});

	test('one run in two tabs is said in both, and taken back when the person wants it', async () => {
		await faults.runInTwoTabs(await open(), await open(), proxy);
	});

	test('quick presses count as they are meant, an address of elsewhere is told, and a translated page stays live', async () => {
		await faults.pressesAddressesTranslation(await open(), proxy);
	});
});
