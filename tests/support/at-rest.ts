import type { BrowserContext, Page } from '@playwright/test';

/*
 * When a page is at rest. What it draws, it asks the browser for picture by picture (flights, blends, a release on its
 * way, layers that come one after another): as long as it has asked for one, something is still to be drawn.
 */

/** Pictures in a row for which a page must ask for nothing: what is asked for may answer by asking for more. */
const STILL_PICTURES = 4;

type Counting = Window & { whenAtRest?: (pictures: number) => Promise<void> };

/** Counts from the next page on which pictures have been asked for. Call it before the page is opened. */
export async function countPictures(pages: Page | BrowserContext): Promise<void> {
	await pages.addInitScript(countInPage);
}

/** Waits until nothing that was asked for is still to be drawn. */
export async function settle(page: Page): Promise<void> {
	await page.evaluate(async (pictures) => {
		const { whenAtRest } = window as Counting;
		if (whenAtRest === undefined) throw new Error('countPictures() belongs before the page is opened');
		await document.fonts.ready;
		await whenAtRest(pictures);
	}, STILL_PICTURES);
}

/** Lets the page draw so many pictures: what moves in it has moved by then. */
export async function letPicturesPass(page: Page, count: number): Promise<void> {
	await page.evaluate(async (count) => {
		for (let picture = 0; picture < count; picture++) await new Promise(requestAnimationFrame);
	}, count);
}

/** Runs in the page, before its own scripts; stands for itself. */
export function countInPage(): void {
	const ask = window.requestAnimationFrame.bind(window);
	const withdraw = window.cancelAnimationFrame.bind(window);
	const asked = new Set<number>();
	// A library's ticker asks again and again by one and the same function, whether there is something to draw or not.
	const tickers = new WeakSet<FrameRequestCallback>();
	let running: FrameRequestCallback | null = null;
	window.requestAnimationFrame = (act) => {
		if (act === running) tickers.add(act);
		const id = ask((now) => {
			asked.delete(id);
			running = act;
			act(now);
			running = null;
		});
		if (!tickers.has(act)) asked.add(id);
		return id;
	};
	window.cancelAnimationFrame = (id) => {
		asked.delete(id);
		withdraw(id);
	};
	(window as Counting).whenAtRest = (pictures) =>
		new Promise((resolve) => {
			let still = 0;
			const look = () => {
				still = asked.size === 0 ? still + 1 : 0;
				if (still < pictures) ask(look);
				else resolve();
			};
			ask(look);
		});
}
