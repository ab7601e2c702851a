import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { closeContexts } from './support/close-contexts.ts';
import { startBuilt } from '../src/tools/load/built-server.ts';
import { isDeepRun } from './support/deep-run.ts';
import { openPhoneNetwork, type PhoneNetwork } from './support/phone-network.ts';

test.afterEach(closeContexts);

/*
 * Phones lock, sleep, change their network and go back and forth while a vote is open. None loses its seat or its vote,
 * and each shows what a phone shows that nobody has touched. Three minutes of sleep are a jump of the phone's own clock.
 * What all are shown changes while one is away: a phone that is like the untouched one has come back.
 */

const PHONES = 13;
/** Promised of a phone by itself are three seconds. Here fourteen browsers and a server share a machine. */
const BACK_WITHIN_MS = 15_000;
const B = 'B: Pause and look';
const OPTIONS = ['Take it back', 'Pause and look', 'Wait for proof'];

/** A phone, and its own way to the server. */
interface Phone {
	readonly page: Page;
	readonly network: PhoneNetwork;
}

/** Ways in which a phone goes away, each with how it comes back. */
const WAYS: Readonly<Record<string, (phone: Phone) => Promise<() => Promise<unknown>>>> = {
	reloaded: async ({ page }) => {
		return () => page.reload({ waitUntil: 'commit' });
	},
	asleep: async ({ page, network }) => {
		network.cut();
		return async () => {
			await page.clock.fastForward(180_000);
			await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
		};
	},
	'in another network': async ({ page, network }) => {
		// The address has changed, and what was open under the old one is dead.
		network.moveTo('127.0.0.2');
		network.cut();
		return () => page.evaluate(() => window.dispatchEvent(new Event('online')));
	},
	'gone back': async ({ page }) => {
		await page.goto('about:blank');
		return () => page.goBack({ waitUntil: 'commit' });
	}
};

const shown = async (page: Page) =>
	(await page.locator('.page').innerHTML()).replaceAll(/<!--.*?-->|\s+/g, ' ');

async function newPhone(browser: Browser, serverPort: number, code: string): Promise<Phone> {
	const network = await openPhoneNetwork(serverPort);
	const context = await browser.newContext({
		viewport: { width: 390, height: 844 },
		reducedMotion: 'reduce'
	});
	const page = await context.newPage();
	await page.clock.install();
	await page.goto(`${network.url}/vote#${code}`);
	return { page, network };
}

/** Until a phone shows what the untouched one does. */
async function isLike(untouched: Page, page: Page, timeout = 60_000): Promise<void> {
	const both = async () => {
		// A page that is on its way shows nothing.
		const [one, other] = await Promise.all([shown(page).catch(() => 'nothing yet'), shown(untouched)]);
		return one === other ? 'alike' : `${one}\n${other}`;
	};
	await expect.poll(both, { timeout, intervals: [25] }).toBe('alike');
}

test('13 phones that were reloaded, asleep with a dead connection, in another network or gone back lose no seat and no vote', async ({
	browser
}) => {
	test.setTimeout(400_000);
	const data = mkdtempSync(join(tmpdir(), 'patchfall-phones-'));
	let server = await startBuilt({ PATCHFALL_DATA: data });
	const { port } = server;
	const home = `http://localhost:${port}`;

	const desk = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
	await desk.goto(`${home}/host`);
	await desk.getByRole('button', { name: 'Open the room' }).click();
	await desk.getByRole('button', { name: 'Links and codes' }).click();
	const audience = desk.getByRole('dialog').locator('section', { hasText: 'Audience' });
	const code = (await audience.locator('.code').textContent())!;
	await desk.keyboard.press('Escape');

	const { page: untouched, network: quiet } = await newPhone(browser, port, code);
	const phones: Phone[] = [];
	for (let n = 0; n < PHONES; n++) phones.push(await newPhone(browser, port, code));
	const pages = phones.map(({ page }) => page);
	await desk.getByRole('button', { name: 'Ask a question' }).click();
	await desk.getByLabel('Question').fill('What first?');
	await desk.getByRole('button', { name: 'Add an option' }).click();
	for (const [n, option] of OPTIONS.entries())
		await desk.getByLabel(`Option ${'ABC'[n]}`, { exact: true }).fill(option);
	await desk.getByRole('button', { name: 'Open the vote' }).click();
	for (const page of [untouched, ...pages]) {
		await page.getByRole('button', { name: B }).click();
		await expect(page.getByText('Your vote is in.')).toBeVisible();
	}

	const turnout = desk.getByRole('checkbox', { name: 'Show all how many have voted' });
	const backMs: Record<string, number[]> = {};
	const ways = Object.entries(WAYS);
	for (const [w, [way, leave]] of ways.entries())
		// Each phone by every way takes minutes: in `npm test` each goes by one of them.
		for (const phone of phones.filter((_, n) => isDeepRun || n % ways.length === w)) {
			const comeBack = await leave(phone);
			const isShown = !(await turnout.isChecked());
			await turnout.setChecked(isShown);
			await expect(untouched.getByText(/ people have voted$/)).toBeVisible({ visible: isShown });
			const sinceMs = performance.now();
			await comeBack();
			await isLike(untouched, phone.page, BACK_WITHIN_MS);
			(backMs[way] ??= []).push(Math.round(performance.now() - sinceMs));
		}

	await expect(desk.getByText('14 phones').first()).toBeVisible();
	await desk.getByRole('button', { name: 'Close the vote' }).click();
	await expect(desk.getByText('Closed. 14 votes counted.')).toBeVisible();
	await expect(untouched.getByText('Counted: B.')).toBeVisible();
	for (const page of pages) await isLike(untouched, page);

	// Counted votes are forgotten by the server, and a server that starts again knows of none: each phone knows its own.
	await server.stop();
	server = await startBuilt({ PATCHFALL_DATA: data, PORT: String(port) });
	// Whether a page was loaded before the room was there again or has waited for it: nobody has to press anything.
	for (const page of [untouched, ...pages.slice(0, 6)]) await page.reload({ waitUntil: 'commit' });
	for (const page of [untouched, ...pages]) {
		await expect(page.getByText('Counted: B.')).toBeVisible();
		await expect(page.getByRole('button', { name: B })).toHaveAttribute('aria-pressed', 'true');
	}

	for (const [way, each] of Object.entries(backMs))
		console.log(
			`${way}, of ${each.length} phones: back after ${Math.max(...each)} ms at most, ${each.join(' ')}`
		);
	await Promise.all([...phones.map(({ network }) => network.close()), quiet.close(), server.stop()]);
	rmSync(data, { recursive: true, force: true });
});
