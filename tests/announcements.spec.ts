import { expect, test, type Page } from '@playwright/test';
import { openFaultyProxy } from './support/faulty-proxy.ts';
import { expectCalm, heard, listen, type Said } from './support/listening.ts';
import { commitAndGoOn, guide, hotWash, mainAction, nextStop } from './support/play-exercise.ts';
import { keepAsVersion1, runOfVersion1 } from './support/stored-runs.ts';

/* What a screen reader is told while somebody plays: short messages, far enough apart, and one at each stop. */

/** Those that came since so many had come, once there is one among them of this kind. */
async function heardOf(page: Page, what: RegExp, since: number): Promise<readonly Said[]> {
	const found = async () => (await heard(page)).slice(since).filter(({ text }) => what.test(text));
	await expect.poll(async () => (await found()).length, { message: String(what) }).toBeGreaterThan(0);
	return found();
}

/** Opens a run in the first role, up to its first round. */
async function toFirstRound(page: Page): Promise<void> {
	await page.goto('/play');
	await page.locator('.go .button.main').click();
	await page.locator('footer.go .button.main').click();
	await guide(page).getByRole('button', { name: 'Dismiss', exact: true }).click();
	await mainAction(page).click();
	expect(await nextStop(page)).toBe('question');
}

const FINDING = /of the harm that comes when nobody decides/;
/** All the runs of a hot wash, on a machine that does much else. */
const RUNS_MS = 300_000;
const single = (page: Page) => page.getByText('Runs with one decision changed are being computed');

test('a screen reader hears short messages, at most one a second: one at each stop, and the finding once', async ({
	page
}) => {
	await listen(page);
	await toFirstRound(page);
	let [count, round, stop] = [0, 1, 'question'];
	for (; stop === 'question'; round++) {
		expect(await heardOf(page, new RegExp(`^Round ${round},`), count)).toHaveLength(1);
		count = (await heard(page)).length;
		stop = await commitAndGoOn(page);
	}
	expect(round).toBeGreaterThan(3);
	await expect(hotWash(page)).toBeFocused();
	// Until everything that the hot wash waits for has come, something may be said of it.
	await expect(page.locator('.hot-wash .evidence')).toBeVisible();
	await expect(single(page)).toHaveCount(0, { timeout: RUNS_MS });
	expect(await heardOf(page, FINDING, count)).toHaveLength(1);
	expectCalm(await heard(page));
});

test('a finding that takes long to come is said once it is there', async ({ page, baseURL }) => {
	const proxy = await openFaultyProxy(baseURL!);
	let arrive = () => {};
	const until = new Promise<void>((resolve) => (arrive = resolve));
	// What the run is compared with is computed by workers of their own.
	proxy.fault = (path) => (/pool\.worker/.test(path) ? { until } : null);
	await page.goto(`${proxy.url}/healthz`);
	await keepAsVersion1(page, [runOfVersion1('ended', 'format-1-solo-airline.log.json')]);
	await listen(page);
	await page.goto(`${proxy.url}/`);
	await page.getByRole('link', { name: 'Hot wash' }).click();
	await expect(hotWash(page)).toHaveText(/is being measured/);
	const count = (await heard(page)).length;
	arrive();
	await expect(single(page)).toHaveCount(0, { timeout: RUNS_MS });
	expect(await heardOf(page, FINDING, count)).toHaveLength(1);
	expectCalm(await heard(page));
	await proxy.close();
});
