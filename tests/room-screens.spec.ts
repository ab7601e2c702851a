import { expect, test, type Page } from '@playwright/test';
import { closeContexts } from './support/close-contexts.ts';
import { expectNoWider } from './support/narrow-page.ts';
import { expectAccessible, expectSoundOnScreens, watch } from './support/watch.ts';
import { joinTeam, openLink, openRoom } from './support/workshop-room.ts';

test.afterEach(closeContexts);

test.use({ actionTimeout: 60_000 });

/** Lines of a picture of the stage, in CSS pixels of 1080. */
const LINES = 1080;
const SMALLEST = 40;

for (const path of ['/host', '/join']) {
	test(`on every screen ${path} fits, and axe finds nothing`, async ({ page, baseURL }) => {
		const wrong = watch(page, baseURL!);
		await page.goto(path);
		await page.waitForLoadState('networkidle');
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await expectSoundOnScreens(page);
		expect(wrong).toEqual([]);
	});
}

test('a wrong code stays in its field, and the words name the signs that no code has', async ({ page }) => {
	await page.goto('/join');
	await page.waitForLoadState('networkidle');
	const field = page.getByLabel(/Room code/);
	await field.fill('k7mo0');
	await field.press('Enter');
	await expect(page.getByRole('alert')).toHaveText(
		'No room has the code K7MO0. Check it against the screen. Codes have no letter O and no zero.'
	);
	await expect(page).toHaveTitle(/^No such room/);
	await expect(field).toHaveValue('k7mo0');
	await expect(field).toHaveAttribute('aria-invalid', 'true');
	await field.fill('ACDEF');
	await field.press('Enter');
	await expect(page.getByRole('alert')).toHaveText(
		'No room has the code ACDEF. Check it against the screen.'
	);
	await expectAccessible(page);
});

test('the door, the seat of before, and the evaluator’s notes without a network', async ({
	browser,
	baseURL
}) => {
	test.setTimeout(300_000);
	const desk = await openRoom(browser, baseURL!);
	const ana = await joinTeam(browser, baseURL!, desk.code, { name: 'Ana', team: /Corvane/ });

	// Whoever scans the code again in the same browser is asked whether they go on.
	await ana.goto(`/join#${desk.code}`);
	await expect(ana.getByText('As Ana, Corvane.')).toBeVisible();
	await ana.getByRole('button', { name: 'Go on as Ana' }).click();
	await ana.waitForURL(/\/room\?/);

	await desk.page.getByRole('button', { name: 'Close the door' }).click();
	await expect(
		desk.page.getByText('The door is closed to new players: whoever is in stays in.')
	).toBeVisible();
	const late = await (await browser.newContext({ baseURL: baseURL! })).newPage();
	await late.goto(`/join#${desk.code}`);
	await expect(late.getByRole('heading', { name: 'The facilitator has closed the door.' })).toBeVisible();
	await expect(late).toHaveTitle(/^The door is closed/);
	await desk.page.getByRole('button', { name: 'Open the door' }).click();
	await late.getByRole('button', { name: 'Try again' }).click();
	await expect(late.getByLabel('What shall we call you?')).toBeVisible();

	const phone = { width: 390, height: 844 };
	const evaluator = await openLink(browser, baseURL!, desk.links.evaluator, phone);
	const note = async (text: string) => {
		await evaluator.getByLabel('What you see, in a sentence').fill(text);
		await evaluator.getByRole('button', { name: 'Keep the note' }).click();
	};
	await note('They read the brief twice.');
	await expect(evaluator.getByText('All 1 sent.')).toBeVisible();
	await expectNoWider(evaluator, 'the evaluator’s page');
	// A reload without an answer loses nothing, and what was written arrives once.
	await evaluator.route('**/requests', (route) => route.abort());
	await note('Nobody asked the airline.');
	await expect(evaluator.getByText(/^1 waits to be sent/)).toBeVisible();
	await evaluator.reload();
	await expect(evaluator.getByText('Nobody asked the airline.')).toBeVisible();
	await evaluator.unroute('**/requests');
	await expect(evaluator.getByText('All 2 sent.')).toBeVisible();

	await desk.page.setViewportSize(phone);
	await expectNoWider(desk.page, 'the desk on a phone');
	await expectAccessible(desk.page);
});

