import { expect, test, type Page } from '@playwright/test';
import { closeContexts } from './support/close-contexts.ts';
import { expectTouchable, openTouchPage, tap, type } from './support/touch-page.ts';
import { expectAccessible, watch } from './support/watch.ts';
import { mainAction } from './support/workshop-room.ts';

test.afterEach(closeContexts);

/** Presses the main action as it is called, and whatever asks again. */
async function goOn(desk: Page, label: RegExp): Promise<void> {
	const button = mainAction(desk);
	await expect(button).toHaveText(label);
	await tap(button);
	const atOnce = desk.getByRole('button', { name: 'Close at once' });
	const anyway = desk.getByRole('button', { name: /undecided$/ });
	// Nobody here has a stage, and the computer plays most roles.
	const missing = desk.getByRole('button', { name: 'Start anyway' });
	await expect(async () => {
		if (await missing.isVisible()) await tap(missing);
		else if (await atOnce.isVisible()) await tap(atOnce);
		else if (await anyway.isVisible()) await tap(anyway);
		await expect(button).not.toHaveText(label, { timeout: 1000 });
		await expect(button).not.toHaveText(/^(Closing|On its way)/, { timeout: 1000 });
		await expect(atOnce).toBeHidden({ timeout: 100 });
	}).toPass();
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
/** One part of a page at a time stands on a phone. */
const part = (page: Page, name: RegExp) => tap(page.getByRole('button', { name }).first());

async function join(page: Page, code: string, name: string): Promise<void> {
	await page.goto('/join');
	await type(page.getByLabel(/Room code/), code.toLowerCase());
	await tap(button(page, 'Join'));
	await type(page.getByLabel('What shall we call you?'), name);
	await tap(button(page, 'Go on'));
	await expectTouchable(page, 'the teams to choose from');
	await tap(button(page, /Altamark/));
	await expect(page.getByText(/ of \d+ here/).first()).toBeVisible();
}

test('a whole workshop by touch at 390 px: its facilitator and a team of two on phones, from /host to the hot wash', async ({
	browser,
	baseURL
}) => {
	const [desk, ana, ben] = [
		await openTouchPage(browser, baseURL!),
		await openTouchPage(browser, baseURL!),
		await openTouchPage(browser, baseURL!)
	];
	const wrong = [desk, ana, ben].map((page) => watch(page, baseURL!));

	await desk.goto('/host');
	await tap(desk.getByRole('radio', { name: /^Short/ }));
	await expectTouchable(desk, 'the questions before a room opens');
	await tap(button(desk, 'Open the room'));
	await expect(mainAction(desk)).toHaveText('Start the briefing');
	await expectTouchable(desk, 'the lobby of the desk');
	await tap(button(desk, 'Links and codes'));
	await expectTouchable(desk, 'links and codes');
	const code = new URL(desk.url()).searchParams.get('code')!;
	await tap(desk.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }));
	await join(ana, code, 'Ana');
	await join(ben, code, 'Ben');

	await goOn(desk, /^Start the briefing/);
	await expectTouchable(ana, 'the brief');
	await tap(button(ana, 'Ready to go'));
	await goOn(desk, /^Open preparation/);

	await tap(ben.getByRole('radio', { name: /Drill a day without systems/ }));
	await type(ben.getByLabel('Why, in a sentence'), 'Paper is all we will have');
	await tap(button(ben, 'Send advice'));
	await expectTouchable(ben, 'advice in the preparation');
	await tap(button(ana, 'Read the advice'));
	await expect(ana.getByText('Paper is all we will have')).toBeVisible();
	await tap(card(ana, 'Drill a day without systems').getByRole('checkbox'));
	await expectTouchable(ana, 'the preparation');
	await tap(button(ana, /We are ready|Ready, with nothing/));
	await part(desk, /^Teams/);
	await expect(desk.getByText('Altamark').filter({ visible: true }).first()).toBeVisible();
	await expectTouchable(desk, 'the teams of the desk');
	await goOn(desk, /^Close preparation and run/);
	await part(desk, /^Now/);
	await tap(desk.getByRole('radio', { name: 'Fast' }));

	for (let round = 1; round < 12; round++) {
		await expect(mainAction(desk)).toHaveText(/^(Open|Show|End)/);
		if (!/^Open/.test((await mainAction(desk).textContent())!)) break;
		if (round === 1) await lookRound(ana, desk);
		await goOn(desk, /^Open decisions/);
		await expect(button(ana, /^(We are ready|Ready, with nothing)/)).toBeVisible();
		if (round === 1) await decide(ana, ben);
		await tap(button(ana, /^(We are ready|Ready, with nothing)/));
		if (round === 2) await write(desk, ben);
		await goOn(desk, /^Close/);
	}

	for (const page of [ana, ben]) {
		await expect(page.getByRole('heading', { level: 1 })).toContainText(/harm|hosts/i);
		await expectTouchable(page, 'the hot wash');
	}
	await type(ana.getByLabel('Keep', { exact: true }), 'Paper before the day');
	await tap(ana.getByRole('button', { name: 'Add', exact: true }).first());
	await expect(ana.getByText('Paper before the day')).toBeVisible();
	await expect(desk.getByText('Paper before the day').first()).toBeVisible();
	await expectTouchable(desk, 'the hot wash of the desk');
	for (const page of [desk, ana]) await expectAccessible(page);
	await goOn(desk, /^Show what each team/);
	await tap(mainAction(desk));
	await tap(desk.getByRole('dialog').getByRole('button', { name: /^End/ }));
	await expect(button(desk, 'End the exercise')).toBeHidden();
	await expect(ben.getByRole('heading', { level: 1 })).toContainText(/harm|hosts/i);
	// R290: what people wrote stays to be read, at the desk too; nobody can write more.
	for (const page of [ana, ben, desk])
		await expect(page.getByText('Paper before the day').first()).toBeVisible();
	await expect(ana.getByRole('button', { name: 'Add', exact: true })).toHaveCount(0);
	await expect(desk.getByRole('button', { name: /^Next team/ })).toHaveCount(0);
	expect(wrong.flat()).toEqual([]);
});

