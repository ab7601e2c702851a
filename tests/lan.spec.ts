import { networkInterfaces } from 'node:os';
import { expect, test } from '@playwright/test';
import { watch } from './support/watch.ts';
import { goOn, joinTeam, openLink, openRoom } from './support/workshop-room.ts';

/*
 * From another machine in the same network a room is reached by plain http. Browsers give such pages no clipboard, no
 * wake lock, no service worker, no Web Locks and no randomUUID: everything works all the same, or says what it does instead.
 */

const lan = Object.values(networkInterfaces())
	.flat()
	.find((one) => one !== undefined && one.family === 'IPv4' && !one.internal)?.address;

test('a room works from the address of the network, where the browser withholds what needs https', async ({
	browser,
	baseURL
}) => {
	test.skip(lan === undefined, 'this machine has no network besides its own');
	const home = baseURL!.replace('localhost', lan!);
	const desk = await openRoom(browser, baseURL!);
	const ana = await joinTeam(browser, home, desk.code, { name: 'Ana', team: /Altamark/, phone: true });
	const wrong = [watch(ana, home)];
	const withheld = await ana.evaluate(() => ({
		secure: isSecureContext,
		clipboard: 'clipboard' in navigator,
		serviceWorker: 'serviceWorker' in navigator,
		wakeLock: 'wakeLock' in navigator,
		locks: 'locks' in navigator,
		randomUUID: 'randomUUID' in crypto
	}));
	expect(Object.values(withheld)).toEqual([false, false, false, false, false, false]);
	await expect(ana.getByText('You lead, 1 of 1 here')).toBeVisible();

	const second = await openLink(browser, home, desk.links.facilitator);
	wrong.push(watch(second, home));
	await second.getByRole('button', { name: 'Links and codes' }).click();
	const dialog = second.getByRole('dialog');
	await dialog.getByRole('button', { name: 'Copy for reading aloud' }).first().click();
	await expect(dialog.locator('.copied')).toHaveText(/^\p{L}[\p{L}-]+(, \p{L}[\p{L}-]+){4}$/u);
	const evaluator = await openLink(browser, home, desk.links.evaluator, { width: 390, height: 844 });
	const stage = await openLink(browser, home, desk.links.stage, { width: 1920, height: 1080 });
	await expect(stage.getByText(desk.code)).toBeVisible();
	await ana.reload();
	await expect(ana.getByText('You lead, 1 of 1 here')).toBeVisible();
	// Nobody's page tells another site, or a log of one, by which link it came.
	for (const page of [second, evaluator, stage]) {
		expect(page.url()).not.toContain('#');
		expect(await page.evaluate(() => document.referrer)).toBe('');
	}
	expect(wrong.flat()).toEqual([]);
});

test('ten tabs of one browser, by plain http, all hear of each step', async ({ browser, baseURL }) => {
	test.skip(lan === undefined, 'this machine has no network besides its own');
	const home = baseURL!.replace('localhost', lan!);
	const desk = await openRoom(browser, baseURL!);
	const first = await openLink(browser, home, desk.links.observer, { width: 390, height: 844 });
	const tabs = [first];
	while (tabs.length < 10) {
		const tab = await first.context().newPage();
		await tab.goto(first.url());
		tabs.push(tab);
	}
	for (const tab of tabs) await expect(tab.getByText('Before the start').first()).toBeVisible();
	await goOn(desk.page, /^Start the briefing/);
	for (const tab of tabs) await expect(tab.getByText('Briefing', { exact: true }).first()).toBeVisible();
});
