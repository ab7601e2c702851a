import { expect, test, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { closeContexts } from './support/close-contexts.ts';
import {
	cardOf,
	commitAndGoOn,
	forkHere,
	guide,
	hotWash,
	mainAction,
	nextStop,
	openDecisions,
	preparing
} from './support/play-exercise.ts';
import { expectSound, expectSoundOnScreens, watch } from './support/watch.ts';
import { chooseCard, goOn, joinTeam, openRoom, playToTheEnd } from './support/workshop-room.ts';

test.afterEach(closeContexts);

const STATE = /^[0-9a-f]{16}$/;
/** The states of the worlds that are shown, in their order. */
const states = (page: Page) =>
	page.getByRole('region', { name: 'Maps at this minute' }).getByText(STATE).allTextContents();
const time = (page: Page) => page.getByRole('slider', { name: 'Time of the run' });
const happened = (page: Page) => page.getByRole('list', { name: 'What happened' });

test('who has played alone replays the run, forks it at a decision, and compares both futures', async ({
	page,
	baseURL
}) => {
	const wrong = watch(page, baseURL!);
	await page.goto('/play');
	await page.getByRole('radio', { name: /^Corvane/ }).check();
	await page.getByRole('button', { name: 'Go to the briefing' }).click();
	await page.getByRole('button', { name: 'Go to preparation' }).click();
	await guide(page).getByRole('button', { name: 'Dismiss' }).click();
	await expect(preparing(page)).toBeVisible();
	await mainAction(page).click();
	for (let stop = await nextStop(page); stop === 'question'; stop = await commitAndGoOn(page))
		if ((await openDecisions(page).count()) > 0) await cardOf(openDecisions(page).first()).click();
	await expect(hotWash(page)).toBeVisible();
	await page.getByRole('link', { name: 'Replay the exercise' }).click();

	// From decision to decision, by button and by key; the list says what happened.
	await expect(page.getByRole('heading', { name: /^Replay: / })).toBeVisible();
	await page.getByRole('button', { name: 'Next decision' }).click();
	await expect(happened(page).locator('[aria-current=time]')).toBeVisible();
	await expect(happened(page)).toContainText(/Corvane[^:]*: /);
	const [atDecision] = await states(page);
	await time(page).press('ArrowRight');
	await expect.poll(() => states(page)).not.toEqual([atDecision]);
	await page.getByRole('radio', { name: '16×' }).check();
	await page.getByRole('button', { name: 'Play' }).click();
	await page.getByRole('button', { name: 'Pause' }).click();
	await page.getByRole('button', { name: 'Decision before' }).click();
	await expectSoundOnScreens(page);

	// Without what was decided from there on: one past, and another end.
	await page.getByLabel('How it plays').selectOption({ label: 'does nothing' });
	await forkHere(page, 'Nothing of it');
	await expect(page.getByRole('checkbox', { name: 'Nothing of it' })).toBeChecked();
	await time(page).press('Home');
	await expect.poll(async () => new Set(await states(page)).size).toBe(1);
	await time(page).press('End');
	await expect.poll(async () => new Set(await states(page)).size).toBe(2);
	await expect(page.getByRole('img', { name: /Hosts down.*Nothing of it: at most/ })).toBeVisible();
	await expectSound(page);

	// It is a file like any other, and a run like any other.
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Save “Nothing of it” as a file' }).click();
	const log = readFileSync(await (await download).path(), 'utf8');
	expect(JSON.parse(log)).toMatchObject({ format: 'patchfall-log' });
	await expect(page.getByText('“Nothing of it” is kept with the runs on this device.')).toBeVisible();
	await page.goto('/');
	const kept = page.getByRole('listitem').filter({ hasText: 'Nothing of it' });
	await kept.getByRole('link', { name: 'Hot wash' }).click();
	await expect(hotWash(page)).toBeVisible();
	expect(wrong).toEqual([]);
});

test('a facilitator replays a room of three teams side by side and forks the world of one; a team looks back at its own', async ({
	browser,
	baseURL
}) => {
	test.setTimeout(900_000);
	const desk = await openRoom(browser, baseURL!, { teams: 3 });
	const teams = [1, 2, 3].map((n) =>
		joinTeam(browser, baseURL!, desk.code, {
			name: `Lead ${n}`,
			team: new RegExp(`^Team ${n}`),
			phone: false
		})
	);
	const [first, ...others] = await Promise.all(teams);
	// They decide nothing, and nobody looks at their pages.
	await Promise.all(others.map((page) => page.close()));
	await goOn(desk.page, /^Start the briefing/);
	await goOn(desk.page, /^Open preparation/);
	await chooseCard(first!, 'Drill a day without systems');
	await goOn(desk.page, /^Close preparation and run to/);
	await desk.page.getByRole('radio', { name: 'Fast' }).check();
	await playToTheEnd(desk.page);

	const opening = desk.page.context().waitForEvent('page');
	await desk.page.getByRole('link', { name: 'Replay the exercise' }).click();
	const page = await opening;
	const wrong = watch(page, baseURL!);
	// Beside the teams, what bots made of it.
	for (const name of ['Team 1', 'Team 2', 'Team 3', 'Bots alone'])
		await expect(page.getByRole('checkbox', { name })).toBeChecked();
	await expect.poll(async () => (await states(page)).length).toBe(4);
	await expect(happened(page)).toContainText('Drill a day without systems');
	await time(page).press('End');
	await expect.poll(async () => new Set(await states(page)).size).toBeGreaterThan(1);
	await expectSound(page);

	await page.getByRole('radio', { name: 'A bot plays on' }).check();
	await time(page).press('Home');
	await forkHere(page, 'Team 1 as an expert');
	await time(page).press('End');
	await expect.poll(async () => new Set(await states(page)).size).toBe(2);
	await expect(page.getByRole('button', { name: 'Save “Team 1 as an expert” as a file' })).toBeVisible();
	// It is kept, and there again for whoever comes back.
	const kept = page.getByRole('listitem').filter({ hasText: 'Team 1 as an expert' });
	await expect(kept).toBeVisible();
	await page.reload();
	await kept.getByRole('button', { name: 'Open beside' }).click();
	await expect(page.getByRole('checkbox', { name: /^Team 1 as an expert/ })).toBeVisible();
	expect(wrong).toEqual([]);
	await page.close();

	await desk.page.getByRole('button', { name: 'End exercise' }).click();
	await desk.page.getByRole('dialog').getByRole('button', { name: 'End the exercise' }).click();
	const own = first!.context().waitForEvent('page');
	await first!.getByRole('link', { name: 'Replay the exercise' }).click();
	const looksBack = await own;
	await expect(happened(looksBack)).toContainText('Drill a day without systems');
	await expect.poll(async () => (await states(looksBack)).length).toBe(1);
	await expectSound(looksBack);
});
