import { expect, test, type Page } from '@playwright/test';
import { BOUNCE_MS } from '../src/lib/ui/stage/stage-keys.ts';
import { closeContexts } from './support/close-contexts.ts';
import { saveEveryDocument } from './support/every-document.ts';
import { expectNoWider } from './support/narrow-page.ts';
import { expectAccessible, expectSound } from './support/watch.ts';
import { joinTeam, openLink, openPhone, openRoom } from './support/workshop-room.ts';

test.afterEach(closeContexts);

/** Two chairs for each of three teams: enough, and of every kind, to ratify what bots put into the text. */
const TEAMS = [/Corvane/, /Saint Alder/, /Altamark/];
const HELD: readonly (readonly [party: string, team: string])[] = [
	['Corvane', 'Corvane'],
	['Tessaly', 'Corvane'],
	['Saint Alder Health', 'Saint Alder Health'],
	['Harrow and Lund Bank', 'Saint Alder Health'],
	['Altamark Airways', 'Altamark Airways'],
	['National Resilience Office', 'Altamark Airways']
];

/** Says something from each of a team's two chairs. */
async function fromBothChairs(team: Page, say: () => Promise<void>): Promise<void> {
	const chairs = team.getByRole('group', { name: 'Your chairs' }).getByRole('button');
	await expect(chairs).toHaveCount(2);
	for (const at of [0, 1]) {
		await chairs.nth(at).click();
		await say();
	}
}

