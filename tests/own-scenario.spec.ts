import { expect, test, type Page } from '@playwright/test';
import { exampleScenario } from '../src/lib/scenario/example.ts';
import { expectAccessible, watch } from './support/watch.ts';

test.use({ serviceWorkers: 'allow' });

const READY = { timeout: 60_000 };
const TEXT = exampleScenario('Lindenhof morning');

const file = (text: string) => ({
	name: 'mine.yaml',
	mimeType: 'application/yaml',
	buffer: Buffer.from(text)
});
const picker = (page: Page) => page.getByRole('combobox', { name: 'Scenario' });

async function add(page: Page, text: string): Promise<void> {
	const open = page.getByRole('button', { name: 'Your own scenario' });
	if ((await open.getAttribute('aria-expanded')) === 'false') await open.click();
	await page.getByLabel('Add a scenario file').setInputFiles(file(text));
}

test('R230: an author’s file says what is wrong with it, is played alone without a network, stays, and is on the map', async ({
	page,
	context,
	baseURL
}) => {
	test.setTimeout(180_000);
	const wrong = watch(page, baseURL!);
	// What a page asks of a network that is not there.
	const isOffline = (what: string) => what.includes('ERR_INTERNET_DISCONNECTED');
	await page.goto('/play');
	await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null), READY).toBe(true);

	await add(page, TEXT.replace('value: at-once', 'value: at-ones'));
	await expect(page.getByText(/line \d+: .*at-ones.*Did you mean 'at-once'\?/)).toBeVisible(READY);

	await context.setOffline(true);
	await add(page, TEXT);
	await expect(picker(page).locator('option:checked')).toHaveText('Lindenhof morning', READY);
	await expect(page.getByRole('radio', { name: /Lindenhof Clinics/ })).toBeVisible(READY);
	await expectAccessible(page);
	await page.getByRole('radio', { name: /Lindenhof Clinics/ }).check();
	await page.getByRole('button', { name: 'Go to the briefing' }).click();
	await expect(page.getByRole('heading', { level: 1, name: /Lindenhof/ })).toBeVisible(READY);
	await page.getByRole('button', { name: 'Go to preparation' }).click();
	await expect(page.getByText('Rehearse a morning on paper')).toBeVisible(READY);

	// Kept: the run after a reload, and the scenario in the list of every page that plays one.
	await page.reload();
	await expect(page.getByText('Rehearse a morning on paper')).toBeVisible(READY);
	await page.goto('/map');
	await picker(page).selectOption({ label: 'Lindenhof morning' });
	await expect(page.getByText(/Tue 9 Mar|9 March|06:00/).first()).toBeVisible(READY);
	await expect(page.getByRole('alert')).toHaveCount(0);

	// Removed, once the person has been told what becomes of its run, it is offered no more.
	await page.goto('/play');
	await page.getByRole('button', { name: 'Your own scenario' }).click();
	await page.getByRole('button', { name: 'Remove ‘Lindenhof morning’ from this device' }).click();
	await expect(page.getByText('1 unfinished run of it can then be looked at')).toBeVisible();
	await page.getByRole('button', { name: 'Remove ‘Lindenhof morning’ for good' }).click();
	await expect(picker(page).getByRole('option', { name: 'Lindenhof morning' })).toHaveCount(0);
	await context.setOffline(false);
	expect(wrong.filter((one) => !isOffline(one))).toEqual([]);
});

test('R232: the page for authors is read in the help, with keys, levers and an example', async ({ page }) => {
	await page.goto('/help/scenarios');
	await expectAccessible(page);
	await expect(page.getByRole('table', { name: 'Levers' }).getByRole('row')).not.toHaveCount(1);
	await page.getByText('Decisions, messages, lengths, votes').click();
	await expect(page.getByText('decisions[].effects[].set', { exact: true })).toBeVisible();
});
