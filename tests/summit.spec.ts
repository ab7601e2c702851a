import { expect, test, type Page } from '@playwright/test';
import { ownTurn, press } from './support/summit-page.ts';
import { expectMarkedOnPaper } from './support/on-paper.ts';
import { expectSound, watch } from './support/watch.ts';

/** The summit by keyboard alone, from its door to what was in fact done. */
async function playThrough(page: Page, look: () => Promise<void>): Promise<void> {
	await page.goto('/summit');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('The summit');
	await page.getByRole('radio', { name: /Altamark Airways/ }).focus();
	await page.keyboard.press('Space');
	await look();
	await press(page, 'Take the chair of Altamark Airways');
	await ownTurn(page);
	await expect(page.getByText('You lost flights by the thousand')).toBeVisible();
	await press(page, 'Make your statement');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Measures are tabled');
	await ownTurn(page);
	await page.getByLabel('A measure', { exact: true }).selectOption({ index: 1 });
	await press(page, 'Add to the text');
	await expect(page.getByText('tabled by Altamark Airways').first()).toBeVisible();
	await press(page, 'Begin to bargain');
	await ownTurn(page);
	await page.locator('summary', { hasText: 'Read and change' }).first().focus();
	await page.keyboard.press('Enter');
	await press(page, 'Strike it');
	await look();
	await press(page, 'Put it forward');
	await expect(page.getByText(/^Altamark Airways (proposes|changes the text): strike/)).toBeVisible();
	await ownTurn(page);
	await press(page, 'Ask for a straw poll');
	await press(page, 'I lean yes');
	await ownTurn(page);
	await press(page, 'Call the ballot');
	await press(page, 'Yes to this text');
	await expect(page.getByRole('heading', { name: 'Who voted what' })).toBeVisible();
	await expect(page.getByRole('heading', { name: 'What was in fact agreed and done' })).toBeVisible();
	await expect(page.getByRole('heading', { name: '10 September 2024' })).toBeVisible();
	await look();
}

test('the summit is played alone by keyboard, and axe finds nothing', async ({ page, baseURL }) => {
	const wrong = watch(page, baseURL!);
	await playThrough(page, () => expectSound(page));
	// R291: the accord as it is printed.
	await expectMarkedOnPaper(page);
	await press(page, 'Take a chair again');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('The summit');
	expect(wrong).toEqual([]);
});

test('R342: a summit that was begun is gone on with after its page was closed, and read again after its end', async ({
	page,
	context
}) => {
	await page.goto('/summit');
	await press(page, 'Take the chair of National Resilience Office');
	await ownTurn(page);
	await press(page, 'Make your statement');
	await ownTurn(page);
	await page.getByLabel('A measure', { exact: true }).selectOption({ index: 1 });
	await press(page, 'Add to the text');
	await ownTurn(page);
	const tabled = await page.getByText('tabled by National Resilience Office').count();
	expect(tabled).toBeGreaterThan(0);
	await page.close();

	const again = await context.newPage();
	await again.goto('/summit');
	await expect(again.getByText('National Resilience Office · Measures are tabled')).toBeVisible();
	await expectSound(again);
	await press(again, 'Go on with it');
	await expect(again.getByText('tabled by National Resilience Office')).toHaveCount(tabled);
	await ownTurn(again);
	await press(again, 'Begin to bargain');
	await ownTurn(again);
	const drafted = again.getByRole('region', { name: 'Your changes' });
	await again.locator('summary', { hasText: 'Read and change' }).first().click();
	await again.getByLabel('Begins later by').first().selectOption('12');
	await expect(drafted).toContainText(/The text would be worth/);
	const told = await drafted.innerText();
	await again.reload();
	await press(again, 'Go on with it');
	await ownTurn(again);
	expect(await drafted.innerText()).toBe(told);
	await press(again, 'Call the ballot');
	await press(again, 'Yes to this text');
	const votes = again.locator('ul.votes');
	const voted = await votes.innerText();
	const months = again.getByLabel('The next outages come after');
	await months.selectOption('24 months');
	await again.reload();
	await press(again, 'Look at it again');
	await expect(again.getByRole('heading', { name: 'The next outages' })).toBeVisible();
	expect(await votes.innerText()).toBe(voted);
	await expect(months).toHaveValue('24');
});

test.describe('on a phone', () => {
	test.use({ viewport: { width: 390, height: 844 } });

	test('the summit fits, from its door to its end', async ({ page }) => {
		await playThrough(page, () => expectSound(page));
		for (const link of await page.getByRole('navigation', { name: 'On this page' }).getByRole('link').all())
			await expect(page.locator((await link.getAttribute('href'))!)).toBeAttached();
	});
});
