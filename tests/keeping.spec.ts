import { expect, test, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import {
	chosenDecisions,
	guide,
	hotWash,
	mainAction,
	nextStop,
	openDecisions,
	preparing,
	question,
	STRETCH,
	watchFor
} from './play-exercise.ts';

/*
 * What a person has done in a run is not lost: not by a reload, a killed worker, a missing store or a missing network.
 */

const READY = { timeout: 60_000 };

/** Opens a run of the bank's in its preparation. */
async function begin(page: Page): Promise<void> {
	await page.goto('/play');
	await page.getByRole('radio', { name: /^Harrow and Lund/ }).click({ ...READY, force: true });
	await page.getByRole('button', { name: 'Go to the briefing' }).click();
	await page.getByRole('button', { name: 'Go to preparation' }).click(READY);
	await putGuideAway(page);
	await expect(preparing(page)).toBeVisible();
}

async function putGuideAway(page: Page): Promise<void> {
	await guide(page).getByRole('button', { name: 'Put away' }).click();
	await expect(guide(page)).toHaveCount(0);
}

const straightOn = (page: Page) => page.getByRole('button', { name: /^Run to the/ });

/** Commits what is open and runs straight to where the world stops next. */
async function goOn(page: Page): Promise<'question' | 'end'> {
	const step = page.locator('.play-bar [aria-current=step]');
	const before = (await step.textContent()) ?? '';
	await mainAction(page).click();
	await straightOn(page)
		.click({ timeout: 5000 })
		.catch(() => {});
	await expect(step.filter({ hasText: before })).toHaveCount(0, STRETCH);
	return nextStop(page);
}

async function toTheEnd(page: Page): Promise<void> {
	for (let n = 0; n < 9 && (await goOn(page)) === 'question'; n++);
	await expect(hotWash(page)).toBeVisible(STRETCH);
}

/** Of the world at its end, as the hot wash states it. */
async function stateHash(page: Page): Promise<string> {
	const text = page.getByText(/[0-9a-f]{16}/).last();
	await expect(text).toBeVisible(STRETCH);
	return /[0-9a-f]{16}/.exec((await text.textContent())!)![0];
}

/** Remembers every worker that the page starts, so that a test can end one. */
async function rememberWorkers(page: Page): Promise<void> {
	await page.addInitScript(() => {
		const started: Worker[] = [];
		Object.assign(window, { started });
		window.Worker = class extends Worker {
			constructor(...args: ConstructorParameters<typeof Worker>) {
				super(...args);
				started.push(this);
			}
		};
	});
}

const killWorker = (page: Page) =>
	page.evaluate(() => (window as unknown as { started: Worker[] }).started.at(-1)!.terminate());

test('a reload comes back to where the person was, with what was decided', async ({ page, baseURL }) => {
	test.setTimeout(180_000);
	const wrong = watchFor(page, baseURL!);
	await begin(page);
	await openDecisions(page).first().click({ force: true });
	await expect(chosenDecisions(page)).toHaveCount(1);
	await page.reload();
	await expect(preparing(page)).toBeVisible(READY);
	await expect(chosenDecisions(page)).toHaveCount(1);

	expect(await goOn(page)).toBe('question');
	const step = page.locator('.play-bar [aria-current=step]');
	const round = await step.textContent();
	await page.reload();
	await expect(question(page)).toBeVisible(READY);
	await expect(step).toHaveText(round!);
	expect(wrong).toEqual([]);
});

test('a world that was on its way waits where it was last kept, and runs on from there', async ({ page }) => {
	test.setTimeout(180_000);
	await begin(page);
	await mainAction(page).click();
	expect(await nextStop(page)).toBe('question');
	// A stretch that is long enough for a busy machine to be stopped on.
	await page.getByRole('radio', { name: 'Slow' }).check({ force: true });
	await mainAction(page).click();
	await expect(page.getByText(/^Running to/)).toBeVisible(READY);
	await page.keyboard.press('F8');
	await expect(page.getByText(/^Paused on the way to/)).toBeVisible(READY);
	await page.reload();
	await expect(page.getByText(/^Paused on the way to/)).toBeVisible(READY);
	await expect(page.getByText('Resumed.')).toBeVisible();
	await page.keyboard.press('F8');
	expect(await nextStop(page)).toBe('question');
});

test('a killed worker is replaced, the run goes on where it was kept, and the person is told', async ({
	page
}) => {
	test.setTimeout(180_000);
	await rememberWorkers(page);
	await begin(page);
	await goOn(page);
	const step = page.locator('.play-bar [aria-current=step]');
	const round = await step.textContent();
	await killWorker(page);
	await expect(page.getByText('had stopped and has been started again', { exact: false })).toBeVisible(READY);
	await expect(question(page)).toBeVisible(READY);
	await expect(step).toHaveText(round!);
	await page.getByRole('button', { name: 'Put away' }).first().click();
	expect(await goOn(page)).toBe('question');
});

test('a saved log opens again, on another device, at the same end', async ({ page, browser, baseURL }) => {
	test.setTimeout(300_000);
	await begin(page);
	await toTheEnd(page);
	const hash = await stateHash(page);
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Download the log' }).first().click();
	const text = readFileSync(await (await download).path(), 'utf8');
	expect(text).toContain(`"stateHash":"${hash}"`);

	const other = await browser.newPage({ baseURL: baseURL! });
	await other.goto('/play');
	const open = other.locator('input[type=file]').first();
	await expect(open).toBeAttached(READY);
	await open.setInputFiles({ name: 'run.log.json', mimeType: 'application/json', buffer: Buffer.from(text) });
	await expect(hotWash(other)).toBeVisible({ timeout: 90_000 });
	expect(await stateHash(other)).toBe(hash);

	await other.goto('/play');
	await expect(open).toBeAttached(READY);
	const old = text.replace(/"engineVersion":"[^"]*"/, '"engineVersion":"0"');
	await open.setInputFiles({ name: 'old.log.json', mimeType: 'application/json', buffer: Buffer.from(old) });
	await expect(other.getByRole('heading', { name: 'old.log.json can be read, not played' })).toBeVisible(
		READY
	);
	await expect(other.getByText(hash)).toBeVisible();
	await other.close();
});

test('without a store the person is told, and plays', async ({ page }) => {
	test.setTimeout(180_000);
	await page.route(/room\.worker/, async (route) => {
		const response = await route.fetch();
		const body = `Object.defineProperty(globalThis, 'indexedDB', { value: undefined });\n${await response.text()}`;
		await route.fulfill({ response, body });
	});
	await begin(page);
	await expect(page.getByText('gives the page no storage', { exact: false })).toBeVisible();
	expect(await goOn(page)).toBe('question');
});

test('a store that is full is told, and play goes on', async ({ page }) => {
	test.setTimeout(180_000);
	await page.route(/room\.worker/, async (route) => {
		const response = await route.fetch();
		const full = `IDBObjectStore.prototype.put = function () {
			throw new DOMException('no room left', 'QuotaExceededError');
		};`;
		await route.fulfill({ response, body: `${full}\n${await response.text()}` });
	});
	await begin(page);
	await expect(page.getByText('storage of this browser is full', { exact: false })).toBeVisible();
	expect(await goOn(page)).toBe('question');
});

test('after the first visit it is played without a network, and a kept run is there again', async ({
	page,
	context
}) => {
	test.setTimeout(240_000);
	await page.goto('/');
	await page.evaluate(async () => {
		await navigator.serviceWorker.ready;
		const isReady = () => navigator.serviceWorker.controller !== null;
		while (!isReady()) await new Promise((resolve) => setTimeout(resolve, 50));
	});
	await context.setOffline(true);
	await begin(page);
	expect(await goOn(page)).toBe('question');
	const step = page.locator('.play-bar [aria-current=step]');
	const round = await step.textContent();
	await page.reload();
	await expect(question(page)).toBeVisible(READY);
	await expect(step).toHaveText(round!);

	await page.goto('/');
	await expect(page.getByRole('link', { name: 'Continue' }).first()).toBeVisible(READY);
	const elsewhere = await page.evaluate(() => fetch('https://example.org/').then(String, String));
	expect(elsewhere).toContain('TypeError');
});
