import { expect, test, type Page } from '@playwright/test';
import { expectSoundOnScreens, watch } from './support/watch.ts';

/** Puts a run into the browser's storage as the first version of the page kept it: the page of today takes it over. */
async function keepRun(page: Page, stage: object, roleName: string) {
	await page.evaluate(
		([stage, roleName]) =>
			new Promise<void>((resolve, reject) => {
				indexedDB.deleteDatabase('patchfall');
				const opening = indexedDB.open('patchfall', 1);
				opening.onupgradeneeded = () => {
					opening.result.createObjectStore('runs', { keyPath: 'runId' });
					opening.result.createObjectStore('events');
				};
				opening.onerror = () => reject(opening.error);
				opening.onsuccess = () => {
					const change = opening.result.transaction('runs', 'readwrite');
					change.objectStore('runs').put({
						runId: String(roleName),
						scenarioId: 'july-2024',
						title: { en: 'July 2024: the update' },
						role: 'airline',
						roleName: { en: roleName },
						cut: 'short',
						seed: 'a',
						startedAtMs: 1,
						changedAtMs: 1_732_000_000_000,
						stage,
						minute: 60,
						forkedFrom: null,
						result: null
					});
					change.oncomplete = () => {
						opening.result.close();
						resolve();
					};
				};
			}),
		[stage, roleName] as const
	);
	await page.reload();
}

test('on every screen the home page fits, and axe finds nothing', async ({ page, baseURL }) => {
	const wrong = watch(page, baseURL!);
	await page.goto('/');
	await expect(page.getByRole('heading', { level: 1 })).toContainText('8.5 million hosts down');
	await expectSoundOnScreens(page);
	expect(wrong).toEqual([]);
});

test('the sentence is there before any script has run', async ({ browser, baseURL }) => {
	const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL! });
	const page = await context.newPage();
	await page.goto('/');
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await expect(page.locator('noscript p')).toBeVisible();
	await context.close();
});

test('the largest thing on the home page is there with the first picture, and nothing jumps', async ({
	page
}) => {
	await page.goto('/', { waitUntil: 'networkidle' });
	const { firstMs, largestMs, shift } = await page.evaluate(async () => {
		const entries = async (type: string) => {
			const found: PerformanceEntry[] = [];
			const observer = new PerformanceObserver((list) => found.push(...list.getEntries()));
			observer.observe({ type, buffered: true });
			// What came before is handed over with the next task; a picture later all of it is here.
			for (let picture = 0; picture < 3; picture++) await new Promise(requestAnimationFrame);
			return [...found, ...observer.takeRecords()];
		};
		const [first] = (await entries('paint')).filter(({ name }) => name === 'first-contentful-paint');
		const largest = (await entries('largest-contentful-paint')).at(-1);
		const shifts = (await entries('layout-shift')) as (PerformanceEntry & { value: number })[];
		return {
			firstMs: first?.startTime,
			largestMs: largest?.startTime,
			shift: shifts.reduce((sum, { value }) => sum + value, 0)
		};
	});
	expect(firstMs).toBeGreaterThan(0);
	expect(largestMs).toBe(firstMs);
	expect(shift).toBeLessThan(0.1);
});

test('the picture is drawn in the colours of the theme', async ({ page }) => {
	await page.goto('/');
	const picture = page.getByRole('img', { name: /World map at 05:10 UTC/ });
	await expect(picture).toBeVisible();
	const colourOf = () => picture.locator('use.crashed').evaluate((part) => getComputedStyle(part).stroke);
	const dark = await colourOf();
	await page.getByLabel('Theme').selectOption('paper');
	expect(await colourOf()).not.toBe(dark);
});

test('who has played before finds the run that waits and continues it; others see none', async ({ page }) => {
	await page.goto('/');
	await expect(page.getByRole('link', { name: 'Continue' })).toHaveCount(0);
	await keepRun(page, { kind: 'deciding', part: 'incident', round: 2, rounds: 5 }, 'Altamark Airways');
	await expect(page.getByText('Altamark Airways: incident, round 2 of 5.')).toBeVisible();
	const links = page.getByRole('link', { name: 'Continue' });
	await expect(links.first()).toHaveAttribute('href', '/play?run=Altamark Airways');
});

test('a run that is removed is asked about first, and gone for good', async ({ page }) => {
	await page.goto('/');
	await keepRun(page, { kind: 'hotWash' }, 'Harrow and Lund Bank');
	await expect(page.getByRole('link', { name: 'Hot wash' })).toBeVisible();
	await page.getByRole('button', { name: 'Remove', exact: true }).click();
	await page.getByRole('button', { name: 'Keep' }).click();
	await page.getByRole('button', { name: 'Remove', exact: true }).click();
	await page.getByRole('button', { name: 'Remove for good' }).click();
	await expect(page.getByRole('heading', { name: 'Runs on this device' })).toHaveCount(0);
	await page.reload();
	await expect(page.getByText('Your runs are kept on this device')).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Runs on this device' })).toHaveCount(0);
});

test('without storage the home page still leads to play', async ({ page, baseURL }) => {
	const wrong = watch(page, baseURL!);
	await page.addInitScript(() => {
		Object.defineProperty(window, 'indexedDB', { value: undefined });
		Object.defineProperty(window, 'localStorage', {
			get: () => {
				throw new DOMException('denied', 'SecurityError');
			}
		});
	});
	await page.goto('/');
	await page.getByRole('link', { name: 'July 2024: the update' }).click();
	await expect(page.getByRole('heading', { name: 'Which seat do you take?' })).toBeVisible();
	expect(wrong).toEqual([]);
});

test('the record as curves is one step away', async ({ page }) => {
	await page.goto('/');
	await page.getByRole('link', { name: 'As curves', exact: true }).click();
	await expect(page).toHaveURL('/compare');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('One faulty update, run twice');
});
