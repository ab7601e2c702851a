import { join } from 'node:path';
import type { Page } from 'playwright';
import { projectFolder } from '../project.ts';
import { withBuiltApp } from './built-app.ts';
import { firstScreenBytes } from './first-screen.ts';
import { median } from './measure.ts';
import { digits, type Measured } from './report.ts';

const LONG_MS = 180_000;
/** The least that somebody looks at a briefing; the screens of play are loaded meanwhile. */
const READING_MS = 2000;
/** Events shorter than this are not listed by browsers. */
const LISTED_MS = 16;

/** What a visitor's browser noticed of a page, in ms; shifts have no unit. */
interface Vitals {
	lcpMs: number;
	shift: number;
	slowestMs: number;
	interactions: number;
}

/** Measures home and a whole exercise of one role in the short cut, in a browser, in the app as it was built. */
export async function measurePlay(say: (what: string) => void): Promise<Measured[]> {
	const build = join(projectFolder, 'build');
	const homeJs = firstScreenBytes(build);
	const playJs = firstScreenBytes(build, 'play.html');
	const { home, play, roundMs, hotWashMs } = await withBuiltApp(async (browser, url) => {
		say('the home page, in a browser');
		const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
		await context.addInitScript(noticeVitals, LISTED_MS);
		const page = await context.newPage();
		page.setDefaultTimeout(LONG_MS);
		await page.goto(url, { waitUntil: 'networkidle' });
		const homeVitals = await vitals(page);
		say('a whole exercise, in a browser');
		await page.goto(`${url}/play`);
		const played = await playThrough(page);
		return { home: homeVitals, play: await vitals(page), ...played };
	});
	return [
		{
			name: 'home_js_gzip_kb',
			value: homeJs.bytes / 1000,
			note: `${homeJs.scripts} scripts of the page as it is built in build/`
		},
		{
			name: 'play_js_gzip_kb',
			value: playJs.bytes / 1000,
			note: `${playJs.scripts} scripts before anybody chooses; the room’s worker and the map come after them`
		},
		{ name: 'home_lcp_ms', value: home.lcpMs, note: 'a fresh browser on this machine' },
		{ name: 'play_lcp_ms', value: play.lcpMs, note: 'the choice of a seat' },
		{
			name: 'play_inp_ms',
			value: play.slowestMs,
			note: `slowest of ${play.interactions} interactions of ${LISTED_MS} ms or more, from choice to hot wash`
		},
		{
			name: 'layout_shift',
			value: Math.max(home.shift, play.shift),
			note: `home ${digits(home.shift)}, the whole exercise ${digits(play.shift)}`
		},
		{
			name: 'round_commit_to_result_ms',
			value: median(roundMs),
			note: `median of ${roundMs.length} rounds at the fastest pace, from the click to the next question on screen`
		},
		{
			name: 'hot_wash_ms',
			value: hotWashMs,
			note: 'from the world’s last minute to the finding on screen, beside the record and nobody acting'
		}
	];
}

async function playThrough(page: Page): Promise<{ roundMs: number[]; hotWashMs: number }> {
	const main = page.locator('.button.main:visible');
	const question = page.getByRole('heading', { name: /^What do you (do now|mend first)\?$/ });
	const hotWash = page.locator('.hot-wash h1');
	await page.evaluate(() => localStorage.setItem('patchfall.guide', 'seen'));
	await page.getByRole('radio', { name: /^Altamark/ }).check({ force: true });
	await page.getByRole('button', { name: 'Go to the briefing' }).click();
	await page.waitForTimeout(READING_MS);
	await page.getByRole('button', { name: 'Go to preparation' }).click();
	await page.getByRole('heading', { name: 'What do you spend before anything happens?' }).waitFor();
	const roundMs: number[] = [];
	for (;;) {
		const began = await page.evaluate(() => performance.now());
		await main.click();
		// Offered while the world runs: no waiting for the pace.
		const straight = page.getByRole('button', { name: /^Run to the/ });
		await straight.click({ timeout: 10_000 }).catch(() => {});
		await question.or(hotWash).first().waitFor();
		if ((await hotWash.count()) > 0) break;
		roundMs.push((await page.evaluate(() => performance.now())) - began);
	}
	const hotWashMs = await page.evaluate(() => {
		const [end] = performance.getEntriesByName('patchfall-ended').slice(-1);
		const [shown] = performance.getEntriesByName('patchfall-hot-wash').slice(-1);
		return shown!.startTime - end!.startTime;
	});
	return { roundMs, hotWashMs };
}

/** Runs in the page, before anything else of it does. */
function noticeVitals(listedMs: number): void {
	const found: Vitals = { lcpMs: 0, shift: 0, slowestMs: 0, interactions: 0 };
	(window as unknown as { vitals: Vitals }).vitals = found;
	const observe = (type: string, take: (entry: PerformanceEntry) => void, more = {}) =>
		new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({
			type,
			buffered: true,
			...more
		});
	observe('largest-contentful-paint', ({ startTime }) => (found.lcpMs = startTime));
	observe('layout-shift', (entry) => {
		const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
		if (!hadRecentInput) found.shift += value;
	});
	observe(
		'event',
		(entry) => {
			if (!((entry as PerformanceEntry & { interactionId?: number }).interactionId! > 0)) return;
			found.interactions++;
			found.slowestMs = Math.max(found.slowestMs, entry.duration);
		},
		{ durationThreshold: listedMs }
	);
}

function vitals(page: Page): Promise<Vitals> {
	return page.evaluate(() => (window as unknown as { vitals: Vitals }).vitals);
}
