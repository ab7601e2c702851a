import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';

/** A world-size stretch on a busy machine takes a while. */
export const STRETCH = { timeout: 60_000 };

/** Keeps a record of everything that a visitor should never get: errors, and requests to anybody else. */
export function watchFor(page: Page, home: string): string[] {
	page.setDefaultTimeout(30_000);
	const wrong: string[] = [];
	page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
	page.on('pageerror', (error) => wrong.push(String(error)));
	page.on('request', (request) => {
		const { origin, protocol } = new URL(request.url());
		if (protocol.startsWith('http') && origin !== new URL(home).origin) wrong.push(request.url());
	});
	return wrong;
}

/** Nothing that axe knows is wrong with the screen as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(
		violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`),
		page.url()
	).toEqual([]);
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
