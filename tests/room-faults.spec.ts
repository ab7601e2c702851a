import { expect, test, type Browser, type Page } from '@playwright/test';
import { closeContexts } from './support/close-contexts.ts';
import { contrastWithGround } from './support/contrast.ts';
import { expectCalm, heard, listen } from './support/listening.ts';
import { loseContexts, rememberContexts } from './support/lost-contexts.ts';
import { expectUsable } from './support/narrow-page.ts';
import {
	goOn,
	joinTeam,
	mainAction,
	openLink,
	openPhone,
	openRoom,
	type Desk
} from './support/workshop-room.ts';

test.afterEach(closeContexts);

/*
 * What people bring to a workshop: small screens and large letters, colours of their own, screen readers, browsers that
 * keep nothing. Every page of a room, at the moment that most is on it: a round that is being decided.
 */

test.use({ actionTimeout: 60_000 });

interface Pages {
	readonly [name: string]: Page;
}

/** A room in its first round, with somebody at each of its pages. */
async function inARound(desk: Desk, pages: Pages): Promise<void> {
	await goOn(desk.page, /^Start the briefing/);
	await goOn(desk.page, /^Open preparation/);
	await goOn(desk.page, /^Close preparation/);
	await desk.page.getByRole('radio', { name: 'Fast' }).check();
	await expect(mainAction(desk.page)).toHaveText(/^Open decisions/);
	await goOn(desk.page, /^Open decisions/);
	await expect(pages.team!.getByRole('button', { name: /ready|leave it/i }).first()).toBeVisible();
}

test('every page of a room: small, zoomed, in a contrast theme, and told to a screen reader', async ({
	browser,
	baseURL
}) => {
	test.setTimeout(400_000);
	const desk = await openRoom(browser, baseURL!);
	const pages: Pages = {
		desk: desk.page,
		stage: await openLink(browser, baseURL!, desk.links.stage),
		team: await joinTeam(browser, baseURL!, desk.code, { name: 'Ana', team: /Corvane/ }),
		evaluate: await openLink(browser, baseURL!, desk.links.evaluator),
		watch: await openLink(browser, baseURL!, desk.links.observer),
		vote: await openPhone(browser, baseURL!, desk.audienceCode)
	};
	for (const page of Object.values(pages)) await listen(page);
	await rememberContexts(pages.stage!);
	await pages.stage!.reload();
	await inARound(desk, pages);
	await desk.page.getByRole('button', { name: 'World', exact: true }).click();
	for (const [name, page] of Object.entries(pages))
		await test.step(`${name}: what a screen reader hears`, async () => expectCalm(await heard(page)));

	await test.step('the stage loses its graphics', async () => {
		const { stage } = pages;
		await expect(stage!.locator('.stage-picture canvas')).toBeVisible();
		await loseContexts(stage!);
		await expect(stage!.locator('.stage-picture svg path.line').first()).toBeVisible();
		await expect(stage!.locator('.stage-picture canvas')).toHaveCount(0);
	});

	for (const [name, page] of Object.entries(pages)) {
		await test.step(`${name} in a contrast theme`, async () => {
			await page.emulateMedia({ forcedColors: 'active' });
			for (const chosen of await page.locator('[aria-pressed=true]:visible').all())
				await expect.soft(chosen).toHaveCSS('outline-style', 'solid');
			for (const line of await page.locator('svg path.curve, svg path.line').all())
				expect.soft(await contrastWithGround(line, 'stroke'), name).toBeGreaterThanOrEqual(3);
			await page.emulateMedia({ forcedColors: 'none' });
		});
		// The stage is a picture of the big screen, made smaller as a whole.
		if (name === 'stage') continue;
		for (const height of [640, 200])
			await test.step(`${name} at 320 × ${height}`, async () => {
				await page.setViewportSize({ width: 320, height });
				await expectUsable(page, name, 15);
			});
		await page.setViewportSize({ width: 1280, height: 720 });
	}
});

/** Browsers whose owners allow pages no storage. */
function withoutStorage(browser: Browser): Browser {
	const newContext: Browser['newContext'] = async (options) => {
		const context = await browser.newContext(options);
		await context.addInitScript(() => {
			for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
				Object.defineProperty(window, name, {
					get: () => {
						throw new DOMException('The operation is insecure.', 'SecurityError');
					}
				});
		});
		return context;
	};
	return { newContext } as Browser;
}

test('where a browser keeps nothing for pages people join, write and vote all the same', async ({
	browser,
	baseURL
}) => {
	test.setTimeout(300_000);
	const blocked = withoutStorage(browser);
	const desk = await openRoom(browser, baseURL!);
	const ana = await joinTeam(blocked, baseURL!, desk.code, { name: 'Ana', team: /Corvane/ });
	await ana.reload();
	await expect(ana.getByText('You lead, 1 of 1 here')).toBeVisible();
	const phone = await openPhone(blocked, baseURL!, desk.audienceCode);
	await phone.reload();
	await expect(phone.getByRole('heading', { name: 'You are in.' })).toBeVisible();
	const evaluator = await openLink(blocked, baseURL!, desk.links.evaluator);
	await evaluator.getByLabel('What you see, in a sentence').fill('They read the brief twice.');
	await evaluator.getByRole('button', { name: 'Keep the note' }).click();
	await expect(evaluator.getByText('All 1 sent.')).toBeVisible();
	await expect(desk.page.getByText('1 player').first()).toBeVisible();
});
