import { expect, test, type Page } from '@playwright/test';
import { closeContexts } from './support/close-contexts.ts';
import { translatePage } from './support/page-translation.ts';
import { watch } from './support/watch.ts';
import { goOn, joinTeam, mainAction, openLink, openPhone, openRoom } from './support/workshop-room.ts';

test.afterEach(closeContexts);

test.use({ actionTimeout: 60_000 });

/** Nothing that was said before is left beside what is said now, and what comes is translated as what was there. */
const prose = (page: Page, text: string) => page.getByText(`«${text}»`, { exact: true }).first();

test('under page translation a team, a phone and the stage go on: clocks, figures and codes live, words translated', async ({
	browser,
	baseURL
}) => {
	test.setTimeout(300_000);
	const desk = await openRoom(browser, baseURL!);
	const stage = await openLink(browser, baseURL!, desk.links.stage, { width: 960, height: 540 });
	const team = await joinTeam(browser, baseURL!, desk.code, { name: 'Ana', team: /Altamark/ });
	const phone = await openPhone(browser, baseURL!, desk.audienceCode);
	const pages = [stage, team, phone];
	const wrong = pages.map((page) => watch(page, baseURL!));
	for (const page of pages) await translatePage(page);

	// A code is typed as it stands.
	await expect(stage.getByText(desk.code, { exact: true }).first()).toBeVisible();
	await expect(phone.getByText(`Room ${desk.audienceCode}`, { exact: true })).toBeVisible();
	await expect(prose(phone, 'You are in.')).toBeVisible();

	await goOn(desk.page, /^Start the briefing/);
	await goOn(desk.page, /^Open preparation/);
	await expect(prose(phone, 'Teams prepare.')).toBeVisible();
	await expect(phone.getByText('You are in.')).toBeHidden();
	await goOn(desk.page, /^Close preparation and run/);
	await desk.page.getByRole('radio', { name: 'Fast' }).check();
	await expect(mainAction(desk.page)).toHaveText(/^Open decisions/);

	// Everybody’s clock has come to the same minute, and nobody’s is translated.
	for (const page of pages) await expect(page.locator('time').first()).toHaveText(/^04:24/);
	const down = team.locator('.play-figures dd > span').first();
	await expect(down).toHaveText(/^[\d.,]+\s?[MK]?$/i);
	const downThen = (await down.textContent())!;

	await goOn(desk.page, /^Open decisions/);
	const timer = stage.getByRole('timer').first();
	await expect(timer).toHaveText(/^\d+:\d\d$/);
	const before = (await timer.textContent())!;
	await expect(timer).not.toHaveText(before);
	const ready = team.getByRole('button', { name: /^«Ready, with nothing/ });
	await ready.click();
	await expect(prose(team, 'Ready. The facilitator sees it.')).toBeVisible();
	await expect(ready).toBeHidden();
	await goOn(desk.page, /^Close/);
	for (const page of pages) await expect(page.locator('time').first()).not.toHaveText(/^04:24/);
	await expect(down).not.toHaveText(downThen);
	expect(wrong.flat()).toEqual([]);
});
