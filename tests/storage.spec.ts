import { expect, test, type Page } from '@playwright/test';
import { chosenDecisions, guide, openDecisions, preparing } from './support/play-exercise.ts';

/* A run outlives its storage, and goes on in one tab. */

const READY = { timeout: 60_000 };

/** Opens a run of the bank's in its preparation. */
async function begin(page: Page): Promise<void> {
	await page.goto('/play');
	await page.getByRole('radio', { name: /^Harrow and Lund/ }).click({ ...READY, force: true });
	await page.getByRole('button', { name: 'Go to the briefing' }).click();
	await page.getByRole('button', { name: 'Go to preparation' }).click(READY);
	await guide(page).getByRole('button', { name: 'Dismiss', exact: true }).click(READY);
	await expect(preparing(page)).toBeVisible(READY);
}

async function decide(page: Page, already = 0): Promise<void> {
	await openDecisions(page).first().click({ force: true });
	await expect(chosenDecisions(page)).toHaveCount(already + 1, READY);
}

const elsewhere = (page: Page) => page.locator('.notices').getByText('goes on in another tab or window');

test('a database that is deleted while a run is open has the whole run again with the next decision', async ({
	page
}) => {
	test.setTimeout(120_000);
	await begin(page);
	await decide(page);
	await page.evaluate(
		() =>
			new Promise((resolve, reject) => {
				const deletion = indexedDB.deleteDatabase('patchfall');
				deletion.onsuccess = resolve;
				deletion.onerror = reject;
			})
	);
	await decide(page, 1);
	await page.reload();
	await expect(preparing(page)).toBeVisible(READY);
	await expect(chosenDecisions(page)).toHaveCount(2, READY);
});

test('a connection that dies is opened again, and nothing is said', async ({ page }) => {
	test.setTimeout(120_000);
	await page.route(/room\.worker/, async (route) => {
		const response = await route.fetch();
		const dying = `{
			const { transaction } = IDBDatabase.prototype;
			let first = null;
			IDBDatabase.prototype.transaction = function (...args) {
				first ??= this;
				if (this === first && args[1] === 'readwrite' && this.isUsed) this.close();
				if (args[1] === 'readwrite') this.isUsed = true;
				return transaction.apply(this, args);
			};
		}`;
		await route.fulfill({ response, body: `${dying}\n${await response.text()}` });
	});
	await begin(page);
	await decide(page);
	await expect(page.locator('.notices').getByText('Not saved')).toHaveCount(0);
	await page.reload();
	await expect(chosenDecisions(page)).toHaveCount(1, READY);
});

test('one run in two tabs is said at once in both, and is taken back only when the person wants it', async ({
	page,
	context
}) => {
	test.setTimeout(180_000);
	await begin(page);
	await decide(page);
	const other = await context.newPage();
	await other.goto(page.url());
	await expect(elsewhere(page)).toBeVisible(READY);
	await expect(other.locator('.notices').getByText('It goes on here now')).toBeVisible(READY);
	await decide(other, 1);

	// A look at the older tab takes nothing.
	await page.bringToFront();
	await expect(elsewhere(page)).toBeVisible();
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Save what is here' }).click();
	expect((await download).suggestedFilename()).toMatch(/\.log\.json$/);
	await page.getByRole('button', { name: 'Take it back here' }).click();
	await expect(chosenDecisions(page)).toHaveCount(2, READY);
	await expect(elsewhere(other)).toBeVisible(READY);
	await expect(elsewhere(page)).toHaveCount(0);
});

test('the address of a run of another device says where the run is', async ({ page }) => {
	await page.goto('/play?run=0123456789abcdef01234567');
	await expect(
		page.locator('.notices').getByText('kept on the device where it was played: save its log there')
	).toBeVisible(READY);
});
