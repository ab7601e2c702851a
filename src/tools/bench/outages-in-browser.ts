import { setTimeout as wait } from 'node:timers/promises';
import {
	canBePressed,
	hasHeading,
	pressable,
	says,
	waitUntil,
	type DrivenPage
} from '../browsers/driven-page.ts';

const LONG_MS = 240_000;
/** Nobody who negotiates is faster: so long the worlds that are there are run before the ballot. */
export const NEGOTIATED_MS = 60_000;

export interface OutagesTimes {
	/** From the last vote to the first curves. */
	readonly firstS: number;
	/** To a median that is as near as it has to be. */
	readonly nearS: number;
	/** In words, in all worlds by then. */
	readonly runs: string;
}

/** One person's summit, and how soon after the last vote the next outages show. */
export async function timeOutages(page: DrivenPage, url: string): Promise<OutagesTimes> {
	await page.goTo(`${url}/summit`);
	await negotiate(page);
	await wait(NEGOTIATED_MS);
	const began = performance.now();
	const sinceS = () => (performance.now() - began) / 1000;
	await press(page, 'Yes to this text');
	await waitUntil(page, hasHeading('Shock by shock'), LONG_MS);
	const firstS = sinceS();
	await waitUntil(page, says('as near as they have to be'), LONG_MS);
	const nearS = sinceS();
	const runs = await page.run(`return document.body.innerText.match(/[\\d,]+ runs/)?.[0] ?? ''`);
	return { firstS, nearS, runs: String(runs) };
}

/** One measure tabled beside what the bots table, and no bargaining. */
async function negotiate(page: DrivenPage): Promise<void> {
	const ownTurn = () => waitUntil(page, says('Your turn'), LONG_MS);
	const chair = `[...document.querySelectorAll('label')].find((one) => /National Resilience Office/.test(one.textContent))`;
	const measure = `[...document.querySelectorAll('label')].find((one) => one.textContent.trim().startsWith('A measure'))?.control`;
	// The announcer appears once the page's own script has started.
	await waitUntil(page, `document.querySelector('#svelte-announcer') && ${chair}`, LONG_MS);
	await page.run(`(${chair}).click()`);
	await press(page, 'Take the chair of National Resilience Office');
	await ownTurn();
	await press(page, 'Make your statement');
	await ownTurn();
	await waitUntil(page, measure, LONG_MS);
	await page.run(`const select = ${measure};
		select.selectedIndex = 1;
		select.dispatchEvent(new Event('change', { bubbles: true }));`);
	await press(page, 'Add to the text');
	await ownTurn();
	await press(page, 'Begin to bargain');
	await ownTurn();
	await press(page, 'Call the ballot');
}

async function press(page: DrivenPage, text: string): Promise<void> {
	const found = pressable(text);
	await waitUntil(page, canBePressed(found), LONG_MS);
	await page.run(`(${found}).click()`);
}
