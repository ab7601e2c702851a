import { expect, test } from '@playwright/test';
import type { Browser, Page } from 'puppeteer-core';
import { findFirefox } from '../src/tools/browsers/find.ts';
import { openFirefox } from '../src/tools/browsers/firefox.ts';
import { openFaultyProxy, type FaultyProxy } from './faulty-proxy.ts';
import { needEngine } from './need-engine.ts';

/* In Firefox as well: a dead cache takes no page away, and a part that did not come comes when it is tried again. */

const PATIENCE = { timeout: 90_000 };
const DEAD = `CacheStorage.prototype.match = CacheStorage.prototype.open = () =>
	self.registration.active === null ? Promise.resolve({ addAll: async () => {}, match: async () => undefined })
		: Promise.reject(new DOMException('broken', 'UnknownError'));\\n`;

let proxy: FaultyProxy;
let firefox: Browser;
let page: Page;

test.beforeEach(async ({ baseURL }) => {
	test.setTimeout(240_000);
	firefox = await openFirefox(needEngine(findFirefox(), 'Firefox', 'firefox-esr'));
	proxy = await openFaultyProxy(baseURL!);
	page = await firefox.newPage();
});
test.afterEach(async () => {
	await firefox?.close();
	await proxy?.close();
});

const button = (name: string) =>
	page.locator(`::-p-aria([name="${name}"][role="button"])`).setTimeout(90_000);
const heading = (name: string) =>
	page.locator(`::-p-aria([name="${name}"][role="heading"])`).setTimeout(90_000);

test('with a dead cache every page comes from the network', async () => {
	proxy.fault = (path) => (path === '/service-worker.js' ? { before: DEAD } : null);
	await page.goto(`${proxy.url}/`);
	await page.waitForFunction(() => navigator.serviceWorker.controller !== null, PATIENCE);
	for (const path of ['/', '/play', '/map', '/model']) {
		await page.goto(`${proxy.url}${path}`);
		// The announcer appears once the page's own script has started.
		await page.waitForSelector('#svelte-announcer', PATIENCE);
	}
});

test('a part that did not come is said, and comes when it is tried again', async () => {
	proxy.fault = (path) => (path === '/service-worker.js' ? { status: 404 } : null);
	await page.goto(`${proxy.url}/play`);
	await button('Go to the briefing').wait();
	proxy.fault = (path) => (path.startsWith('/_app/immutable/') ? 'cut' : null);
	await button('Go to the briefing').click();
	await button('Go to preparation').click();
	await heading('This part of the page has not come').wait();
	proxy.fault = () => null;
	await button('Try again').click();
	await heading('What do you spend before anything happens?').wait();
	expect(await page.$('.trouble')).toBeNull();
});
