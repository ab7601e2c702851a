import { expect, type Browser, type Locator, type Page } from '@playwright/test';

/** What people of a workshop do in their own browsers, as they would: by what is written on the screen. */

const PHONE = { width: 390, height: 844 };
const LAPTOP = { width: 1280, height: 720 };

export interface Links {
	readonly stage: string;
	readonly evaluator: string;
	readonly observer: string;
	readonly facilitator: string;
}

export interface Desk {
	readonly page: Page;
	readonly code: string;
	/** With which phones of the audience come in. */
	readonly audienceCode: string;
	readonly links: Links;
}

/** A browser of its own for somebody: nothing is shared with anybody else's. */
async function newPage(browser: Browser, baseURL: string, viewport = LAPTOP): Promise<Page> {
	const context = await browser.newContext({ viewport, baseURL, locale: 'en-GB', reducedMotion: 'reduce' });
	return context.newPage();
}

/**
 * Opens a room with the answers that are chosen already, but for its length.
 * @param parallel as many teams as this, each in a world of its own
 */
export async function openRoom(
	browser: Browser,
	baseURL: string,
	parallel: { readonly teams: number } | null = null
): Promise<Desk> {
	const page = await newPage(browser, baseURL, { width: 1440, height: 900 });
	await page.goto('/host');
	await page.getByRole('radio', { name: /^Short/ }).check();
	if (parallel !== null) {
		await page.getByRole('radio', { name: /^A world for each team/ }).check();
		await page.getByLabel('Teams', { exact: true }).selectOption(String(parallel.teams));
	}
	await page.getByRole('button', { name: 'Open the room' }).click();
	await expect(mainAction(page)).toHaveText('Start the briefing');
	await page.getByRole('button', { name: 'Links and codes' }).click();
	const dialog = page.getByRole('dialog');
	await expect(dialog).toBeVisible();
	const audienceCode = (await dialog
		.locator('section', { hasText: 'Audience' })
		.locator('.code')
		.textContent())!;
	const hrefs = await dialog
		.getByRole('link')
		.evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href)));
	const link = (path: string) => {
		const found = hrefs.find(({ pathname }) => pathname === path);
		if (found === undefined) throw new Error(`the dialog has no link to ${path}`);
		return found.pathname + found.hash;
	};
	const links = {
		stage: link('/stage'),
		evaluator: link('/evaluate'),
		observer: link('/watch'),
		facilitator: link('/desk')
	};
	await dialog.getByRole('button', { name: 'Close', exact: true }).click();
	return { page, code: new URL(page.url()).searchParams.get('code')!, audienceCode, links };
}

/** The one button that goes on. */
export function mainAction(desk: Page): Locator {
	return desk.locator('.button.main').first();
}

/** Joins a team by the code, typed carelessly. */
export async function joinTeam(
	browser: Browser,
	baseURL: string,
	code: string,
	{ name, team, phone = false }: { name: string; team: RegExp; phone?: boolean }
): Promise<Page> {
	const page = await newPage(browser, baseURL, phone ? PHONE : LAPTOP);
	await page.goto('/join');
	await page.getByLabel(/Room code/).fill(`${code.slice(0, 2)} ${code.slice(2)}`.toLowerCase());
	await page.getByRole('button', { name: 'Join', exact: true }).click();
	await page.getByLabel('What shall we call you?').fill(name);
	await page.getByRole('button', { name: 'Go on' }).click();
	await page.getByRole('button', { name: team }).click();
	await page.waitForURL(/\/room\?/);
	await expect(page.getByText(/ of \d+ here/).first()).toBeVisible();
	return page;
}

/** Chooses a decision: the whole card is its label. */
export async function chooseCard(page: Page, title: string): Promise<void> {
	const card = page.getByRole('article').filter({ hasText: title });
	await card.locator('h3 label').click();
	await expect(card.getByRole('checkbox')).toBeChecked();
}

/** Opens a page for the staff by its secret link. */
export async function openLink(
	browser: Browser,
	baseURL: string,
	link: string,
	viewport = LAPTOP
): Promise<Page> {
	const page = await newPage(browser, baseURL, viewport);
	await page.goto(link);
	await page.waitForURL(/[?&]seat=/);
	return page;
}

/** Opens the page of a phone of the audience. */
export async function openPhone(browser: Browser, baseURL: string, audienceCode: string): Promise<Page> {
	const page = await newPage(browser, baseURL, PHONE);
	await page.goto(`/vote#${audienceCode}`);
	await expect(page.getByRole('heading', { name: 'You are in.' })).toBeVisible();
	return page;
}

/** Presses the main action as it is called, and once more where teams are undecided. */
export async function goOn(desk: Page, label: RegExp): Promise<void> {
	const button = mainAction(desk);
	await expect(button).toHaveText(label);
	await button.click();
	const anyway = desk.getByRole('button', { name: /undecided$/ });
	const atOnce = desk.getByRole('button', { name: 'Close at once' });
	const missing = desk.getByRole('button', { name: 'Start anyway' });
	await expect(async () => {
		if (await missing.isVisible()) await missing.click();
		if (await anyway.isVisible()) await anyway.click();
		// Closing can be stopped for a while; nobody here wants to.
		if (await atOnce.isVisible()) await atOnce.click();
		await expect(button).not.toHaveText(label, { timeout: 1000 });
		await expect(atOnce).toBeHidden({ timeout: 1000 });
	}).toPass();
	await expect(desk.getByRole('button', { name: 'Keep open' })).toBeHidden();
	await expect(button).not.toHaveText(label);
}

/** Opens and closes the rounds that are left, until the world has run to its end. */
export async function playToTheEnd(desk: Page): Promise<void> {
	for (let steps = 0; steps < 24; steps++) {
		await expect(mainAction(desk)).toHaveText(/^(Open|Close|Show|End)/);
		const label = (await mainAction(desk).textContent())!.trim();
		if (/^(Show|End)/.test(label)) return;
		await goOn(desk, /^Open/.test(label) ? /^Open decisions/ : /^Close/);
	}
	throw new Error('the exercise does not come to its end');
}

/** Writes a message to everybody and sends it at once. */
export async function sendMessage(desk: Page, title: string): Promise<void> {
	await desk.getByRole('button', { name: 'Write a message' }).click();
	const form = desk.getByRole('dialog');
	await form.getByLabel('Title').fill(title);
	await form.getByLabel('Text', { exact: true }).fill(`${title}. Answer in two sentences.`);
	await form.getByLabel('From', { exact: true }).fill('The ministry');
	await form.getByRole('button', { name: 'Save and release' }).click();
	// It goes out by itself a moment later.
	await expect(form).toBeHidden();
}
