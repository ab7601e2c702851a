import { expect, test } from '@playwright/test';
import { closeContexts } from './support/close-contexts.ts';
import { expectAccessible, watch } from './support/watch.ts';
import {
	chooseCard,
	goOn,
	joinTeam,
	openLink,
	openPhone,
	openRoom,
	playToTheEnd
} from './support/workshop-room.ts';

test.afterEach(closeContexts);

test.use({ actionTimeout: 60_000 });

test('a workshop in parallel worlds, from joining to the hot wash: three teams of two, and one that comes late', async ({
	browser,
	baseURL
}) => {
	test.setTimeout(900_000);
	const desk = await openRoom(browser, baseURL!, { teams: 3 });
	const wrong = watch(desk.page, baseURL!);
	const join = (name: string, team: RegExp, phone = false) =>
		joinTeam(browser, baseURL!, desk.code, { name, team, phone });

	const stage = await openLink(browser, baseURL!, desk.links.stage, { width: 960, height: 540 });
	const ana = await join('Ana', /^Team 1/);
	const ben = await join('Ben', /^Team 1/, true);
	const mo = await join('Mo', /^Team 2/, true);
	const pat = await join('Pat', /^Team 2/, true);
	const hanna = await join('Hanna', /^Team 3/, true);
	const kim = await join('Kim', /^Team 3/, true);
	const evaluator = await openLink(browser, baseURL!, desk.links.evaluator, { width: 390, height: 844 });
	const observer = await openLink(browser, baseURL!, desk.links.observer, { width: 390, height: 844 });
	const phone = await openPhone(browser, baseURL!, desk.audienceCode);
	await expect(desk.page.getByText('6 players').first()).toBeVisible();

	await goOn(desk.page, /^Start the briefing/);
	await goOn(desk.page, /^Open preparation/);
	// One role, three worlds: the same decision is there for every team.
	for (const player of [ana, mo, hanna])
		await expect(player.getByRole('heading', { name: 'Drill a day without systems' })).toBeVisible();
	await chooseCard(ana, 'Drill a day without systems');
	await ana.getByRole('button', { name: 'We are ready' }).click();
	await expect(ben.getByText('Ready. The facilitator sees it.')).toBeVisible();
	await expect(stage.getByText(/1 of 3/).first()).toBeVisible();
	await goOn(desk.page, /^Close preparation and run to/);
	await desk.page.getByRole('radio', { name: 'Fast' }).check();

	// Nobody's world is on the stage: it shows the record's, and says so.
	await desk.page.getByRole('button', { name: 'World', exact: true }).click();
	await expect(stage.getByText('The record: as it was on the day.')).toBeVisible();
	await expect(observer.getByText('The record: as it was on the day.')).toBeVisible();
	// Nothing lies over the exercise's marking.
	await stage.getByText('This is an exercise').click({ trial: true });
	for (const page of [phone, stage, mo])
		await expect(page.getByText('Drill a day without systems', { exact: true })).toBeHidden();

	// The desk looks at a team's world, and lets in a team that has come late.
	await desk.page.getByLabel('You look at').selectOption({ label: 'Team 1' });
	await expect(desk.page.getByText('You look at a team’s world.')).toBeVisible();
	await desk.page.getByText('Add a team that has come late').click();
	await desk.page.getByLabel('Name of the team').fill('Latecomers');
	await desk.page.getByRole('button', { name: 'Add team' }).click();
	await expect(desk.page.getByText('Latecomers can sit down')).toBeVisible();
	const lou = await join('Lou', /^Latecomers/);
	await expect(lou.getByRole('heading', { name: 'Read what has come in' })).toBeVisible();
	await expect(evaluator.getByLabel('Team you rate')).toContainText('Latecomers');
	await expectAccessible(desk.page);

	await playToTheEnd(desk.page);

	// Each team reads its own finding first; when all have, the stage compares them by number.
	for (const player of [ana, ben, mo, pat, hanna, kim, lou])
		await expect(player.getByRole('heading', { level: 1 })).toContainText(/harm|hosts/i);
	await expect(desk.page.getByRole('button', { name: 'Comparison' })).toBeHidden();
	for (const lead of [ana, mo, hanna, lou])
		await lead.getByRole('button', { name: 'We have read it' }).click();
	await desk.page.getByRole('button', { name: 'Comparison' }).click();
	for (const page of [stage, observer])
		await expect(page.getByRole('heading', { name: 'What each world came to' })).toBeVisible();
	await expect(stage.getByRole('heading', { name: 'Team 4' })).toBeVisible();
	await expect(stage.getByText('Latecomers')).toBeHidden();
	await expect(stage.getByRole('img', { name: /^Team 4 at .* of its computers were down/ })).toBeVisible();
	await expect(observer.getByText(/^Team 4 at .* of its computers were down/)).toBeVisible();
	await expectAccessible(stage);
	await desk.page.getByLabel('On the stage teams may compare').selectOption('names');
	await expect(stage.getByRole('heading', { name: 'Latecomers' })).toBeVisible();

	// R271: at the desk a team's decisions are left out one by one, from the log; what has come stays when the page is read anew.
	const worth = desk.page.getByRole('region', { name: 'What each decision was worth' });
	const readIt = async () => {
		await worth.getByRole('button', { name: 'Read the log' }).click();
		if (await desk.page.getByLabel('Team', { exact: true }).isVisible())
			await desk.page.getByLabel('Team', { exact: true }).selectOption({ label: 'Team 1' });
	};
	await readIt();
	await worth.getByRole('button', { name: 'Work it out' }).click();
	await expect(worth.getByText('Drill a day without systems').first()).toBeVisible();
	await expectAccessible(desk.page);
	await worth.getByRole('button', { name: 'Stop' }).click();
	await expect(worth.getByText(/^Stopped\./)).toBeVisible();
	// What came in last is written down within two seconds.
	await expect
		.poll(() => desk.page.evaluate(keptWorlds), { message: 'worlds that are kept' })
		.toBeGreaterThan(0);
	await desk.page.reload();
	await readIt();
	await expect(worth.getByText('Drill a day without systems').first()).toBeVisible();
	await expect(worth.getByRole('button', { name: 'Go on' })).toBeVisible();
	expect(wrong).toEqual([]);
});

/** How many worlds of plays the page's own browser keeps. */
async function keptWorlds(): Promise<number> {
	// Opened before it is there it would be made without its table.
	const there = await indexedDB.databases();
	if (!there.some(({ name }) => name === 'patchfall-attribution')) return 0;
	return new Promise((resolve) => {
		const opening = indexedDB.open('patchfall-attribution');
		opening.onsuccess = () => {
			const db = opening.result;
			const done = (count: number) => {
				db.close();
				resolve(count);
			};
			if (!db.objectStoreNames.contains('plays')) return done(0);
			const all = db.transaction('plays').objectStore('plays').getAll();
			all.onsuccess = () =>
				done(
					all.result.reduce(
						(sum: number, { worlds }: { worlds: Map<string, unknown> }) => sum + worlds.size,
						0
					)
				);
		};
	});
}
