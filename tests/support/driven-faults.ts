import { expect } from '@playwright/test';
import type { DrivenPage } from '../../src/tools/browsers/driven-page.ts';
import type { FaultyProxy } from './faulty-proxy.ts';
import { translate } from './page-translation.ts';
import { press, until } from './webkit-page.ts';

/*
 * Faults of what is around a page, and what a person sees of them: the same in every browser that is driven by scripts.
 * The page comes through a proxy that lets things go wrong.
 */

const heading = (text: string) =>
	`[...document.querySelectorAll('h1, h2')].some((one) => one.textContent.trim() === ${JSON.stringify(text)})`;
const PREPARING = heading('What do you spend before anything happens?');
const TROUBLE = heading('This part of the page has not come');
const CHOSEN = "document.querySelectorAll('.card input[type=checkbox]:checked').length";
const notice = (text: string) =>
	`document.querySelector('.notices')?.textContent.includes(${JSON.stringify(text)})`;

async function toTheBriefing(page: DrivenPage, { url }: FaultyProxy): Promise<void> {
	await page.goTo(`${url}/play`);
	await press(page, 'Go to the briefing');
}

/** A run in its preparation. */
async function begin(page: DrivenPage, proxy: FaultyProxy): Promise<void> {
	await toTheBriefing(page, proxy);
	await press(page, 'Go to preparation');
	await press(page, 'Dismiss');
	await until(page, PREPARING);
}

/** Takes one more decision, when so many are taken. */
async function decide(page: DrivenPage, already: number): Promise<void> {
	await until(page, `${CHOSEN} === ${already}`);
	await page.run("document.querySelector('.card input[type=checkbox]:not(:checked):not(:disabled)').click()");
	await until(page, `${CHOSEN} === ${already + 1}`);
}

/** The run that a page has open is there, with so many decisions, when its address is opened anew. */
async function expectKept(page: DrivenPage, decisions: number): Promise<void> {
	await until(page, "location.search.startsWith('?run=')");
	await page.goTo((await page.run('return location.href')) as string);
	await until(page, PREPARING);
	await until(page, `${CHOSEN} === ${decisions}`);
}

/** Every page comes although the service worker's cache has died. */
export async function cacheDies(page: DrivenPage, proxy: FaultyProxy): Promise<void> {
	proxy.fault = (path) => (path === '/service-worker.js' ? { before: DYING_CACHE } : null);
	await page.goTo(`${proxy.url}/`);
	await until(page, 'navigator.serviceWorker.controller');
	await page.run("navigator.serviceWorker.controller.postMessage('die')");
	for (const path of ['/', '/play', '/map', '/compare', '/model']) {
		await page.goTo(`${proxy.url}${path}`);
		// The announcer appears once the page's own script has started.
		await until(page, "document.querySelector('#svelte-announcer') && document.querySelector('h1')");
	}
}

const DYING_CACHE = `{
	let isDead = false;
	self.addEventListener('message', ({ data }) => { if (data === 'die') isDead = true; });
	for (const name of ['open', 'match']) {
		const usual = CacheStorage.prototype[name];
		CacheStorage.prototype[name] = function (...args) {
			return isDead ? Promise.reject(new DOMException('broken', 'UnknownError')) : usual.apply(this, args);
		};
	}
}
`;

/** A part that does not come is said, and comes when it is tried again; the run is untouched. */
export async function partDoesNotCome(page: DrivenPage, proxy: FaultyProxy): Promise<void> {
	// On pages of plain http there are no service workers: so is it here.
	const usual: FaultyProxy['fault'] = (path) => (path === '/service-worker.js' ? { status: 404 } : null);
	proxy.fault = usual;
	await page.goTo(`${proxy.url}/play`);
	await until(page, "document.querySelector('input[type=radio]')");
	proxy.fault = (path) => (path.startsWith('/_app/immutable/') ? 'cut' : usual(path));
	await press(page, 'Go to the briefing');
	await press(page, 'Go to preparation');
	await until(page, TROUBLE);
	// Still broken: it is said again.
	await press(page, 'Try again');
	await until(page, TROUBLE);
	proxy.fault = usual;
	await press(page, 'Try again');
	await until(page, PREPARING);
	await press(page, 'Dismiss');
	await decide(page, 0);
}

/** A database that is deleted while a run is open has the whole run again with the next decision. */
export async function databaseIsDeleted(page: DrivenPage, proxy: FaultyProxy): Promise<void> {
	await begin(page, proxy);
	await decide(page, 0);
	await page.run(`window.isDeleted = false;
		indexedDB.deleteDatabase('patchfall').onsuccess = () => (window.isDeleted = true);`);
	await until(page, 'window.isDeleted');
	await decide(page, 1);
	expect(await page.run(`return Boolean(${notice('Not saved')})`)).toBe(false);
	await expectKept(page, 2);
}

/** A connection that dies is opened again, and nothing is said. */
export async function connectionDies(page: DrivenPage, proxy: FaultyProxy): Promise<void> {
	proxy.fault = (path) => (path.includes('room.worker') ? { before: DYING_CONNECTION } : null);
	await begin(page, proxy);
	await decide(page, 0);
	await decide(page, 1);
	expect(await page.run(`return Boolean(${notice('Not saved')})`)).toBe(false);
	await expectKept(page, 2);
}

/** The first connection is closed under its second change. */
const DYING_CONNECTION = `{
	const { transaction } = IDBDatabase.prototype;
	let first = null;
	IDBDatabase.prototype.transaction = function (...args) {
		first ??= this;
		if (this === first && args[1] === 'readwrite' && this.isUsed) this.close();
		if (args[1] === 'readwrite') this.isUsed = true;
		return transaction.apply(this, args);
	};
}
`;

/** One run in two tabs is said at once in both, and is taken back only when the person wants it. */
export async function runInTwoTabs(older: DrivenPage, newer: DrivenPage, proxy: FaultyProxy): Promise<void> {
	const elsewhere = notice('goes on in another tab or window');
	await begin(older, proxy);
	await decide(older, 0);
	await newer.goTo((await older.run('return location.href')) as string);
	await until(newer, notice('It goes on here now'));
	await until(older, elsewhere);
	await decide(newer, 1);
	// What is taken in the newer tab takes nothing back.
	expect(await older.run(`return Boolean(${elsewhere})`)).toBe(true);
	await press(older, 'Take it back here');
	await until(older, `${CHOSEN} === 2`);
	await until(newer, elsewhere);
	expect(await older.run(`return Boolean(${elsewhere})`)).toBe(false);
}

/** Two quick presses on a decision are two; a shared address says where its run is; a translated page stays live. */
export async function pressesAddressesTranslation(page: DrivenPage, proxy: FaultyProxy): Promise<void> {
	await page.goTo(`${proxy.url}/play?run=0123456789abcdef01234567`);
	await until(page, notice('kept on the device where it was played'));
	await begin(page, proxy);
	await decide(page, 0);
	await page.run(`const card = document.querySelector('.card input[type=checkbox]:not(:checked):not(:disabled)');
		card.click(); card.click();`);
	await decide(page, 1);
	expect(await page.run("return document.querySelector('.notices')?.textContent ?? ''")).not.toMatch(
		/refused/i
	);
	await page.run(`(${translate.toString()})()`);
	await page.run("document.querySelector('.button.main').click()");
	const clock = "document.querySelector('.clock time')?.textContent";
	await until(page, `/[1-9]/.test(${clock}) && /«What do you/.test(document.body.innerText)`);
	expect(await page.run(`return ${clock}`)).toMatch(/^\d\d:\d\d$/);
}
