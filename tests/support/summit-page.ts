import { expect, type Page } from '@playwright/test';

/** By keyboard. */
export async function press(page: Page, name: string): Promise<void> {
	await page.getByRole('button', { name, exact: true }).focus();
	await page.keyboard.press('Enter');
}

/** Waits until the others have spoken. */
export async function ownTurn(page: Page): Promise<void> {
	await expect(page.getByText('Your turn')).toBeVisible();
}

/** The shortest way by keyboard through a summit to its end: two measures tabled, then the ballot. */
export async function negotiate(page: Page): Promise<void> {
	await page.goto('/summit');
	await page.getByRole('radio', { name: /National Resilience Office/ }).focus();
	await page.keyboard.press('Space');
	await press(page, 'Take the chair of National Resilience Office');
	await ownTurn(page);
	await press(page, 'Make your statement');
	await ownTurn(page);
	for (const measure of ['sd-rings', 're-keys']) {
		const select = page.getByLabel('A measure', { exact: true });
		if ((await select.locator(`option[value="${measure}"]`).count()) === 0) continue;
		await select.selectOption(measure);
		await press(page, 'Add to the text');
		await ownTurn(page);
	}
	await press(page, 'Begin to bargain');
	await ownTurn(page);
	await press(page, 'Call the ballot');
	await press(page, 'Yes to this text');
	await expect(page.getByRole('heading', { name: 'Who voted what' })).toBeVisible();
}
