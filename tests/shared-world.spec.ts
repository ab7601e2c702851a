import { expect, test } from '@playwright/test';
import { closeContexts } from './support/close-contexts.ts';
import { expectAccessible, watch } from './support/watch.ts';
import {
	chooseCard,
	goOn,
	joinTeam,
	mainAction,
	openLink,
	openRoom,
	playToTheEnd,
	sendMessage
} from './support/workshop-room.ts';

test.afterEach(closeContexts);

test.use({ actionTimeout: 60_000 });

test('a workshop in one shared world, from joining to the hot wash: everybody in a browser of their own', async ({
	browser,
	baseURL
}) => {
	test.setTimeout(900_000);
	const desk = await openRoom(browser, baseURL!);
	const wrong = watch(desk.page, baseURL!);
	const join = (name: string, team: RegExp, phone = false) =>
		joinTeam(browser, baseURL!, desk.code, { name, team, phone });

	const stage = await openLink(browser, baseURL!, desk.links.stage, { width: 960, height: 540 });
	await expect(stage.getByText(desk.code)).toBeVisible();
	const ana = await join('Ana', /Altamark/);
	const ben = await join('Ben', /Altamark/, true);
	const mo = await join('Mo', /Corvane/);
	const pat = await join('Pat', /Corvane/, true);
	const hanna = await join('Hanna', /Saint Alder/, true);
	const ana2 = await join('Ana', /Saint Alder/, true);
	const evaluator = await openLink(browser, baseURL!, desk.links.evaluator, { width: 390, height: 844 });
	const observer = await openLink(browser, baseURL!, desk.links.observer, { width: 390, height: 844 });
	await expect(desk.page.getByText('6 players').first()).toBeVisible();
	await expect(ana.getByText('You lead, 2 of 2 here')).toBeVisible();
	await expect(ben.getByText('Ana leads, 2 of 2 here')).toBeVisible();
	await expectAccessible(desk.page);

	await goOn(desk.page, /^Start the briefing/);
	await expect(ana.getByRole('heading', { name: 'Altamark Airways' })).toBeVisible();
	await goOn(desk.page, /^Open preparation/);

	// A member advises; the lead learns that somebody did, and reads what only when they want to.
	await ben.getByRole('radio', { name: /Drill a day without systems/ }).check();
	await ben.getByLabel('Why, in a sentence').fill('Paper is all we will have');
	await ben.getByRole('button', { name: 'Send advice' }).click();
	await expect(ana.getByText('1 of 2 members advised')).toBeVisible();
	await expect(ana.getByText('Paper is all we will have')).toBeHidden();
	await ana.getByRole('button', { name: 'Read the advice' }).click();
	await expect(ana.getByText('Paper is all we will have')).toBeVisible();
	await expect(ben.getByText('Your lead has read the advice.')).toBeVisible();
	await chooseCard(ana, 'Drill a day without systems');
	await ana.getByRole('button', { name: 'We are ready' }).click();
	await expect(stage.getByText(/1 of 4/).first()).toBeVisible();
	await expectAccessible(ana);
	await expectAccessible(ben);

	// The desk can look at what a team sees, and does nothing from there.
	await desk.page.getByRole('button', { name: 'Manage Altamark Airways' }).click();
	const opened = desk.page.context().waitForEvent('page');
	await desk.page.getByRole('link', { name: 'See their page' }).click();
	const looking = await opened;
	await expect(looking.getByText('You only look')).toBeVisible();
	await expect(looking.getByText('1 of 2 members advised')).toBeVisible();
	await looking.close();
	await desk.page.getByRole('button', { name: 'Manage Altamark Airways' }).click();

	await goOn(desk.page, /^Close preparation and run to 04:24/);
	await desk.page.getByRole('radio', { name: 'Fast' }).check();
	await expect(mainAction(desk.page)).toHaveText(/^Open decisions/);
	await expect(ana.getByRole('heading', { name: 'Read what has come in' })).toBeVisible();
	// The stage tells the situation, and keeps its map ready for when time runs.
	await expect(stage.locator('.world-place canvas')).toBeAttached();
	await expect(stage.locator('.world-place canvas')).toBeHidden();

	// A reload in the middle leads back to the same seat and screen.
	await ben.reload();
	await expect(ben.getByText('Ana leads, 2 of 2 here')).toBeVisible();
	await expect(ben.getByRole('heading', { name: 'Situation' })).toBeVisible();

	await goOn(desk.page, /^Open decisions/);
	// Opened too early: one press takes it back, and the next opens the same round.
	await desk.page.getByRole('button', { name: /^Undo: decisions opened/ }).click();
	await goOn(desk.page, /^Open decisions/);

	// What a facilitator writes is on every screen, dated the same minute.
	await sendMessage(desk.page, 'A question from the ministry');
	await expect(stage.getByText('A question from the ministry').first()).toBeVisible();
	await expect(observer.getByText('A question from the ministry').first()).toBeVisible();
	await expect(ana.getByText('A question from the ministry').first()).toBeVisible();
	await chooseCard(mo, 'Take the update back');
	await mo.getByRole('button', { name: 'We are ready' }).click();
	await expect(pat.getByText('Ready. The facilitator sees it.')).toBeVisible();
	await expect(hanna.getByText('Take the update back')).toBeHidden();
	await expect(ana2.getByText('Hanna leads, 2 of 2 here')).toBeVisible();

	// The evaluator rates what the team did, and writes down why.
	await evaluator
		.getByRole('radio', { name: /Corvane/ })
		.or(evaluator.getByRole('combobox'))
		.first()
		.waitFor();
	await expectAccessible(evaluator);
	await expect(observer.getByText('04:24').first()).toBeVisible();

	await playToTheEnd(desk.page);

	// Each team reads its own finding before the stage shows anybody's.
	for (const player of [ana, ben, mo, pat, hanna, ana2])
		await expect(player.getByRole('heading', { level: 1 })).toContainText(/harm|hosts/i);
	await expect(stage.getByRole('heading', { name: 'Hot wash' })).toBeVisible();
	await goOn(desk.page, /^Show what each team/);
	await expect(stage.getByText(/against nobody deciding/)).toBeVisible();
	await expectAccessible(stage);

	await mainAction(desk.page).click();
	await desk.page.getByRole('dialog').getByRole('button', { name: /^End/ }).click();
	await expect(stage.getByText('Thank you.')).toBeVisible();
	await expect(stage.getByRole('img', { name: 'Code to scan to play alone' })).toBeVisible();
	await expect(observer.getByRole('heading', { level: 1 })).toHaveText('It has ended. Thank you.');

	// R290: names go first, then the room; every page says so, and who erased it reads it on the next one.
	await expect(ben.getByText('Ana leads')).toBeVisible();
	await desk.page.getByRole('button', { name: 'Erase', exact: true }).click();
	const erase = desk.page.getByRole('dialog');
	await erase.getByRole('button', { name: 'Erase names and texts' }).click();
	await erase.getByRole('button', { name: 'Erase them for good?' }).click();
	await expect(erase.getByText('Names and texts are erased.')).toBeVisible();
	await expect(ben.getByText('Somebody without a name leads')).toBeVisible();
	await erase.getByRole('button', { name: 'Erase the room' }).click();
	await erase.getByRole('button', { name: 'Erase everything for good?' }).click();
	await expect(desk.page.getByText('The room is erased.')).toBeVisible();
	for (const page of [ana, ben, evaluator, observer])
		await expect(page.getByRole('heading', { name: 'There is no such room any more.' })).toBeVisible();
	await expect(stage.getByRole('heading', { name: 'This room has been erased.' })).toBeVisible();
	await expectAccessible(stage);
	expect(wrong).toEqual([]);
});
