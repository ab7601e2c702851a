import { expect, test, type Page } from '@playwright/test';

/** Opens a page whose own code is held back; what is returned lets it come. */
async function openWithoutCode(page: Page, path: string): Promise<() => void> {
	let letGo = () => {};
	const go = new Promise<void>((resolve) => (letGo = resolve));
	await page.route('**/_app/immutable/entry/**', async (route) => {
		await go;
		await route.continue();
	});
	await page.goto(path, { waitUntil: 'commit' });
	return letGo;
}

test('a room that was asked for before the page was ready is opened once it is', async ({ page }) => {
	const letGo = await openWithoutCode(page, '/host');
	await page.getByRole('button', { name: 'Open the room' }).click();
	await expect(page).toHaveURL(/\/host$/);
	letGo();
	await expect(page).toHaveURL(/\/desk\?/);
});

test('a code that was typed and sent before the page was ready is looked up once it is', async ({ page }) => {
	const letGo = await openWithoutCode(page, '/join');
	const field = page.getByLabel(/Room code/);
	await field.fill('k7mo0');
	await field.press('Enter');
	await expect(page).toHaveURL(/\/join$/);
	letGo();
	await expect(page.getByRole('alert')).toContainText('No room has the code K7MO0.');
});
