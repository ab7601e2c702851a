import type { Browser, Page } from 'playwright';
import { withBuiltApp } from './built-app.ts';
import { digits, type Measured } from './report.ts';

/** What the field calls long: beyond this a page is felt to stand still. */
const LONG_MS = 50;
/** Another program's turn on a busy machine looks like a long script: what one try in three does without is not ours. */
const TRIES = 3;
/** Openings differ by what else the machine does: the middle one of so many counts. */
const OPENINGS = 5;
const PATIENCE_MS = 60_000;

/** A long frame of a page: how long its scripts ran, and which of them longest. */
interface LongFrame {
	readonly scriptMs: number;
	readonly script: string;
}

type Act = (page: Page) => Promise<unknown>;

/** What people do with a map that stands open. */
const ACTS: Readonly<Record<string, Act>> = {
	play: async (page) => {
		await button(page, 'Run').click();
		await page.waitForTimeout(6000);
		await button(page, 'Pause').click();
	},
	pan: (page) => drag(page, '.picture', 0.5, 40, (i) => [Math.sin(i / 5) * 0.2, Math.cos(i / 5) * 0.2]),
	zoom: async (page) => {
		await page.locator('.picture').hover();
		for (let i = 0; i < 30; i++) {
			await page.mouse.wheel(0, i < 15 ? -200 : 200);
			await page.waitForTimeout(40);
		}
	},
	filter: async (page) => {
		await button(page, 'Show').click();
		for (const index of [1, 2, 3, 0]) {
			await page.getByLabel('Sector', { exact: true }).selectOption({ index });
			await page.waitForTimeout(300);
		}
		await button(page, 'Done').click();
	},
	scrub: (page) => drag(page, 'input[type=range]', 0.2, 40, (i) => [i * 0.01, 0])
};

/** Frames that the map's own scripts make long while it is used, and while it opens, in the app as it was built. */
export function measureLongFrames(say: (what: string) => void): Promise<Measured[]> {
	return withBuiltApp(async (browser, url) => {
		say('frames that the map makes long');
		const openings = [];
		for (let n = 0; n < OPENINGS; n++) openings.push(await opening(browser, url));
		const middle = middleOf(openings);
		const page = await openMap(browser, url);
		const used: Record<string, LongFrame[]> = {};
		for (const [name, act] of Object.entries(ACTS)) used[name] = await fewest(() => during(page, act));
		const long = Object.values(used).flat();
		const which = Object.entries(used).map(([name, frames]) => `${name} ${frames.length}`);
		return [
			{
				name: 'map_long_frames',
				value: long.length,
				note: `${which.join(', ')}; each the best of ${TRIES} tries${longestOf(long)}`
			},
			{
				name: 'map_open_longest_script_ms',
				value: middle[0]?.scriptMs ?? 0,
				note: `the median of ${OPENINGS} fresh pages${longestOf(middle)}`
			}
		];
	});
}

const longestOf = (frames: readonly LongFrame[]) => {
	const [longest] = [...frames].sort((a, b) => b.scriptMs - a.scriptMs);
	return longest === undefined ? '' : `; the longest ${digits(longest.scriptMs)} ms: ${longest.script}`;
};
const byLength = (frames: readonly LongFrame[]) => [...frames].sort((a, b) => b.scriptMs - a.scriptMs);
/** Of several openings the one whose longest frame is the median of all their longest. */
const middleOf = (openings: readonly (readonly LongFrame[])[]) =>
	openings.map(byLength).sort((a, b) => (a[0]?.scriptMs ?? 0) - (b[0]?.scriptMs ?? 0))[
		Math.floor(openings.length / 2)
	]!;

async function fewest(attempt: () => Promise<LongFrame[]>): Promise<LongFrame[]> {
	let best = await attempt();
	for (let i = 1; i < TRIES && best.length > 0; i++) {
		const next = await attempt();
		if (next.length < best.length) best = next;
	}
	return best;
}

async function opening(browser: Browser, url: string): Promise<LongFrame[]> {
	const page = await openMap(browser, url);
	const frames = await taken(page, 0);
	await page.context().close();
	return frames;
}

async function openMap(browser: Browser, url: string): Promise<Page> {
	const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
	await context.addInitScript(noticeFrames);
	const page = await context.newPage();
	page.setDefaultTimeout(PATIENCE_MS);
	await page.goto(`${url}/map`);
	await page.locator('.picture canvas').waitFor();
	await page.waitForTimeout(2000);
	return page;
}

async function during(page: Page, act: Act): Promise<LongFrame[]> {
	await taken(page, 0);
	await act(page);
	return taken(page, LONG_MS);
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Drags in so many steps from a share of an element's width, by shares of its size. */
async function drag(
	page: Page,
	what: string,
	from: number,
	steps: number,
	by: (step: number) => readonly [number, number]
): Promise<void> {
	const box = (await page.locator(what).boundingBox())!;
	const [x, y] = [box.x + box.width * from, box.y + box.height / 2];
	await page.mouse.move(x, y);
	await page.mouse.down();
	for (let step = 0; step < steps; step++) {
		const [dx, dy] = by(step);
		await page.mouse.move(x + dx * box.width, y + dy * box.height);
		await page.waitForTimeout(30);
	}
	await page.mouse.up();
}

/** Long frames since the last time that scripts ran for longer than this in; browsers list them a moment later. */
async function taken(page: Page, longerThanMs: number): Promise<LongFrame[]> {
	await page.waitForTimeout(500);
	const frames = await page.evaluate(() =>
		(window as unknown as { longFrames: LongFrame[] }).longFrames.splice(0)
	);
	return frames.filter(({ scriptMs }) => scriptMs > longerThanMs);
}

/** Runs in the page, before anything else of it does. */
function noticeFrames(): void {
	const found: LongFrame[] = [];
	(window as unknown as { longFrames: LongFrame[] }).longFrames = found;
	type Script = { duration: number; invoker: string; sourceURL: string; sourceFunctionName: string };
	new PerformanceObserver((list) => {
		for (const entry of list.getEntries()) {
			const { scripts } = entry as PerformanceEntry & { scripts: Script[] };
			if (scripts.length === 0) continue;
			const longest = scripts.reduce((a, b) => (b.duration > a.duration ? b : a));
			const file = longest.sourceURL.split('/').at(-1);
			found.push({
				scriptMs: scripts.reduce((sum, { duration }) => sum + duration, 0),
				script: `${longest.invoker} ${longest.sourceFunctionName} ${file}`.trim()
			});
		}
	}).observe({ type: 'long-animation-frame', buffered: true });
}