test('on the stage nothing is small and nothing is cut, in 16:9, 4:3 and ultra-wide', async ({
	browser,
	baseURL
}) => {
	test.setTimeout(300_000);
	const desk = await openRoom(browser, baseURL!);
	const stage = await openLink(browser, baseURL!, desk.links.stage);
	const sections = desk.page.getByRole('group', { name: 'What the stage shows' });
	await sections.getByRole('button', { name: 'Code' }).click();
	for (const section of ['Welcome', 'Aims, rules', 'Title', 'Situation', 'Services', 'Hot wash', 'Thanks']) {
		const button = sections.getByRole('button', { name: section });
		await button.click();
		await expect(button).toHaveAttribute('aria-pressed', 'true');
		for (const [width, height] of [
			[1920, 1080],
			[1024, 768],
			[2560, 1080]
		] as const) {
			await stage.setViewportSize({ width, height });
			await expect(async () => expect(await unreadable(stage)).toEqual([])).toPass({ timeout: 20_000 });
		}
	}
	await stage.keyboard.press('.');
	await expect(sections.getByRole('button', { name: 'Blank' })).toHaveAttribute('aria-pressed', 'true');
	await expect(stage.locator('h1')).toHaveCount(0);
});

test('a clicker goes on, back and blank on a French keyboard too; its start button reloads nothing', async ({
	browser,
	baseURL
}) => {
	const desk = await openRoom(browser, baseURL!);
	const stage = await openLink(browser, baseURL!, desk.links.stage);
	await expect(stage.getByText(desk.code).first()).toBeVisible();
	const shown = (section: string) =>
		expect(
			desk.page.getByRole('group', { name: 'What the stage shows' }).getByRole('button', { name: section })
		).toHaveAttribute('aria-pressed', 'true');
	await shown('Welcome');
	await stage.keyboard.press('PageDown');
	await shown('Aims, rules');
	// A clicker goes back from what its own page shows, which hears of it in its own time.
	await expect(stage.getByRole('heading', { name: 'How we work' })).toBeVisible();
	await stage.keyboard.press('PageUp');
	await shown('Welcome');
	/** What a clicker sends, as a browser passes it on; and whether the page kept the browser from acting on it. */
	const send = (key: string, code: string) =>
		stage.evaluate(
			(init) =>
				!document.dispatchEvent(new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true })),
			{ key, code }
		);
	expect(await send(':', 'Period')).toBe(true);
	await shown('Blank');
	expect(await send('F5', 'F5')).toBe(true);
	for (const key of ['Escape', 'Enter', ' ']) expect(await send(key, key)).toBe(false);
	await shown('Blank');
});

/** Words of the stage that are smaller than a last row can read, or that stand outside of the picture. */
function unreadable(stage: Page): Promise<string[]> {
	return stage.evaluate(
		([lines, smallest]) => {
			const picture = document.querySelector('.stage-picture')!;
			const scale = picture.getBoundingClientRect().height / picture.clientHeight;
			const texts = document.createTreeWalker(picture, NodeFilter.SHOW_TEXT);
			const wrong: string[] = [];
			while (texts.nextNode() !== null) {
				const { parentElement: parent, textContent } = texts.currentNode;
				if (parent === null || textContent!.trim() === '' || parent.closest('.visually-hidden')) continue;
				const range = document.createRange();
				range.selectNode(texts.currentNode);
				const box = range.getBoundingClientRect();
				if (box.width === 0) continue;
				const size = parseFloat(getComputedStyle(parent).fontSize) * scale;
				const least = (smallest! * Math.min(innerHeight, (innerWidth * 3) / 4)) / lines!;
				if (size < least - 0.1) wrong.push(`${textContent}: ${size} px`);
				if (box.left < 0 || box.top < 0 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1)
					wrong.push(`${textContent}: cut`);
			}
			return wrong;
		},
		[LINES, SMALLEST]
	);
}
