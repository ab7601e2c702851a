import { expect, type Locator, type Page } from '@playwright/test';

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

/** Straight on to where a running world stops next. */
export const straightOn = (page: Page) => page.getByRole('button', { name: /^Run to the/ });
/** The part of the exercise that one is in, as the bar says it. */
export const presentStep = (page: Page) => page.locator('.play-bar [aria-current=step]');
/** What of a decision's card is pressed to take it: its title. */
export const cardOf = (checkbox: Locator) => checkbox.locator('xpath=ancestor::article').locator('h3');

type Press = (what: Locator) => Promise<void>;
const click: Press = (what) => what.click();

/**
 * From now on the world takes minutes from one round to the next, so that what is to be pressed while it runs is there
 * to be pressed, however busy the machine.
 */
export async function runSlowly(page: Page, press: Press = click): Promise<void> {
	const slow = page.getByRole('radio', { name: 'Slow' });
	await press(slow);
	await expect(slow).toBeChecked();
}

/** Commits a round, and goes straight to where the world stops next. */
export async function commitAndGoOn(page: Page, press: Press = click): Promise<'question' | 'end'> {
	const before = (await presentStep(page).textContent())!;
	await press(mainAction(page));
	await expect(presentStep(page).filter({ hasText: before })).toHaveCount(0);
	// As long as it runs there is a button to press. It is gone at the stop, which may come at any time: so it is looked
	// for and pressed in one go, within the page.
	await expect(async () => {
		await straightOn(page).evaluateAll((buttons: HTMLElement[]) =>
			buttons.forEach((button) => button.click())
		);
		await expect(question(page).or(hotWash(page)).first()).toBeVisible({ timeout: 1000 });
	}).toPass();
	return nextStop(page);
}

/** Where the world has come to: the next question, or the end. */
export async function nextStop(page: Page): Promise<'question' | 'end'> {
	await expect(question(page).or(hotWash(page)).first()).toBeVisible();
	return (await hotWash(page).count()) > 0 ? 'end' : 'question';
}

/** In a replay: another end from the minute that is shown. */
export async function forkHere(page: Page, name: string): Promise<void> {
	await page.getByLabel('Name of the fork').fill(name);
	await page.getByRole('button', { name: 'Fork here' }).click();
	await expect(page.getByRole('heading', { name: 'Two futures' })).toBeVisible();
}

/** Presses Tab until something has the focus, as somebody without a mouse would. */
export async function tabTo(page: Page, target: Locator, most = 80): Promise<void> {
	for (let n = 0; n < most; n++) {
		if (await target.evaluate((element) => element === document.activeElement)) return;
		await page.keyboard.press('Tab');
	}
	throw new Error(`Tab never came to ${String(target)}`);
}
