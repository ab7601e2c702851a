import { test } from '@playwright/test';
import type { Browser } from 'puppeteer-core';
import { findFirefox } from '../src/tools/browsers/find.ts';
import { openFirefox } from '../src/tools/browsers/firefox.ts';
import * as faults from './driven-faults.ts';
import { openFaultyProxy, type FaultyProxy } from './faulty-proxy.ts';
import { firefoxPage } from './firefox-page.ts';

/* What goes wrong around a page is met in Firefox as it is elsewhere. */

const firefox = findFirefox();
test.skip(firefox === null, 'no Firefox on this machine; name one with PATCHFALL_FIREFOX');

let proxy: FaultyProxy;
let browser: Browser;
test.beforeEach(async ({ baseURL }) => {
	proxy = await openFaultyProxy(baseURL!);
	browser = await openFirefox(firefox!);
});
test.afterEach(async () => {
	await browser.close();
	await proxy.close();
});

test('in Firefox every page comes although the cache of the service worker has died', async () => {
	await faults.cacheDies(await firefoxPage(browser), proxy);
});

test('in Firefox a part that does not come is said, and comes when it is tried again', async () => {
	await faults.partDoesNotCome(await firefoxPage(browser), proxy);
});

test('in Firefox a database that is deleted has the whole run again with the next decision', async () => {
	await faults.databaseIsDeleted(await firefoxPage(browser), proxy);
});

test('in Firefox a connection to the database that dies is opened again, and nothing is said', async () => {
	await faults.connectionDies(await firefoxPage(browser), proxy);
});

test('in Firefox one run in two tabs is said in both, and taken back when the person wants it', async () => {
	await faults.runInTwoTabs(await firefoxPage(browser), await firefoxPage(browser), proxy);
});

test('in Firefox quick presses count as they are meant, an address of elsewhere is told, and a translated page stays live', async () => {
	await faults.pressesAddressesTranslation(await firefoxPage(browser), proxy);
});
