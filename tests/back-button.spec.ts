import { expect, test } from '@playwright/test';
import puppeteer, { type Page } from 'puppeteer-core';
import { chromiumFlags } from '../src/tools/browsers/flags.ts';

/*
 * Browsers keep a page that was left, and show it again at once. Playwright switches that off, so another driver is used.
 */

const shown = (page: Page) => page.evaluate(() => document.body.innerText);

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
			expect(await page.evaluate(() => 'wasHere' in window), 'the page that was left').toBe(true);
		}
	} finally {
		await browser.close();
	}
});
