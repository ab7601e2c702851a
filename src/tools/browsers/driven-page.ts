import type { Page as ChromiumPage } from 'playwright';
import type { Page as FirefoxPage } from 'puppeteer-core';
import { setTimeout as wait } from 'node:timers/promises';

/** A page that is driven by scripts alone, in whichever browser. */
export interface DrivenPage {
	/** Goes to an address and waits until it has loaded. */
	goTo(url: string): Promise<void>;
	/** Runs the body of a function there, with `arguments`, and gives what it returns or what its promise comes to. */
	run(script: string, ...args: readonly unknown[]): Promise<unknown>;
}

/** A tab of Chromium or Firefox. */
export function drivenPage(page: ChromiumPage | FirefoxPage): DrivenPage {
	return {
		goTo: async (url) => void (await page.goto(url)),
		// As a text: the page's policy runs none that is made within it.
		run: (script, ...args) =>
			(page as ChromiumPage).evaluate(`(function () { ${script} }).apply(null, ${JSON.stringify(args)})`)
	};
}

/** An expression: the button or link that is seen and has this text, or one that matches. */
export function pressable(text: string | RegExp, among = 'button, a'): string {
	const source = typeof text === 'string' ? `^${text}$` : text.source;
	return `[...document.querySelectorAll('${among}')]
		.find((one) => one.checkVisibility() && new RegExp(${JSON.stringify(source)}).test(one.textContent.trim()))`;
}

/** An expression: whether it can be pressed by now. */
export const canBePressed = (found: string) => `(${found})?.disabled === false || (${found})?.href`;

/** An expression: whether this stands on the page. */
export const says = (text: string) => `document.body.innerText.includes(${JSON.stringify(text)})`;

/** An expression: whether there is a heading of the second or third level with this text. */
export const hasHeading = (text: string) =>
	`[...document.querySelectorAll('h2, h3')].some((one) => one.textContent.trim() === ${JSON.stringify(text)})`;

/**
 * Waits until an expression is true there.
 * @throws Error with the expression where it is not after so long
 */
export async function waitUntil(page: DrivenPage, what: string, timeoutMs: number): Promise<void> {
	const end = performance.now() + timeoutMs;
	while (!(await page.run(`return Boolean(${what})`))) {
		if (performance.now() > end) throw new Error(`not true after ${timeoutMs / 1000} s: ${what}`);
		await wait(50);
	}
}
