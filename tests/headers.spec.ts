import { expect, test, type APIResponse } from '@playwright/test';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { contentPolicy } from '../src/lib/server/content-policy.js';
import { openerHeaders, plainSecurityHeaders } from '../src/lib/server/security-headers.ts';
import { lanAddresses } from '../src/lib/server/lan-addresses.ts';
import { expectAccessible } from './support/watch.ts';

/** Every file that the build offers to browsers, workers among them, as a path to ask for. */
const files = readdirSync(join(import.meta.dirname, '..', 'build', 'client'), {
	recursive: true,
	withFileTypes: true
})
	.filter((entry) => entry.isFile() && !/\.(gz|br)$/.test(entry.name))
	.map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/').split('/build/client')[1]);

function expectStrictPolicy(response: APIResponse) {
	const headers = response.headers();
	const where = response.url();
	const expected = { ...plainSecurityHeaders, ...openerHeaders(new URL(where).hostname, false) };
	for (const [name, value] of Object.entries(expected)) {
		expect(headers[name.toLowerCase()], `${name} of ${where}`).toBe(value);
	}
	const policy = headers['content-security-policy'] ?? '';
	expect(policy, where).not.toMatch(
		/unsafe-inline|unsafe-eval(?<!'wasm-unsafe-eval)|unsafe-hashes|http:|https:|\*/
	);
	for (const [directive, sources] of Object.entries(contentPolicy)) {
		const stated = policy.split(';').map((text) => text.trim().replaceAll("'", '').split(' '));
		const own = stated.find(([name]) => name === directive)?.slice(1) ?? [];
		const added = own.filter((source) => !(sources as string[]).includes(source));
		expect(own, `${directive} of ${where}`).toEqual(expect.arrayContaining([...sources]));
		for (const source of added) expect(`${directive} ${source}`).toMatch(/^script-src (nonce|sha256)-/);
	}
}

test('what is named by its content is kept for ever, and every other file is asked for anew', async ({
	request
}) => {
	for (const path of ['/', '/play', ...files]) {
		const kept = (await request.get(path)).headers()['cache-control'] ?? '';
		if (path.startsWith('/_app/immutable/')) expect(kept, path).toContain('immutable');
		else expect(kept, path).toBe('no-cache');
	}
});

test.describe('every response carries the strict policy', () => {
	test('the start page, which is a file', async ({ request }) => {
		const response = await request.get('/');
		expect(response.status()).toBe(200);
		expectStrictPolicy(response);
	});

	test('every file of the build', async ({ request }) => {
		expect(files.length).toBeGreaterThan(10);
		for (const file of files) {
			const response = await request.get(file);
			expect(response.status(), file).toBe(200);
			expectStrictPolicy(response);
		}
	});

	test('a file that the browser has already', async ({ request }) => {
		const { etag } = (await request.get('/favicon.svg')).headers();
		const again = await request.get('/favicon.svg', { headers: { 'if-none-match': etag } });
		expect(again.status()).toBe(304);
		expectStrictPolicy(again);
	});

	for (const path of ['/there/is/no/such/page', '/_app/immutable/none.js', '/%zz', '/../etc/passwd']) {
		test(`nothing at ${path}`, async ({ request }) => {
			const response = await request.get(path);
			expect([400, 404]).toContain(response.status());
			expectStrictPolicy(response);
		});
	}

	test('a form that another site sends, which is refused', async ({ request }) => {
		const headers = { origin: 'http://evil.example' };
		const response = await request.post('/no-such-page', { form: { a: '1' }, headers });
		expect(response.status()).toBe(403);
		expectStrictPolicy(response);
	});
});

test('a form from this site is not taken for one from elsewhere, on plain http and by any address', async ({
	request,
	baseURL
}) => {
	const port = new URL(baseURL!).port;
	const hosts = ['localhost', '127.0.0.1', ...lanAddresses()];
	for (const host of hosts) {
		const origin = `http://${host}:${port}`;
		const response = await request.post(`${origin}/no-such-page`, { form: { a: '1' }, headers: { origin } });
		// There is no such page to post to (404, 405): but the door is not shut (403).
		expect(response.status(), origin).not.toBe(403);
	}
});

test.describe('the start page in a browser', () => {
	for (const host of ['localhost', ...lanAddresses().slice(0, 1)]) {
		test(`asks no other origin for anything, and logs no error (${host === 'localhost' ? host : 'over the LAN'})`, async ({
			page,
			baseURL
		}) => {
			const home = baseURL!.replace('localhost', host);
			const elsewhere: string[] = [];
			const errors: string[] = [];
			page.on('request', (request) => {
				const { origin, protocol } = new URL(request.url());
				if (protocol.startsWith('http') && origin !== home) elsewhere.push(request.url());
			});
			page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
			page.on('pageerror', (error) => errors.push(String(error)));
			await page.goto(home);
			await page.waitForLoadState('networkidle');
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
			expect(elsewhere).toEqual([]);
			expect(errors).toEqual([]);
		});
	}

	test('uses the fonts that are served with it', async ({ page }) => {
		await page.goto('/');
		const loaded = await page.evaluate(async () => {
			await document.fonts.ready;
			return [...document.fonts].filter((font) => font.status === 'loaded').map((font) => font.family);
		});
		expect(loaded.join()).toContain('Atkinson Hyperlegible Next Variable');
	});

	test('runs no inline script that is not its own', async ({ page }) => {
		await page.goto('/');
		const ran = await page.evaluate(() => {
			const script = document.createElement('script');
			script.textContent = 'window.intruded = true';
			document.body.append(script);
			return 'intruded' in window;
		});
		expect(ran).toBe(false);
	});

	test('axe finds nothing to complain about', async ({ page }) => {
		await page.goto('/');
		await expectAccessible(page);
	});
});

test.describe('a page that is not there', () => {
	test('says so in plain words, with a way back, and axe finds nothing', async ({ page }) => {
		await page.goto('/no-such-page');
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no page here');
		await expectAccessible(page);
		await page.getByRole('link', { name: 'Back to the start' }).click();
		await expect(page).toHaveURL('/');
	});
});