test('three teams, a stage and an audience go through a summit until it is ratified', async ({
	browser,
	baseURL
}) => {
	test.setTimeout(600_000);
	const room = await openRoom(browser, baseURL!);
	const desk = room.page;
	const teams: Page[] = [];
	for (const [n, team] of TEAMS.entries())
		teams.push(await joinTeam(browser, baseURL!, room.code, { name: `Lead ${n}`, team, phone: n === 2 }));
	const stage = await openLink(browser, baseURL!, room.links.stage, { width: 1920, height: 1080 });
	const phone = await openPhone(browser, baseURL!, room.audienceCode);

	// Opened before anything is played, it follows the incident on record.
	await desk.locator('summary', { hasText: 'The summit' }).click();
	await expect(desk.getByText(/follows the incident as it was on record/)).toBeVisible();
	for (const party of await desk
		.getByRole('group', { name: 'Who holds which chair' })
		.locator('select')
		.all())
		await party.selectOption('');
	for (const [party, team] of HELD)
		await desk.getByLabel(new RegExp(`^${party}`)).selectOption({ label: team });
	await desk.getByRole('button', { name: 'Open the summit' }).click();

	await expect(stage.getByRole('heading', { name: 'Opening statements' })).toBeVisible();
	// The bright button says what comes next, and that is the summit's next step.
	await expect(desk.getByRole('button', { name: 'Start the briefing' })).toHaveCount(0);
	for (const team of teams) {
		await expect(team.getByRole('heading', { level: 1 })).toHaveText('Opening statements');
		await team.getByRole('button', { name: 'Make your statement' }).click();
		await expect(team.getByText('You have made your statement.')).toBeVisible();
	}
	await expectSound(teams[0]!);
	await expectNoWider(teams[2]!, 'a team’s table on a phone');
	await desk.getByRole('button', { name: 'Go on to the measures' }).click();

	const [corvane, , altamark] = teams as [Page, Page, Page];
	await expect(altamark.getByRole('heading', { level: 1 })).toHaveText('Measures are tabled');
	await altamark.getByLabel('A measure', { exact: true }).selectOption({ index: 1 });
	await altamark.getByRole('button', { name: 'Add to the text' }).click();
	await expect(corvane.getByText('tabled by Altamark Airways').first()).toBeVisible();
	await expect(stage.getByText('by Altamark Airways').first()).toBeVisible();
	await expect(desk.getByText('Bots speak …')).toBeHidden();
	await desk.getByRole('button', { name: 'Begin to bargain' }).click();
	await expect(stage.getByRole('heading', { name: 'Bargaining: round 1 of 4' })).toBeVisible();
	await expect(desk.getByText('Bots speak …')).toBeHidden();
	await expectAccessible(stage);
	await expectAccessible(desk);

	await corvane.locator('summary', { hasText: 'Give a party your word' }).click();
	await corvane.getByLabel('To whom').selectOption('Orrin Deep');
	await corvane.getByRole('button', { name: 'Give your word' }).click();
	await expect(corvane.getByText('You gave Orrin Deep your word to say yes in the ballot.')).toBeVisible();

	await desk.locator('summary', { hasText: 'Let some talk aside' }).click();
	for (const party of ['Corvane', 'Altamark Airways'])
		await desk.getByRole('group', { name: 'Who talks aside' }).getByLabel(party).check();
	await desk.getByRole('button', { name: 'Let them talk' }).click();
	await expect(altamark.getByText('You talk aside: Corvane and Altamark Airways.')).toBeVisible();
	await expect(teams[1]!.getByText(/talk aside\. You go on once they are back/)).toBeVisible();
	await desk.getByRole('button', { name: 'Call all back to the table' }).click();

	// A step that was taken too early is taken back.
	await desk.getByRole('button', { name: 'Ask for a straw poll' }).click();
	await expect(corvane.getByRole('heading', { level: 1 })).toHaveText('Straw poll');
	await desk.getByRole('button', { name: 'Take the step back' }).click();
	await expect(corvane.getByRole('heading', { level: 1 })).toHaveText(/^Bargaining/);
	await desk.getByRole('button', { name: 'Call the ballot' }).click();

	// The audience is asked in an ordinary vote, and counts as three.
	await desk.locator('summary', { hasText: 'Ask the audience' }).click();
	await desk.getByRole('button', { name: 'Ask', exact: true }).click();
	await phone.getByRole('button', { name: 'A: Yes, ratify it' }).click();
	await expect(phone.getByText('Your vote is in.')).toBeVisible();
	await desk.getByRole('button', { name: 'Close the vote' }).first().click();
	await desk.getByRole('button', { name: 'Show the result' }).first().click();
	await expect(phone.getByText('A won: Yes, ratify it')).toBeVisible();
	await desk.getByRole('button', { name: 'Put it away' }).click();

	for (const team of teams)
		await fromBothChairs(team, async () => {
			await team.getByRole('button', { name: 'Yes to this text' }).click();
			await expect(team.getByText('You voted: yes.')).toBeVisible();
		});
	await expect(stage.getByText('9 of 9 have voted')).toBeVisible();
	await desk.getByRole('button', { name: 'Count the votes' }).click();

	await expect(stage.getByRole('heading', { name: 'Ratified' })).toBeVisible();
	await expect(stage.getByText('The audience, counted as 3')).toBeVisible();
	for (const team of teams) {
		await expect(team.getByRole('heading', { name: /^Ratified by \d of 9 parties\.$/ })).toBeVisible();
		await expect(team.getByRole('heading', { name: 'What was in fact agreed and done' })).toBeVisible();
	}
	await expectAccessible(altamark);
	await expectNoWider(altamark, 'the end of a summit on a phone');
	const observer = await openLink(browser, baseURL!, room.links.observer, { width: 390, height: 844 });
	await throughTheOutages({ desk, stage, teams, observer, phone });
});

/** Long enough for shocks on a busy machine; nothing waits for it when they come sooner. */
const RUNS = { timeout: 240_000 };

interface Screens {
	readonly desk: Page;
	readonly stage: Page;
	readonly teams: readonly Page[];
	readonly observer: Page;
	readonly phone: Page;
}

/** A clicker's next press: what comes sooner after the one before counts as the same one. */
async function click(stage: Page): Promise<void> {
	const nowMs = () => stage.evaluate(() => performance.now());
	const untilMs = (await nowMs()) + BOUNCE_MS;
	await expect.poll(nowMs).toBeGreaterThan(untilMs);
	await stage.keyboard.press('PageDown');
}