const card = (page: Page, title: string) => page.getByRole('article').filter({ hasText: title });

/** What there is to read before decisions open: each part is a tap away. */
async function lookRound(player: Page, desk: Page): Promise<void> {
	await expect(
		player
			.getByRole('heading', { name: 'Read what has come in' })
			.or(player.getByRole('heading', { name: 'Situation' }))
			.first()
	).toBeVisible();
	for (const name of [/^World/, /^Charts/, /^Decide/, /^Situation/]) {
		await part(player, name);
		await expectTouchable(player, `the part ${String(name)} of a team's page`);
	}
	for (const name of [/^Run sheet/, /^Stage/, /^Now/]) {
		await part(desk, name);
		await expectTouchable(desk, `the part ${String(name)} of the desk`);
	}
}

/** A lead decides something, with a reason; a member advises. */
async function decide(ana: Page, ben: Page): Promise<void> {
	await tap(ben.getByRole('radio', { name: 'Leave it at what has been decided' }));
	await tap(button(ben, 'Send advice'));
	await expect(ana.getByText('1 of 2 members advised')).toBeVisible();
	await tap(ana.getByRole('article').getByRole('checkbox').first());
	await expectTouchable(ana, 'decisions');
	await expectTouchable(ben, 'advice in a round');
}

/** The facilitator writes to all while time stands. */
async function write(desk: Page, player: Page): Promise<void> {
	await tap(button(desk, 'Pause'));
	await expect(player.getByText(/Paused by the facilitator/)).toBeVisible();
	await part(desk, /^Run sheet/);
	await tap(button(desk, 'Write a message'));
	const form = desk.getByRole('dialog');
	await type(form.getByLabel('Title'), 'A question from the ministry');
	await type(form.getByLabel('Text', { exact: true }), 'Answer in two sentences.');
	await type(form.getByLabel('From', { exact: true }), 'The ministry');
	await expectTouchable(desk, 'a message that is written');
	await tap(form.getByRole('button', { name: 'Save and release' }));
	await expect(form).toBeHidden();
	await part(desk, /^Now/);
	await goOn(desk, /^Go on/);
	await part(player, /^Situation/);
	await expect(player.getByText('A question from the ministry').first()).toBeVisible();
}
