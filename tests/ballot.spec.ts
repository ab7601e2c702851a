import { expect, test, type Browser, type Page } from '@playwright/test';
import { closeContexts } from './support/close-contexts.ts';
import { expectSound, watch } from './support/watch.ts';

test.afterEach(closeContexts);

const PHONE = { width: 390, height: 844 };

/** A room that is open: its desk, its stage, and the audience's code. */
async function openRoom(page: Page, browser: Browser, wrong: string[][], home: string) {
	await page.goto('/host');
	await page.getByRole('button', { name: 'Open the room' }).click();
	await expect(page).toHaveURL(/\/desk\?/);
	await page.getByRole('button', { name: 'Links and codes' }).click();
	const links = page.getByRole('dialog');
	const code = await links.locator('section', { hasText: 'Audience' }).locator('.code').textContent();
	const stageLink = await links.locator('a[href^="/stage#"]').getAttribute('href');
	await page.keyboard.press('Escape');
	const stage = await newPage(browser, { width: 1920, height: 1080 }, wrong, home);
	await stage.goto(stageLink!);
	return { stage, code: code! };
}

async function newPage(
	browser: Browser,
	viewport: { width: number; height: number },
	wrong: string[][],
	home: string
) {
	const page = await (await browser.newContext({ viewport, baseURL: home })).newPage();
	wrong.push(watch(page, home));
	return page;
}

async function ask(desk: Page, question: string, options: readonly string[]) {
	await desk.getByRole('button', { name: 'Ask a question' }).click();
	await desk.getByLabel('Question').fill(question);
	for (const [n, option] of options.entries()) {
		if (n > 1) await desk.getByRole('button', { name: 'Add an option' }).click();
		await desk.getByLabel(`Option ${'ABCDEF'[n]}`, { exact: true }).fill(option);
	}
	await desk.getByRole('button', { name: 'Open the vote' }).click();
}

const row = (phone: Page, name: string) => phone.getByRole('button', { name });

test('a vote is hidden while it is open, a changed one counts once, and all see the result together', async ({
	page: desk,
	browser,
	baseURL
}) => {
	const wrong = [watch(desk, baseURL!)];
	const { stage, code } = await openRoom(desk, browser, wrong, baseURL!);
	const phones = await Promise.all([1, 2, 3, 4, 5].map(() => newPage(browser, PHONE, wrong, baseURL!)));
	for (const phone of phones) {
		await phone.goto(`/vote#${code}`);
		await expect(phone.getByRole('heading', { name: 'You are in.' })).toBeVisible();
	}
	await expectSound(phones[0]!);

	await ask(desk, 'You are the vendor. What first?', ['Take it back', 'Pause and look', 'Wait for proof']);
	await expect(stage.getByRole('heading', { name: 'You are the vendor. What first?' })).toBeVisible();
	await expect(stage.getByText('Votes are coming in')).toBeVisible();
	for (const phone of phones) {
		await row(phone, 'A: Take it back').click();
		await expect(phone.getByText('Your vote is in.')).toBeVisible();
	}
	await row(phones[0]!, 'B: Pause and look').click();
	await expect(row(phones[0]!, 'B: Pause and look')).toHaveAttribute('aria-pressed', 'true');
	await expectSound(phones[0]!);
	await expect(stage.getByText(/have voted|\d votes?\b|%/)).toHaveCount(0);
	await expect(desk.getByText(/\d+ have voted|\d votes?\b/)).toHaveCount(0);

	await phones[0]!.reload();
	await expect(row(phones[0]!, 'B: Pause and look')).toHaveAttribute('aria-pressed', 'true');
	await expect(row(phones[0]!, 'A: Take it back')).toHaveAttribute('aria-pressed', 'false');

	await desk.getByRole('button', { name: 'Close the vote' }).click();
	await expect(desk.getByText('Closed. 5 votes counted.')).toBeVisible();
	await expect(phones[0]!.getByText('Counted: B.')).toBeVisible();
	await expect(stage.getByText('Counted.')).toBeVisible();
	for (const screen of [stage, ...phones]) await expect(screen.getByText(/80|\d votes?\b/)).toHaveCount(0);

	await desk.getByRole('button', { name: 'Show the result' }).click();
	await expect(stage.getByText('A won: Take it back')).toBeVisible();
	await expect(stage.getByText('80 %')).toBeVisible();
	for (const phone of phones) {
		await expect(phone.getByText('A won: Take it back')).toBeVisible();
		await expect(phone.getByText('4 votes, 80 %')).toBeVisible();
	}
	await expect(phones[0]!.getByRole('listitem').filter({ hasText: 'your vote' })).toContainText(
		'Pause and look'
	);
	await expectSound(phones[0]!);
	await expectSound(stage);
	expect(wrong.flat()).toEqual([]);
});

test('of three who vote nobody can be counted out: the room learns what won', async ({
	page: desk,
	browser,
	baseURL
}) => {
	const wrong = [watch(desk, baseURL!)];
	const { stage, code } = await openRoom(desk, browser, wrong, baseURL!);
	const phones = await Promise.all([1, 2, 3].map(() => newPage(browser, PHONE, wrong, baseURL!)));
	for (const phone of phones) await phone.goto(`/vote#${code}`);
	await ask(desk, 'Did that Friday reach you?', ['Yes', 'No']);
	for (const phone of phones) await row(phone, 'A: Yes').click();
	for (const phone of phones) await expect(phone.getByText('Your vote is in.')).toBeVisible();
	await desk.getByRole('button', { name: 'Close the vote' }).click();
	await desk.getByRole('button', { name: 'Show the result' }).click();
	for (const screen of [stage, ...phones]) {
		await expect(screen.getByText('A won: Yes')).toBeVisible();
		await expect(screen.getByText(/%|3 votes/)).toHaveCount(0);
	}
	await expect(desk.getByText('3 votes, 100 %')).toBeVisible();
	expect(wrong.flat()).toEqual([]);
});

test('a phone that cannot reach the room says that its vote is not sent, and sends it when it can', async ({
	page: desk,
	browser,
	baseURL
}) => {
	const wrong: string[][] = [];
	const { code } = await openRoom(desk, browser, wrong, baseURL!);
	const phone = await newPage(browser, PHONE, [], baseURL!);
	await phone.goto(`/vote#${code}`);
	await ask(desk, 'What first?', ['This', 'That']);
	await expect(row(phone, 'A: This')).toBeVisible();
	await phone.context().setOffline(true);
	await row(phone, 'A: This').click();
	await expect(phone.getByText('Not sent yet.')).toBeVisible();
	await phone.context().setOffline(false);
	await expect(phone.getByText('Your vote is in.')).toBeVisible();
});

test('the phone’s page is light: hundreds load it at once', async ({ page, baseURL }) => {
	let bytes = 0;
	page.on('response', async (response) => {
		if (!response.url().startsWith(baseURL!) || !/\.js(\?|$)/.test(response.url())) return;
		bytes += Number(response.headers()['content-length'] ?? 0);
	});
	await page.goto('/vote');
	await expect(page.getByRole('heading', { name: 'This page needs a room.' })).toBeVisible();
	await page.waitForLoadState('networkidle');
	expect(bytes).toBeGreaterThan(20_000);
	expect(bytes / 1024).toBeLessThan(60);
});