/** R303: from the ballot to the last picture, by the clicker and the desk; the same figures everywhere. */
async function throughTheOutages({ desk, stage, teams, observer, phone }: Screens): Promise<void> {
	const altamark = teams[2]!;
	await expect(desk.getByRole('button', { name: 'Stop', exact: true })).toHaveCount(0);
	await expect(desk.getByRole('heading', { name: 'Shock by shock' })).toBeVisible(RUNS);
	await expect(desk.getByRole('button', { name: 'Curves', exact: true })).toBeVisible();
	const own = altamark.getByRole('region', { name: 'What was yours to do: Altamark Airways' });
	await expect(own).toBeVisible();
	await expect(altamark.getByText('Given a shock,')).toBeVisible();

	// The clicker goes through the pictures, once a desk has handed it over; here one press at the desk, then the stage's keys.
	await desk.getByRole('button', { name: 'Show “Curves”' }).first().click();
	const curvesAfter = (months: number) =>
		stage.getByRole('heading', { name: `The next outages, ${months} months later` });
	await expect(curvesAfter(36)).toBeVisible();
	await expectAccessible(stage);
	// R336: they come after other months, and every screen says so.
	await desk.getByRole('combobox', { name: 'The next outages come after' }).selectOption('12 months');
	await expect(curvesAfter(12)).toBeVisible(RUNS);
	for (const page of [desk, altamark, observer])
		await expect(page.getByText(/^12 months later the accord is as far as it has come/)).toBeVisible();
	await click(stage);
	await expect(stage.getByRole('heading', { name: 'Shock by shock, 12 months later' })).toBeVisible();
	await expectAccessible(stage);
	await click(stage);
	await expect(stage.getByRole('img', { name: /computers out of order/ })).toHaveCount(2, RUNS);
	await expectAccessible(stage);

	// The desk holds the maps, goes to their end, and the stage is there.
	const time = desk.getByRole('slider', { name: 'Time since the shock came' });
	await time.focus();
	await desk.keyboard.press('End');
	await expect(time).toHaveValue((await time.getAttribute('max'))!);
	await expect(time).toHaveAttribute('aria-valuetext', /days later$/);
	await expect(stage.getByText((await time.getAttribute('aria-valuetext'))!)).toBeVisible();
	await desk.getByRole('combobox', { name: /^Kind of shock/ }).selectOption('certificate-expiry');
	await expect(stage.getByRole('heading', { name: 'A certificate expires at one minute' })).toBeVisible();
	const watched = altamark.getByRole('region', { name: 'One shock in two worlds' });
	await expect(watched.getByText('A certificate expires at one minute')).toBeVisible();
	await expect(observer.getByRole('img', { name: /computers out of order/ })).toHaveCount(2, RUNS);

	await click(stage);
	await expect(stage.getByRole('heading', { name: 'Who gained, who paid' })).toBeVisible();
	await click(stage);
	await expect(stage.getByRole('heading', { name: 'This room, and 2024 and 2025' })).toBeVisible();
	await expectAccessible(stage);
	await stage.keyboard.press('PageUp');
	await expect(stage.getByRole('heading', { name: 'Who gained, who paid' })).toBeVisible();

	await expectAccessible(desk);
	await expectSound(altamark);
	await expectNoWider(altamark, 'the next outages on a phone');
	await expectNoWider(observer, 'the next outages for an observer');
	await expect(phone.getByText('Given a shock,')).toHaveCount(0);

	// They are the same after a reload, and to whoever comes late.
	await altamark.reload();
	const headline = (page: Page) => page.getByText('Given a shock,').textContent();
	// They sharpen while one looks from one page to the other.
	await expect(async () => expect(await headline(altamark)).toBe(await headline(observer))).toPass(RUNS);

	// R289: also where nothing was played but a summit.
	expect(await saveEveryDocument(desk)).toContain('accord.docx');
}
