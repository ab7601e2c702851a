import { expect, test, type Page } from '@playwright/test';
import { openFaultyProxy } from './faulty-proxy.ts';
import { commitAndGoOn, guide, hotWash, mainAction, nextStop } from './play-exercise.ts';
import { keepAsVersion1, runBeforeItsEnd } from './stored-runs.ts';

/* What a screen reader is told while somebody plays: short messages, far enough apart, and one at each stop. */

const MOST_WORDS = 25;
/** A message may have waited for a busy page to be written: the next one then follows sooner than a second. */
const LEAST_APART_MS = 900;

interface Said {
	readonly atMs: number;
	readonly text: string;
}
type Listening = Window & { said?: Said[] };

/** Keeps every change of what live regions say, and headings that take the focus, from before the page's first word. */
async function listen(page: Page): Promise<void> {
	await page.addInitScript(() => {
		const said: Said[] = [];
		(window as Listening).said = said;
		const live = '[aria-live=polite], [aria-live=assertive], [role=status], [role=alert], [role=log]';
		const last = new WeakMap<Element, string>();
		const say = (text: string | null) => {
			const plain = (text ?? '').replace(/\s+/g, ' ').trim();
			if (plain !== '') said.push({ atMs: performance.now(), text: plain });
		};
		document.addEventListener('focusin', ({ target }) => {
			if (target instanceof HTMLHeadingElement) say(target.textContent);
		});
		const regionsAround = (node: Node): readonly Element[] => {
			const element = node instanceof Element ? node : node.parentElement;
			const around = element?.closest(live) ?? null;
			return around === null ? [] : [around];
		};
		const regionsIn = (node: Node): readonly Element[] =>
			node instanceof Element ? [...(node.matches(live) ? [node] : []), ...node.querySelectorAll(live)] : [];
		new MutationObserver((changes) => {
			const regions = new Set<Element>();
			for (const { target, addedNodes } of changes) {
				for (const region of regionsAround(target)) regions.add(region);
				// An alert is told as it appears; of other regions only what changes in them.
				for (const node of addedNodes)
					for (const region of regionsIn(node)) if (region.matches('[role=alert]')) regions.add(region);
			}
			for (const region of regions) {
				const written = region.textContent;
				if (last.get(region) === written) continue;
				last.set(region, written);
				say(written);
			}
		}).observe(document, { childList: true, subtree: true, characterData: true });
	});
}

const heard = (page: Page) => page.evaluate(() => (window as Listening).said!);
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

const FINDING = /of the harm that comes when nobody acts/;
const single = (page: Page) => page.getByText('Runs with one decision changed are being computed');

function expectCalm(said: readonly Said[]): void {
	for (const [index, { atMs, text }] of said.entries()) {
		expect(text.split(' ').length, text).toBeLessThanOrEqual(MOST_WORDS);
		if (index > 0) expect(atMs - said[index - 1]!.atMs, text).toBeGreaterThan(LEAST_APART_MS);
	}
}

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
	await expect(single(page)).toHaveCount(0);
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
	await keepAsVersion1(page, [runBeforeItsEnd('late')]);
	await listen(page);
	await page.goto(`${proxy.url}/play?run=late`);
	await guide(page).getByRole('button', { name: 'Dismiss', exact: true }).click();
	while ((await commitAndGoOn(page)) === 'question');
	await expect(hotWash(page)).toBeFocused();
	await expect(hotWash(page)).toHaveText(/is being measured/);
	const count = (await heard(page)).length;
	arrive();
	await expect(single(page)).toHaveCount(0);
	expect(await heardOf(page, FINDING, count)).toHaveLength(1);
	expectCalm(await heard(page));
	await proxy.close();
});
