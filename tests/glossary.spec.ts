import { expect, test } from '@playwright/test';
import { glossary } from '../src/lib/text/en/glossary.ts';
import { expectSound } from './support/watch.ts';

test('the glossary holds every word, finds by name and by meaning, and axe finds nothing', async ({
	page
}) => {
	await page.goto('/');
	await page.getByRole('button', { name: 'Glossary' }).click();
	const panel = page.getByRole('dialog', { name: 'Help' });
	await expect(panel.locator('dt')).toHaveCount(Object.keys(glossary).length);
	await expectSound(page);
	const find = panel.getByRole('searchbox', { name: 'Find a word' });
	await find.fill('bake');
	await expect(panel.locator('dt')).toHaveText(['Bake time']);
	await find.fill('bridge of sighs');
	await expect(panel.getByText('No word like “bridge of sighs”.').last()).toBeVisible();
});

test('help opens by keys anywhere and closes by Escape, and the focus goes back', async ({ page }) => {
	await page.goto('/');
	const how = page.getByRole('button', { name: 'How it works' });
	await how.focus();
	await page.keyboard.press('Enter');
	const panel = page.getByRole('dialog', { name: 'Help' });
	await expect(panel.getByRole('heading', { name: 'You take a seat.' })).toBeVisible();
	await panel.getByRole('button', { name: 'Keys' }).click();
	await expect(panel.getByText('Ctrl + Enter').first()).toBeVisible();
	await expectSound(page);
	await page.keyboard.press('Escape');
	await expect(panel).toHaveCount(0);
	await expect(how).toBeFocused();
	await page.keyboard.press('Shift+F2');
	await expect(panel).toBeVisible();
});

test('a figure says what it is, its unit, where it comes from and on what it rests', async ({ page }) => {
	await page.goto('/play');
	const money = page.getByRole('button', { name: /\$.*what is this/ }).first();
	await expect(money).toBeVisible();
	await money.focus();
	await page.keyboard.press('Enter');
	const note = page.locator('.note:popover-open');
	await expect(note).toContainText('Money');
	for (const label of ['Unit', 'Where from', 'Basis']) await expect(note).toContainText(label);
	const box = (await note.boundingBox())!;
	expect(box.x).toBeGreaterThanOrEqual(0);
	expect(box.x + box.width).toBeLessThanOrEqual(page.viewportSize()!.width);
	await expectSound(page);
	await page.keyboard.press('Escape');
	await expect(note).toHaveCount(0);
	await expect(money).toBeFocused();
});
