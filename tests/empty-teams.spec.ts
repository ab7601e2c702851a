import { expect, test } from '@playwright/test';
import { closeContexts } from './support/close-contexts.ts';
import { joinTeam, mainAction, openRoom } from './support/workshop-room.ts';

test.afterEach(closeContexts);

test('R194: teams that stay empty are given to bots as an exercise starts, and somebody decides in each', async ({
	browser,
	baseURL
}) => {
	const { page, code } = await openRoom(browser, baseURL!);
	const ana = await joinTeam(browser, baseURL!, code, { name: 'Ana', team: /Altamark/ });
	await mainAction(page).click();
	const question = page.getByRole('dialog');
	await expect(question.getByText('nobody sits in 3 teams')).toBeVisible();
	await question.getByRole('button', { name: 'Let bots play for them, and start' }).click();
	await expect(question).toBeHidden();
	await expect(mainAction(page)).toHaveText(/^Open preparation/);
	await mainAction(page).click();
	// Who leads alone is not told of advice.
	await expect(ana.getByRole('button', { name: /^Ready, with nothing/ })).toBeVisible();
	await expect(ana.getByText(/members? advised/)).toHaveCount(0);
	await expect(page.getByRole('heading', { name: '3 of 4 teams are ready' })).toBeVisible();
});
