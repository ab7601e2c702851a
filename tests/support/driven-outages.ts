import { expect } from '@playwright/test';
import { hasHeading, says, type DrivenPage } from '../../src/tools/browsers/driven-page.ts';
import { press, until } from './webkit-page.ts';

/*
 * One person goes from a summit to the next outages, in every browser that is driven by scripts. Shocks are run in workers:
 * the page itself goes on answering.
 */

const RUNS_MS = 240_000;
const ownTurn = (page: DrivenPage) => until(page, says('Your turn'));

/** The shortest way through a summit to its end, one measure tabled. */
async function negotiate(page: DrivenPage, home: string): Promise<void> {
	await page.goTo(`${home}/summit`);
	const chair = `[...document.querySelectorAll('label')].find((one) => /National Resilience Office/.test(one.textContent))`;
	await until(page, chair);
	await until(page, "document.querySelector('#svelte-announcer')");
	await page.run(`(${chair}).click()`);
	await press(page, 'Take the chair of National Resilience Office');
	await ownTurn(page);
	await press(page, 'Make your statement');
	await ownTurn(page);
	await press(page, 'Begin to bargain');
	await ownTurn(page);
	await press(page, 'Call the ballot');
}

/** How long the page rests between two turns that are counted. */
const REST_MS = 5;

/**
 * Counts from now on how long the page's own thread kept everything else waiting. It rests between: a thread
 * that is never at rest makes everything else wait, and has so many turns that none of them would count.
 */
async function watchThread(page: DrivenPage): Promise<void> {
	await page.run(`
		window.waitsMs = [];
		const turn = (dueMs) => {
			const now = performance.now();
			window.waitsMs.push(now - dueMs);
			setTimeout(turn, ${REST_MS}, now + ${REST_MS});
		};
		setTimeout(turn, ${REST_MS}, performance.now() + ${REST_MS});`);
}

/**
 * The next outages come, sharpen, and stop when the person says so; meanwhile the page's thread is free: most of what
 * is asked of it is answered within 50 ms. Gives how long it kept anything waiting at most.
 */
export async function outagesCome(page: DrivenPage, home: string): Promise<number> {
	await negotiate(page, home);
	await watchThread(page);
	await press(page, 'Yes to this text');
	await until(page, hasHeading('The next outages'));
	await until(page, hasHeading('Shock by shock'), RUNS_MS);
	const runs = () => page.run(`return document.body.innerText.match(/([\\d,]+) runs/)?.[1]`);
	const first = await runs();
	await expect.poll(runs, { timeout: RUNS_MS }).not.toBe(first);
	await press(page, 'Stop');
	await until(page, says('Stopped.'));
	const [share, most] = (await page.run(
		`const all = [...waitsMs].sort((a, b) => a - b);
		return [all.filter((one) => one > 50).length / all.length, all[all.length - 1]];`
	)) as [number, number];
	// A busy machine takes turns from a page; shocks in its own thread would make nearly every one late.
	expect(share, 'share of the turns of the page that come more than 50 ms late').toBeLessThan(0.5);
	return most;
}
