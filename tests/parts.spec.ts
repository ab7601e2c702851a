import { expect, test, type Locator, type Page } from '@playwright/test';
import { openFaultyProxy, type FaultyProxy } from './support/faulty-proxy.ts';
import { guide, hotWash, mainAction, nextStop, preparing, question } from './support/play-exercise.ts';
import { finishedLog } from './support/stored-runs.ts';

/*
 * A part of the page that does not come is said, and comes when it is tried again; the run is untouched. On pages of
 * plain http there are no service workers: so is it here.
 */

const READY = { timeout: 60_000 };
const trouble = (page: Page) => page.getByRole('heading', { name: 'This part of the page has not come' });
const again = (page: Page) => page.getByRole('button', { name: /^Try (the map )?again$/ }).first();
const isPart = (path: string) => path.startsWith('/_app/immutable/') && /\.(js|css)$/.test(path);

let proxy: FaultyProxy;
test.beforeEach(async ({ baseURL }) => {
	proxy = await openFaultyProxy(baseURL!);
});
test.afterEach(() => proxy.close());

async function dismissGuide(page: Page): Promise<void> {
	await guide(page).getByRole('button', { name: 'Dismiss', exact: true }).click();
	await expect(guide(page)).toHaveCount(0);
}

/** From now on every file of the page fails until the person tries again. */
function breakFiles(fault: 'cut' | { status: number }): () => void {
	proxy.fault = (path) => (isPart(path) ? fault : null);
	return () => (proxy.fault = () => null);
}

for (const [how, fault, why] of [
	['while the network is gone', 'cut', 'The server could not be reached.'],
	['from a server that has another version', { status: 404 }, 'The server has been given another version'],
	['from a server that fails', { status: 503 }, 'The server could not answer just now.']
] as const) {
	test(`preparation that does not come ${how} is said, and comes when tried again`, async ({ page }) => {
		test.setTimeout(180_000);
		await page.goto(`${proxy.url}/play`);
		const toTheBriefing = page.getByRole('button', { name: 'Go to the briefing' });
		await expect(toTheBriefing).toBeVisible(READY);
		const mend = breakFiles(fault);
		await toTheBriefing.click();
		await page.getByRole('button', { name: 'Go to preparation' }).click(READY);
		await expect(trouble(page)).toBeVisible(READY);
		await expect(page.locator('.trouble').getByText(why)).toBeVisible();
		// Still broken: it is said again.
		await again(page).click();
		await expect(trouble(page)).toBeVisible(READY);
		mend();
		// A press while the last attempt still runs is none.
		await expect(async () => {
			if (await again(page).isVisible()) await again(page).click();
			await expect(preparing(page)).toBeVisible({ timeout: 5000 });
		}).toPass(READY);
		if (fault !== 'cut') return;
		// It can be played on.
		await dismissGuide(page);
		await mainAction(page).click();
		expect(await nextStop(page)).toBe('question');
		await expect(question(page)).toBeVisible();
	});
}

test('a part that did not come is fetched by itself once the device is back online', async ({
	page,
	context
}) => {
	test.setTimeout(180_000);
	await page.goto(`${proxy.url}/play`);
	const toTheBriefing = page.getByRole('button', { name: 'Go to the briefing' });
	await expect(toTheBriefing).toBeVisible(READY);
	await context.setOffline(true);
	await toTheBriefing.click();
	await page.getByRole('button', { name: 'Go to preparation' }).click(READY);
	await expect(trouble(page)).toBeVisible(READY);
	await context.setOffline(false);
	await expect(preparing(page)).toBeVisible(READY);
});

test('a worker that takes long to start is said to be slow, and is waited for', async ({ page }) => {
	test.setTimeout(180_000);
	let arrive = () => {};
	const until = new Promise<void>((resolve) => (arrive = resolve));
	let asked = 0;
	proxy.fault = (path) => {
		if (!/room\.worker/.test(path)) return null;
		asked++;
		return { until };
	};
	await page.goto(`${proxy.url}/play`);
	const slow = page.locator('.notices').getByText('takes long to answer');
	await expect(slow).toBeVisible(READY);
	arrive();
	await expect(page.getByRole('button', { name: 'Go to the briefing' })).toBeVisible(READY);
	await expect(slow).toHaveCount(0);
	expect(asked).toBe(1);
});

test('a worker whose script does not come is said, and what was asked for comes when tried again', async ({
	page
}) => {
	test.setTimeout(180_000);
	const cannotRun = page.getByRole('heading', { name: 'The exercise cannot run here' });
	let isBroken = true;
	// Beside the browser's cache, which would have it after the first time.
	await page.route(/room\.worker/, (route) => (isBroken ? route.abort() : route.continue()));
	await page.goto(`${proxy.url}/play`);
	await expect(cannotRun).toBeVisible(READY);
	// Still broken: it is said again.
	await again(page).click();
	await expect(cannotRun).toBeVisible(READY);
	isBroken = false;
	await again(page).click();
	await page.getByRole('button', { name: 'Go to the briefing' }).click(READY);
	await page.getByRole('button', { name: 'Go to preparation' }).click(READY);
	await dismissGuide(page);

	isBroken = true;
	await page.reload();
	await expect(cannotRun).toBeVisible(READY);
	isBroken = false;
	await again(page).click();
	await expect(preparing(page)).toBeVisible(READY);
});

test('every file of every part fails once, also those of the hot wash, and each comes when tried again', async ({
	page
}) => {
	test.setTimeout(400_000);
	const first = new Set<string>();
	proxy.fault = (path) => {
		first.add(path);
		return null;
	};
	await page.goto(`${proxy.url}/play`);
	await expect(page.getByRole('button', { name: 'Go to the briefing' })).toBeVisible(READY);

	// What the page itself consists of comes; the rest are parts, and the workers' files.
	const failed = new Set<string>();
	proxy.fault = (path) => {
		if (!isPart(path) || path.includes('/workers/') || first.has(path) || failed.has(path)) return null;
		failed.add(path);
		return 'cut';
	};
	await page.reload();
	await page.getByRole('button', { name: 'Go to the briefing' }).click(READY);
	await page.getByRole('button', { name: 'Go to preparation' }).click(READY);
	await tryUntil(page, preparing(page));
	expect([...failed].filter((path) => path.endsWith('.js')).length).toBeGreaterThan(2);
	// The styles have come too.
	expect(await page.locator('.play-bar').evaluate((bar) => getComputedStyle(bar).display)).toMatch(
		/flex|grid/
	);

	await page.goto(`${proxy.url}/play`);
	await page.locator('input[type=file][accept^=".json"]').setInputFiles({
		...{ name: 'run.log.json', mimeType: 'application/json' },
		buffer: Buffer.from(finishedLog())
	});
	await tryUntil(page, hotWash(page));
	// Its maps are made when somebody comes to see them.
	await page.getByText('The runs on the map').click();
	const maps = page.locator('.hot-wash .series');
	await tryUntil(page, maps);
	await maps.scrollIntoViewIfNeeded();
	await tryUntil(page, page.locator('.hot-wash canvas').first());
});

/** Presses "try again" as often as something does not come, until something has come. */
async function tryUntil(page: Page, shown: Locator): Promise<void> {
	for (let n = 0; n < 9; n++) {
		await expect(shown.or(again(page)).first()).toBeVisible(READY);
		if (await shown.isVisible()) return;
		await again(page).click();
	}
	throw new Error('it never came');
}
