import { expect, test } from '@playwright/test';
import { mainAction } from './support/play-exercise.ts';
import { watch } from './support/watch.ts';
import { translatePage } from './support/page-translation.ts';

const READY = { timeout: 60_000 };

test('under page translation figures and clock stay live, prose is translated, and nothing breaks', async ({
	page,
	baseURL
}) => {
	test.setTimeout(180_000);
	const wrong = watch(page, baseURL!);
	await page.goto('/play');
	await page.locator('.go .button.main').click(READY);
	await page.locator('footer.go .button.main').click(READY);
	await expect(page.getByRole('dialog')).toBeVisible(READY);
	await page.keyboard.press('Escape');
	await expect(mainAction(page)).toBeVisible();
	await translatePage(page);
	const question = page.locator('.play-decisions h2').filter({ hasText: 'What do you' });
	await mainAction(page).click();
	await expect(question).toBeVisible(READY);

	const clock = page.locator('.clock time').first();
	const down = page.locator('.play-figures dd').first();
	const [time, figure] = [await clock.textContent(), (await down.textContent())!];
	// Until crashed hosts are there to be seen.
	for (let n = 0; n < 2; n++) {
		await page.keyboard.press('Control+Enter');
		await page.keyboard.press('Control+Enter');
		await expect(clock).not.toHaveText(time!);
		await expect(question).toBeVisible(READY);
	}
	await expect(down).not.toHaveText(figure);
	await expect(clock).not.toContainText('«');
	// What is said in prose is of now, and translated.
	await page.keyboard.press('F2');
	const sentence = page.locator('.play-place').getByText(/down/).first();
	await expect(sentence).toContainText('«');
	await expect(page.locator('.play-place')).not.toContainText('No host is down');
	// Nothing of an earlier round is left beside what stands now.
	await expect(page.locator('.play-decisions h2')).toHaveCount(1);
	await expect(page.locator('.play-bar [aria-current=step]')).toHaveText(/^«?[^«]*round 3[^«]*»?$/);
	expect(wrong).toEqual([]);
});
