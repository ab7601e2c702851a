import { expect } from '@playwright/test';
import { canBePressed, pressable, type DrivenPage } from '../../src/tools/browsers/driven-page.ts';
import type { WebKitPage } from '../../src/tools/engines/webkit-gtk.ts';
import { countInPage } from './at-rest.ts';

/** What a person does on a page, by the words that stand there, for a driver that knows only scripts. */

/** Waits until an expression is true there. */
export async function until(page: DrivenPage, what: string, timeout = 120_000): Promise<void> {
	await expect.poll(() => page.run(`return Boolean(${what})`), { message: what, timeout }).toBe(true);
}

/** Presses what has this text, once it is there. */
export async function press(page: DrivenPage, text: string | RegExp, among = 'button, a'): Promise<void> {
	const find = pressable(text, among);
	await until(page, canBePressed(find));
	await page.run(`(${find}).click()`);
}

/** Waits until nothing that was asked for is still to be drawn. Pictures are counted since {@link keepErrors}. */
export async function settle(page: WebKitPage): Promise<void> {
	await page.run(`return document.fonts.ready.then(() => window.whenAtRest(4))`);
}

/** Takes everything but the map's points and ground off the page, or brings it back. */
export async function onlyPicture(page: WebKitPage, only: boolean): Promise<void> {
	await page.run(
		`document.body.style.visibility = arguments[0] ? 'hidden' : '';
		document.querySelector('.picture canvas').style.visibility = arguments[0] ? 'visible' : '';`,
		only
	);
}

/** Keeps from now on what the page writes to the console as an error, what nobody catches, and which pictures it asks for. */
export async function keepErrors(page: WebKitPage): Promise<void> {
	await page.run(`
		(${countInPage.toString()})();
		window.kept = [];
		const write = console.error;
		console.error = (...all) => { kept.push(all.map(String).join(' ')); write.apply(console, all); };
		addEventListener('error', ({ message }) => kept.push(String(message)));
		addEventListener('unhandledrejection', ({ reason }) => kept.push(String(reason)));
		addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
			kept.push(violatedDirective + ' refuses ' + blockedURI));`);
}

export const keptErrors = (page: WebKitPage) => page.run('return kept');
