import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { startBuilt } from './built-server.ts';
import { openPhoneNetwork, type PhoneNetwork } from './phone-network.ts';

/*
 * Phones lock, sleep, change their network and go back and forth while a vote is open. None loses its seat or its vote,
 * and each shows what a phone shows that nobody has touched. Three minutes of sleep are a jump of the phone's own clock.
 */

const PHONES = 13;
const B = 'B: Pause and look';
const OPTIONS = ['Take it back', 'Pause and look', 'Wait for proof'];

const shown = async (phone: Page) =>
	(await phone.locator('main').innerHTML()).replaceAll(/<!--.*?-->|\s+/g, ' ');

async function newPhone(browser: Browser, { url }: PhoneNetwork, code: string): Promise<Page> {
	const context = await browser.newContext({
		viewport: { width: 390, height: 844 },
		reducedMotion: 'reduce'
	});
	const page = await context.newPage();
	await page.clock.install();
	await page.goto(`${url}/vote#${code}`);
	return page;
}

/** Until each phone shows what the untouched one does. @returns how long the slowest took, in milliseconds */
async function allLike(untouched: Page, phones: readonly Page[], sinceMs: number): Promise<number> {
	const wanted = await shown(untouched);
	await Promise.all(phones.map((phone) => expect.poll(() => shown(phone), { timeout: 60_000 }).toBe(wanted)));
	return Date.now() - sinceMs;
}

test('13 phones that were reloaded, asleep with a dead connection, in another network or gone back lose no seat and no vote', async ({
	browser
}) => {
	test.setTimeout(400_000);
	const data = mkdtempSync(join(tmpdir(), 'patchfall-phones-'));
	let server = await startBuilt({ PATCHFALL_DATA: data });
	const { port } = server;
	const home = `http://localhost:${port}`;
	const network = await openPhoneNetwork(port);
	const quiet = await openPhoneNetwork(port);
	const took: Record<string, number> = {};

	const desk = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
	await desk.goto(`${home}/host`);
	await desk.getByRole('button', { name: 'Open the room' }).click();
	await desk.getByRole('button', { name: 'Links and codes' }).click();
	const audience = desk.getByRole('dialog').locator('section', { hasText: 'Audience' });
	const code = (await audience.locator('.code').textContent())!;
	await desk.keyboard.press('Escape');

	const untouched = await newPhone(browser, quiet, code);
	const phones = await Promise.all(Array.from({ length: PHONES }, () => newPhone(browser, network, code)));
	await desk.getByRole('button', { name: 'Ask a question' }).click();
	await desk.getByLabel('Question').fill('What first?');
	await desk.getByRole('button', { name: 'Add an option' }).click();
	for (const [n, option] of OPTIONS.entries())
		await desk.getByLabel(`Option ${'ABC'[n]}`, { exact: true }).fill(option);
	await desk.getByRole('button', { name: 'Open the vote' }).click();
	await Promise.all(
		[untouched, ...phones].map(async (phone) => {
			await phone.getByRole('button', { name: B }).click();
			await expect(phone.getByText('Your vote is in.')).toBeVisible();
		})
	);

	let sinceMs = Date.now();
	await Promise.all(phones.map((phone) => phone.reload()));
	took.reloaded = await allLike(untouched, phones, sinceMs);

	network.cut();
	sinceMs = Date.now();
	await Promise.all(phones.map((phone) => phone.clock.fastForward(180_000)));
	took.asleep = await allLike(untouched, phones, sinceMs);

	// The address has changed, and what was open under the old one is dead.
	network.moveTo('127.0.0.2');
	network.cut();
	sinceMs = Date.now();
	await Promise.all(phones.map((phone) => phone.evaluate(() => window.dispatchEvent(new Event('online')))));
	took.moved = await allLike(untouched, phones, sinceMs);

	await Promise.all(phones.map((phone) => phone.goto('about:blank')));
	sinceMs = Date.now();
	await Promise.all(phones.map((phone) => phone.goBack()));
	took.back = await allLike(untouched, phones, sinceMs);

	await expect(desk.getByText('14 phones').first()).toBeVisible();
	await desk.getByRole('button', { name: 'Close the vote' }).click();
	await expect(desk.getByText('Closed. 14 votes counted.')).toBeVisible();
	await expect(untouched.getByText('Counted: B.')).toBeVisible();
	await allLike(untouched, phones, Date.now());

	// Counted votes are forgotten by the server, and a server that starts again knows of none: each phone knows its own.
	await server.stop();
	server = await startBuilt({ PATCHFALL_DATA: data, PORT: String(port) });
	// Whether a page was loaded before the room was there again or has waited for it: nobody has to press anything.
	await Promise.all([untouched, ...phones.slice(0, 6)].map((phone) => phone.reload()));
	await Promise.all(
		[untouched, ...phones].map(async (phone) => {
			await expect(phone.getByText('Counted: B.')).toBeVisible();
			await expect(phone.getByRole('button', { name: B })).toHaveAttribute('aria-pressed', 'true');
		})
	);

	for (const [what, ms] of Object.entries(took))
		test.info().annotations.push({ type: `ms until all 13 were back, ${what}`, description: String(ms) });
	console.log('13 phones back, in ms:', JSON.stringify(took));
	await Promise.all([network.close(), quiet.close(), server.stop()]);
	rmSync(data, { recursive: true, force: true });
});
