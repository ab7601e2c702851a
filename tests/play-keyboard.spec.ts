import { expect, test } from '@playwright/test';
import {
	chosenDecisions,
	guide,
	hotWash,
	nextStop,
	openDecisions,
	preparing,
	runSlowly,
	straightOn,
	tabTo
} from './support/play-exercise.ts';
import { expectAccessible, watch } from './support/watch.ts';

test('an airline plays a whole exercise with the keyboard alone', async ({ page, baseURL }) => {
	const wrong = watch(page, baseURL!);
	const { keyboard } = page;
	await page.goto('/');
	await expectAccessible(page);
	await tabTo(page, page.getByRole('link', { name: 'July 2024: the update' }));
	await keyboard.press('Enter');

	const airline = page.getByRole('radio', { name: /^Altamark/ });
	await expect(airline).toBeVisible();
	await expectAccessible(page);
	await tabTo(page, page.getByRole('radio', { name: /^Corvane/ }));
	for (let n = 0; n < 7 && !(await airline.isChecked()); n++) await keyboard.press('ArrowDown');
	await tabTo(page, page.getByRole('button', { name: 'Go to the briefing' }));
	await keyboard.press('Enter');

	await expect(page.getByRole('heading', { level: 1, name: /Altamark/ })).toBeVisible();
	await expectAccessible(page);
	await keyboard.press('Control+Enter');
	await expect(guide(page)).toBeVisible();
	await expectAccessible(page);
	await keyboard.press('Escape');
	await expect(guide(page)).toHaveCount(0);

	await expect(preparing(page)).toBeVisible();
	await expectAccessible(page);
	await tabTo(page, openDecisions(page).first());
	await keyboard.press('Space');
	await expect(chosenDecisions(page)).toHaveCount(1);
	await keyboard.press('Space');
	await expect(chosenDecisions(page)).toHaveCount(0);
	await keyboard.press('Space');
	await expect(chosenDecisions(page)).toHaveCount(1);
	await keyboard.press('Control+Enter');

	let rounds = 0;
	let stop = await nextStop(page);
	await tabTo(page, page.getByRole('radio', { name: 'Even' }));
	await runSlowly(page, () => keyboard.press('ArrowLeft'));
	while (stop === 'question') {
		rounds++;
		if ((await openDecisions(page).count()) > 0) {
			await tabTo(page, openDecisions(page).first());
			await keyboard.press('Space');
			await expect(chosenDecisions(page).first()).toBeVisible();
			await tabTo(page, page.getByRole('textbox', { name: /^Why/ }).first());
			await keyboard.type(`Reason of round ${rounds}`);
			await tabTo(page, page.getByRole('radio', { name: /^1 of 5/ }).first());
			for (let n = 0; n < 3; n++) await keyboard.press('ArrowRight');
			await expect(page.getByRole('radio', { name: /^4 of 5/ }).first()).toBeChecked();
		}
		if (rounds <= 2) await expectAccessible(page);
		await keyboard.press('Control+Enter');
		await expect(straightOn(page)).toBeVisible();
		await keyboard.press('Control+Enter');
		stop = await nextStop(page);
	}
	expect(rounds).toBeGreaterThanOrEqual(5);
	await expect(hotWash(page)).toBeVisible();
	await expectAccessible(page);

	const worths = page.getByRole('region', { name: 'What each decision was worth' });
	await tabTo(page, worths.getByRole('button', { name: 'Work it out' }));
	await keyboard.press('Enter');
	await expect(worths.locator('.worths li.total')).toBeVisible();
	await tabTo(page, worths.getByRole('button', { name: 'Stop' }));
	await keyboard.press('Enter');
	await expect(worths.getByRole('status')).toContainText('Stopped.');
	await tabTo(page, worths.getByRole('combobox', { name: 'Measured by' }));
	await keyboard.press('ArrowDown');
	await expect(worths.locator('.worths li.total b')).not.toBeEmpty();
	await tabTo(page, worths.locator('summary'));
	await keyboard.press('Enter');
	await expect(worths.getByRole('columnheader', { name: 'Left out' })).toBeVisible();
	await expectAccessible(page);
	expect(wrong).toEqual([]);
});
