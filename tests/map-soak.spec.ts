import { expect, test, type Page } from '@playwright/test';
import { letPicturesPass, settle } from './support/at-rest.ts';
import { onlyInDeepRun } from './support/deep-run.ts';
import { openMap } from './support/map-page.ts';
import { watch } from './support/watch.ts';
import { countOnCard, expectNothingLeft, whatLives, type Living } from './support/what-lives.ts';

/*
 * Two hours of the map in one page, by the page's own clocks, which go ten times as fast: it runs at three hours a
 * second and begins again at its end, while cities are flown to, filters moved and views changed. Pictures come as fast
 * as the script makes them; the card is told everything but to paint, since a software card would take days. What is
 * left out is therefore the painting alone. Only for `npm run test:deep`.
 */

const TIMES_AS_FAST = 10;
const LEGS = 12;
const LEG_MS = (2 * 3_600_000) / TIMES_AS_FAST / LEGS;
/** What comes together at least, on a machine that does other things besides. */
const LEAST = { pictures: 60_000, moments: 6000 } as const;

type Counted = { pictures: number; moments: number };

test('two hours of the map leave the page as it was', async ({ page, baseURL }) => {
	onlyInDeepRun('a quarter of an hour');
	test.setTimeout(LEGS * LEG_MS * 3);
	const wrong = watch(page, baseURL!);
	await countOnCard(page);
	await hurry(page);
	await openMap(page);
	// What is made once, when something is first done or seen, is there already: a release on its way lasts for a blink
	// at three hours a second.
	await seeTheRelease(page);
	await page.getByRole('button', { name: '3 h/s', exact: true }).click();
	await use(page, LEG_MS / 4);
	const before = await standing(page);
	for (let leg = 1; leg <= LEGS; leg++) {
		await use(page, LEG_MS);
		const now = await standing(page);
		console.log(`after ${leg * 10} minutes: ${JSON.stringify(now)}`);
		expectNothingLeft(before, now);
	}
	const { pictures, moments } = await counted(page);
	console.log(`${pictures} pictures, ${moments} moments`);
	expect(pictures).toBeGreaterThan(LEAST.pictures);
	expect(moments).toBeGreaterThan(LEAST.moments);
	expect(wrong).toEqual([]);
});

/** From the start until the release has travelled. */
async function seeTheRelease(page: Page): Promise<void> {
	await page.getByRole('slider').press('Home');
	await page.getByRole('button', { name: '5 min/s', exact: true }).click();
	await page.getByRole('button', { name: 'Run', exact: true }).click();
	await expect(page.locator('.clock')).toContainText('05:');
	await page.getByRole('button', { name: 'Pause', exact: true }).click();
}

/** Uses the map for so much real time, as people do who explain it to others. */
async function use(page: Page, ms: number): Promise<void> {
	const until = Date.now() + ms;
	const picture = page.locator('.picture');
	while (Date.now() < until) {
		const run = page.getByRole('button', { name: 'Run', exact: true });
		if (await run.isVisible()) await run.click();
		for (const key of ['n', '+', '+', 'ArrowLeft', 'Escape', '-', '3', '0']) {
			await picture.press(key);
			await letPicturesPass(page, 30);
		}
		await page.getByRole('button', { name: 'Show', exact: true }).click();
		await page.getByLabel('Sector').selectOption({ index: 1 + (Math.floor(until / 7) % 5) });
		await page.getByLabel('Sector').selectOption({ index: 0 });
		await page.getByRole('button', { name: 'Done', exact: true }).click();
		for (const view of ['t', 's']) {
			await picture.press(view);
			await page.locator('[data-view]').first().press(view);
			await picture.waitFor();
		}
		await letPicturesPass(page, 250);
	}
}

/** What lives with the map at rest: always the same minute, the whole world in view, nothing open. */
async function standing(page: Page): Promise<Living> {
	const pause = page.getByRole('button', { name: 'Pause', exact: true });
	if (await pause.isVisible()) await pause.click();
	await page.getByRole('slider').evaluate((slider) => {
		(slider as HTMLInputElement).value = '177';
		slider.dispatchEvent(new Event('input', { bubbles: true }));
	});
	await expect(page.locator('.clock')).toContainText('05:2');
	await page.locator('.picture').press('0');
	await settle(page);
	return whatLives(page);
}

const counted = (page: Page) => page.evaluate(() => (window as unknown as { hurried: Counted }).hurried);

/** The page's clocks go faster, its pictures come as soon as they are asked for, and nothing is painted. */
async function hurry(page: Page): Promise<void> {
	await page.addInitScript((timesAsFast) => {
		const hurried: Counted = { pictures: 0, moments: 0 };
		(window as unknown as { hurried: Counted }).hurried = hurried;
		const [now, later] = [performance.now.bind(performance), window.setTimeout.bind(window)];
		performance.now = () => now() * timesAsFast;
		window.setTimeout = ((act: () => void, ms = 0) => later(act, ms / timesAsFast)) as typeof setTimeout;

		const waiting = new Map<number, FrameRequestCallback>();
		let last = 0;
		const door = new MessageChannel();
		door.port1.onmessage = () => {
			const all = [...waiting.values()];
			waiting.clear();
			isDrawn = false;
			for (const act of all) act(performance.now());
			if (isDrawn) hurried.pictures++;
		};
		window.requestAnimationFrame = (act) => {
			if (waiting.size === 0) door.port2.postMessage(null);
			waiting.set(++last, act);
			return last;
		};
		window.cancelAnimationFrame = (id) => void waiting.delete(id);
		let isDrawn = false;
		WebGL2RenderingContext.prototype.drawElements = () => void (isDrawn = true);
		WebGL2RenderingContext.prototype.drawArrays = () => void (isDrawn = true);

		const start = window.Worker;
		window.Worker = class extends start {
			constructor(...all: ConstructorParameters<typeof Worker>) {
				super(...all);
				this.addEventListener('message', ({ data }) => data.type === 'snapshot' && hurried.moments++);
			}
		};
	}, TIMES_AS_FAST);
}
