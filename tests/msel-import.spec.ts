import { expect, test, type Page } from '@playwright/test';
import { dropFile } from './support/narrow-page.ts';
import { PLANNERS_LIST } from './support/planners-list.ts';
import { expectAccessible, expectSoundOnScreens, watch } from './support/watch.ts';

const READY = { timeout: 60_000 };

// Whatever the clock of the device: times of a list are those that are said.
test.use({ actionTimeout: 30_000, timezoneId: 'Pacific/Auckland' });

const choose = (page: Page) => page.getByLabel(/Choose (a|another) list/);

test('R270: a list of injects asks what cannot be told, becomes a scenario of one’s own, and opens to be played', async ({
	page,
	baseURL
}) => {
	const wrong = watch(page, baseURL!);
	await page.goto('/help/scenarios');
	await page.getByRole('link', { name: 'Read it into a scenario' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Injects from a list' })).toBeVisible();
	await choose(page).setInputFiles({
		name: 'list.xlsx',
		mimeType: '',
		buffer: Buffer.from('PK no workbook')
	});
	await expect(page.getByText('list.xlsx is damaged')).toBeVisible(READY);
	await dropFile(page, 'our list.csv', PLANNERS_LIST);
	const questions = page.getByRole('region', { name: 'To be said' }).getByRole('listitem');
	await expect(questions.filter({ hasText: '“3/11/2026 09:40” may be two days' })).toBeVisible(READY);

	// Nothing is made of it before all is said.
	await page.getByRole('button', { name: 'Make the scenario and open it' }).click();
	await expect(page.getByText('Say first what has to be said above.')).toBeVisible();

	// Days that may be two; then they are not those of the scenario.
	await questions.filter({ hasText: 'may be two days' }).getByRole('combobox').selectOption('dayFirst');
	await expect(questions.filter({ hasText: 'lies after the exercise has ended' })).toBeVisible();
	await page.getByRole('button', { name: /Start at the list’s first time, 3 November 2026, 09:40/ }).click();
	await page.getByLabel('When the exercise starts, on those clocks').fill('2026-11-03T09:30');
	await page.getByLabel('When the exercise starts, on those clocks').press('Tab');
	// Who and how nobody knows, and a time that is none.
	await page.getByLabel('What “Harbour master” stands for').selectOption({ label: 'Everybody' });
	await page.getByLabel('What “Hospital network” stands for').selectOption({ label: 'Saint Alder Health' });
	await page.getByLabel('What “Pigeon” stands for').selectOption({ label: 'Phone call' });
	await page.getByLabel('Time of row 4').fill('T+90');
	await page.getByLabel('Time of row 4').press('Enter');
	await expect(page.getByText('3 injects can be taken over. Nothing is left to be said.')).toBeVisible();

	// What was read as what can be changed by hand, and what was said can be said otherwise.
	await page.getByLabel('What “Expected response” is read as').selectOption({ label: 'Nothing' });
	await expect(page.getByText('Expected: Open a major incident')).toHaveCount(0);
	await page.getByLabel('What “Expected response” is read as').selectOption({ label: 'Expected response' });
	await expect(page.getByText('Expected: Open a major incident')).toBeVisible();
	await page.getByLabel('What “Harbour master” stands for').selectOption({ label: 'Saint Alder Health' });
	const rows = page.getByRole('table', { name: 'Injects that are taken over' }).getByRole('row');
	await expect(rows.nth(1)).toContainText('00:10');
	await expect(rows.nth(2)).toContainText('Vote: Stop | Go on');
	await expect(rows.nth(3)).toContainText('01:30');
	await expectSoundOnScreens(page);

	const saving = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Save the injects as a part' }).click();
	expect((await saving).suggestedFilename()).toBe('injects.yaml');
	await page.getByLabel('Its name').fill('July with our list');
	await page.getByRole('button', { name: 'Make the scenario and open it' }).press('Enter');
	await page.waitForURL(/\/play\?scenario=/, READY);
	await expect(page.getByRole('combobox', { name: 'Scenario' }).locator('option:checked')).toHaveText(
		'July with our list',
		READY
	);
	await expectAccessible(page);
	expect(wrong).toEqual([]);
});
