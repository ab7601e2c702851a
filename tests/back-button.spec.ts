import { expect, test } from '@playwright/test';
import puppeteer, { type Page } from 'puppeteer-core';
import { chromiumFlags } from '../src/tools/browsers/flags.ts';

/*
 * Browsers keep a page that was left, and show it again at once. Playwright switches that off, so another driver is used.
 */

const shown = (page: Page) => page.evaluate(() => document.body.innerText);

/** A service worker that takes its pages over throws away those that are kept: it must have done so before one is left. */
const takenOver = (page: Page) =>
	page.evaluate(() => navigator.serviceWorker.controller?.state === 'activated');

/** Why the browser made the page anew, where it did. */
const whyMadeAnew = (page: Page) =>
	page.evaluate(() => {
		const [entry] = performance.getEntriesByType('navigation');
		return JSON.stringify(
			(entry as unknown as { notRestoredReasons?: object }).notRestoredReasons ?? 'not said'
		);
	});

test('R212: the back button brings a team and a phone back as they were left, and they go on with the room', async ({
	baseURL
}) => {
	const browser = await puppeteer.launch({
		executablePath: process.env.PATCHFALL_CHROMIUM!,
		args: [...chromiumFlags],
		ignoreDefaultArgs: ['--disable-back-forward-cache']
	});
	try {
		const desk = await browser.newPage();
		await desk.goto(`${baseURL!}/host`);
		/** Asks the server as the desk's page does. */
		const post = (path: string, body: object) =>
			desk.evaluate(
				async (to, text) => {
					const headers = { 'Content-Type': 'application/json' };
					const answer = await fetch(to, { method: 'POST', headers, body: text });
					return (await answer.json()) as {
						code: string;
						audienceCode: string;
						person: { id: string };
					};
				},
				path,
				JSON.stringify(body)
			);
		const teams = [{ id: 'team-1', name: 'Sky', roles: ['airline'] }];
		const setup = { scenarioId: 'july-2024', cut: 'short', seed: 'x', teams, bots: {} };
		const room = await post('/api/rooms', { setup });
		const seat = await post(`/api/rooms/${room.code}/seats`, { kind: 'player', name: 'Ana', team: 'team-1' });
		let asked = 0;
		const ask = (body: object) =>
			post(`/api/rooms/${room.code}/seats/${room.person.id}/requests`, { id: `back-${++asked}`, ...body });

		const team = await browser.newPage();
		await team.goto(`${baseURL!}/room?code=${room.code}&seat=${seat.person.id}`);
		await expect.poll(() => shown(team)).toContain('You lead, 1 of 1 here');
		const phone = await browser.newPage();
		await phone.goto(`${baseURL!}/vote#${room.audienceCode}`);
		await expect.poll(() => shown(phone)).toContain('You are in.');

		await expect.poll(() => takenOver(desk), { timeout: 120_000 }).toBe(true);
		for (const page of [team, phone]) {
			await page.evaluate(() => Object.assign(window, { wasHere: true }));
			await page.goto('about:blank');
		}
		// What happens meanwhile.
		await ask({ type: 'goOn', from: { phase: 'lobby', step: null, round: null } });
		await ask({ type: 'pause' });
		for (const [page, text] of [
			[team, 'Paused by the facilitator.'],
			[phone, 'A short break.']
		] as const) {
			await page.bringToFront();
			await page.goBack();
			await expect.poll(() => shown(page)).toContain(text);
			const kept = await page.evaluate(() => 'wasHere' in window);
			expect(kept, `the page that was left; made anew because: ${await whyMadeAnew(page)}`).toBe(true);
		}
	} finally {
		await browser.close();
	}
});
