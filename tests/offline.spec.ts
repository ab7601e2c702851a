import { expect, test, type Page } from '@playwright/test';
import { openFaultyProxy, type FaultyProxy } from './support/faulty-proxy.ts';

/*
 * A service worker only ever adds: where its cache fails, the page comes from the network; a newer version is said and
 * taken when the person wants it.
 */

test.use({ serviceWorkers: 'allow' });

const READY = { timeout: 60_000 };
const PAGES = ['/', '/play', '/map', '/compare', '/model'];

/** Begins a service worker: told to, its cache storage fails from then on, in one of two ways. */
const DYING = `{
	const { open, match } = CacheStorage.prototype;
	let death = null;
	self.addEventListener('message', ({ data }) => {
		if (data === 'reject' || data === 'hang') death = data;
	});
	const dying = (usual) => function (...args) {
		if (death === null) return usual.apply(this, args);
		return death === 'hang' ? new Promise(() => {}) : Promise.reject(new DOMException('broken', 'UnknownError'));
	};
	CacheStorage.prototype.open = dying(open);
	CacheStorage.prototype.match = dying(match);
}\n`;

let proxy: FaultyProxy;
test.beforeEach(async ({ baseURL }) => {
	proxy = await openFaultyProxy(baseURL!);
});
test.afterEach(() => proxy.close());

async function underControl(page: Page): Promise<void> {
	await page.goto(`${proxy.url}/`);
	await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null), READY).toBe(true);
}

for (const death of ['reject', 'hang']) {
	test(`with a cache whose calls ${death}, every page comes from the network`, async ({ page }) => {
		test.setTimeout(180_000);
		proxy.fault = (path) => (path === '/service-worker.js' ? { before: DYING } : null);
		await underControl(page);
		await page.evaluate((how) => navigator.serviceWorker.controller!.postMessage(how), death);
		for (const path of PAGES) {
			await page.goto(`${proxy.url}${path}`);
			await expect(page.locator('h1').first()).toBeVisible(READY);
			// The announcer appears once the page's own script has started.
			await expect(page.locator('#svelte-announcer')).toBeAttached(READY);
		}
		await page.goto(`${proxy.url}/play`);
		await page.getByRole('button', { name: 'Go to the briefing' }).click(READY);
		await expect(page.getByRole('button', { name: 'Go to preparation' })).toBeVisible(READY);
	});
}

test('a newer version is said, and taken when the person wants it', async ({ page }) => {
	test.setTimeout(120_000);
	await underControl(page);
	const notice = page.locator('.new-version');
	await expect(notice).toHaveCount(0);
	proxy.fault = (path) => (path === '/service-worker.js' ? { before: '/* newer */\n' } : null);
	await page.reload();
	await expect(notice).toBeVisible(READY);
	const isOld = () =>
		page.evaluate(async () => (await navigator.serviceWorker.getRegistration())!.waiting !== null);
	expect(await isOld()).toBe(true);
	await page.evaluate(() => Object.assign(window, { isSamePage: true }));
	await page.getByRole('button', { name: 'Use it now' }).click();
	await expect.poll(() => page.evaluate(() => 'isSamePage' in window).catch(() => true), READY).toBe(false);
	await expect.poll(isOld, READY).toBe(false);
	await expect(page.locator('h1').first()).toBeVisible();
	await expect(notice).toHaveCount(0);
});
