import { expect, test, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import {
	cardOf,
	chosenDecisions,
	commitAndGoOn,
	guide,
	hotWash,
	mainAction,
	nextStop,
	openDecisions,
	preparing,
	presentStep,
	question,
	runSlowly
} from './support/play-exercise.ts';
import { watch } from './support/watch.ts';

/*
 * What a person has done in a run is not lost: not by a reload, a killed worker, a missing store or a missing network.
 */

/** Opens a run of the bank's in its preparation. */
async function begin(page: Page): Promise<void> {
	await page.goto('/play');
	await page.getByRole('radio', { name: /^Harrow and Lund/ }).check();
	await page.getByRole('button', { name: 'Go to the briefing' }).click();
	await page.getByRole('button', { name: 'Go to preparation' }).click();
	await putGuideAway(page);
	await expect(preparing(page)).toBeVisible();
}

async function putGuideAway(page: Page): Promise<void> {
	await guide(page).getByRole('button', { name: 'Dismiss' }).click();
	await expect(guide(page)).toHaveCount(0);
}

/** What the page has to tell, as it is seen: it is read aloud from another place. */
const notices = (page: Page) => page.locator('.notices');

/** From the preparation to the first round. */
async function beginTheDay(page: Page): Promise<void> {
	await mainAction(page).click();
	expect(await nextStop(page)).toBe('question');
}

/** From round to round to the end. */
async function toTheEnd(page: Page): Promise<void> {
	while ((await commitAndGoOn(page)) === 'question');
	await expect(hotWash(page)).toBeVisible();
}

/** Of the world at its end, as the hot wash states it. */
async function stateHash(page: Page): Promise<string> {
	const text = page.getByText(/[0-9a-f]{16}/).last();
	await expect(text).toBeVisible();
	return /[0-9a-f]{16}/.exec((await text.textContent())!)![0];
}

/** Remembers the workers of the run that the page starts, so that a test can end one. */
async function rememberWorkers(page: Page): Promise<void> {
	await page.addInitScript(() => {
		const started: Worker[] = [];
		Object.assign(window, { started });
		window.Worker = class extends Worker {
			constructor(...args: ConstructorParameters<typeof Worker>) {
				super(...args);
				if (String(args[0]).includes('room.worker')) started.push(this);
			}
		};
	});
}

const killWorker = (page: Page) =>
	page.evaluate(() => (window as unknown as { started: Worker[] }).started.at(-1)!.terminate());

test('a reload comes back to where the person was, with what was decided', async ({ page, baseURL }) => {
	const wrong = watch(page, baseURL!);
	await begin(page);
	await cardOf(openDecisions(page).first()).click();
	await expect(chosenDecisions(page)).toHaveCount(1);
	await page.reload();
	await expect(preparing(page)).toBeVisible();
	await expect(chosenDecisions(page)).toHaveCount(1);

	await beginTheDay(page);
	const step = presentStep(page);
	const round = await step.textContent();
	await page.reload();
	await expect(question(page)).toBeVisible();
	await expect(step).toHaveText(round!);
	expect(wrong).toEqual([]);
});

test('a world that was on its way waits where it was last kept, and runs on from there', async ({ page }) => {
	await begin(page);
	await beginTheDay(page);
	await runSlowly(page);
	await mainAction(page).click();
	await expect(page.getByText(/^Running to/)).toBeVisible();
	await page.keyboard.press('F8');
	await expect(page.getByText(/^Paused on the way to/)).toBeVisible();
	await page.reload();
	await expect(page.getByText(/^Paused on the way to/)).toBeVisible();
	await expect(notices(page)).toContainText('Resumed.');
	await page.keyboard.press('F8');
	expect(await nextStop(page)).toBe('question');
});

test('a killed worker is replaced, the run goes on where it was kept, and the person is told', async ({
	page
}) => {
	await rememberWorkers(page);
	await begin(page);
	await beginTheDay(page);
	const step = presentStep(page);
	const round = await step.textContent();
	await killWorker(page);
	await expect(notices(page)).toContainText('had stopped and has been started again');
	await expect(question(page)).toBeVisible();
	await expect(step).toHaveText(round!);
	await page.getByRole('button', { name: 'Dismiss' }).first().click();
	expect(await commitAndGoOn(page)).toBe('question');
});

test('a saved log opens again, on another device, at the same end', async ({ page, browser, baseURL }) => {
	await begin(page);
	await beginTheDay(page);
	await toTheEnd(page);
	const hash = await stateHash(page);
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Download the log' }).first().click();
	const text = readFileSync(await (await download).path(), 'utf8');
	expect(text).toContain(`"stateHash":"${hash}"`);

	const other = await browser.newPage({ baseURL: baseURL! });
	await other.goto('/play');
	const open = other.locator('input[type=file][accept^=".json"]');
	await expect(open).toBeAttached();
	await open.setInputFiles({ name: 'run.log.json', mimeType: 'application/json', buffer: Buffer.from(text) });
	await expect(hotWash(other)).toBeVisible();
	expect(await stateHash(other)).toBe(hash);

	await other.goto('/play');
	await expect(open).toBeAttached();
	const old = text.replace(/"engineVersion":"[^"]*"/, '"engineVersion":"0"');
	await open.setInputFiles({ name: 'old.log.json', mimeType: 'application/json', buffer: Buffer.from(old) });
	await expect(other.getByRole('heading', { name: 'old.log.json can be read, not played' })).toBeVisible();
	await expect(other.getByText(hash)).toBeVisible();
	await other.close();
});

test('without a store the person is told, and plays', async ({ page }) => {
	await page.route(/room\.worker/, async (route) => {
		const response = await route.fetch();
		const body = `Object.defineProperty(globalThis, 'indexedDB', { value: undefined });\n${await response.text()}`;
		await route.fulfill({ response, body });
	});
	await begin(page);
	await expect(notices(page)).toContainText('gives the page no storage');
	await beginTheDay(page);
});

test('a store that is full is told, and play goes on', async ({ page }) => {
	await page.route(/room\.worker/, async (route) => {
		const response = await route.fetch();
		const full = `IDBObjectStore.prototype.put = function () {
			throw new DOMException('no room left', 'QuotaExceededError');
		};`;
		await route.fulfill({ response, body: `${full}\n${await response.text()}` });
	});
	await begin(page);
	await expect(notices(page)).toContainText('storage of this browser is full');
	await beginTheDay(page);
});

test.describe('with a service worker', () => {
	test.use({ serviceWorkers: 'allow' });

	test('after the first visit it is played without a network, and a kept run is there again', async ({
		page,
		context
	}) => {
		await page.goto('/');
		await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
		await context.setOffline(true);
		await begin(page);
		await beginTheDay(page);
		const step = presentStep(page);
		const round = await step.textContent();
		await page.reload();
		await expect(question(page)).toBeVisible();
		await expect(step).toHaveText(round!);

		await page.goto('/');
		await expect(page.getByRole('link', { name: 'Continue' }).first()).toBeVisible();
		const elsewhere = await page.evaluate(() => fetch('https://example.org/').then(String, String));
		expect(elsewhere).toContain('TypeError');
	});
});
