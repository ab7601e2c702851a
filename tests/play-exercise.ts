import { expect, type Locator, type Page } from '@playwright/test';
import { watch } from './watch.ts';

export { expectAccessible } from './watch.ts';

/** A world-size stretch on a busy machine takes a while. */
export const STRETCH = { timeout: 60_000 };

/** As {@link watch}, with the patience that a whole exercise needs. */
export function watchFor(page: Page, home: string): string[] {
	page.setDefaultTimeout(30_000);
	return watch(page, home);
}

export const guide = (page: Page) => page.getByRole('dialog');
export const preparing = (page: Page) =>
	page.getByRole('heading', { name: 'What do you spend before anything happens?' });
export const question = (page: Page) =>
	page.getByRole('heading', { name: /^What do you (do now|mend first)\?$/ });
export const hotWash = (page: Page) => page.locator('.hot-wash h1');
/** Decisions that can be chosen now. */
export const openDecisions = (page: Page) =>
	page.locator('.card').getByRole('checkbox', { checked: false, disabled: false });
export const chosenDecisions = (page: Page) => page.locator('.card').getByRole('checkbox', { checked: true });
export const mainAction = (page: Page) => page.locator('.button.main:visible');

/** Where the world has come to: the next question, or the end. */
export async function nextStop(page: Page): Promise<'question' | 'end'> {
	await expect(question(page).or(hotWash(page)).first()).toBeVisible(STRETCH);
	return (await hotWash(page).count()) > 0 ? 'end' : 'question';
}

/** Presses Tab until something has the focus, as somebody without a mouse would. */
export async function tabTo(page: Page, target: Locator, most = 80): Promise<void> {
	for (let n = 0; n < most; n++) {
		if (await target.evaluate((element) => element === document.activeElement)) return;
		await page.keyboard.press('Tab');
	}
	throw new Error(`Tab never came to ${String(target)}`);
}
