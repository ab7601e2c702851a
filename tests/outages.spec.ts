import { expect, test, type Page } from '@playwright/test';
import { outagesCome } from './support/driven-outages.ts';
import { negotiate, press } from './support/summit-page.ts';
import { expectSound, watch } from './support/watch.ts';

/** Long enough for shocks on a busy machine; nothing waits for it when they come sooner. */
const RUNS = { timeout: 90_000 };
/** Themes come once the curves are near enough, or after some fifteen hundred runs. */
const MANY_RUNS = { timeout: 600_000 };

function section(page: Page) {
	return page.getByRole('region', { name: 'The next outages' });
}

/** First figures, then stopped, one kind of shock by itself, and on again. */
async function lookInto(page: Page): Promise<void> {
	const outages = section(page);
	await expect(outages.getByRole('heading', { name: 'Shock by shock' })).toBeVisible(RUNS);
	await expect(outages.getByText('Given a shock,')).toBeVisible();
	await press(page, 'Stop');
	await expect(outages.getByText('Stopped.')).toBeVisible();
	await expect(outages.getByRole('table').first()).toContainText('Nothing agreed');
	const show = outages.getByRole('combobox', { name: /^Show/ });
	await show.focus();
	await show.selectOption('kind:attack');
	await expect(
		outages.getByRole('img', { name: /^Attackers are faster than the answer to them\./ })
	).toBeVisible();
}

/** The same shock in both worlds: played, held, moved by keys, and as a table. */
async function watchTwoMaps(page: Page): Promise<void> {
	const maps = section(page).getByRole('region', { name: 'One shock in two worlds' });
	const pictures = maps.getByRole('img', { name: /computers out of order/ });
	await expect(pictures).toHaveCount(2, RUNS);
	const time = maps.getByRole('slider', { name: 'Time since the shock came' });
	await press(page, 'Play both maps');
	await press(page, 'Pause both maps');
	await time.focus();
	await page.keyboard.press('End');
	await expect(time).toHaveAttribute('aria-valuetext', /later$/);
	await page.keyboard.press('Home');
	await expect(time).toHaveValue('0');
	for (let n = 0; n < 12; n++) await page.keyboard.press('ArrowRight');
	await expect(time).toHaveAttribute('aria-valuetext', /; 60 minutes later$/);
	await maps.locator('summary', { hasText: 'Both worlds as figures' }).click();
	await expect(maps.getByRole('table')).toContainText('60 minutes');
	await maps.getByRole('combobox', { name: /^Kind of shock/ }).selectOption('platform-agent');
	await expect(maps.getByRole('status')).toHaveText(/^Shock \d+ of this kind$/, RUNS);
	await expect(pictures).toHaveCount(2);
}

/** R336: after other months all is worked out anew, and says so. */
async function lookAfterOtherMonths(page: Page): Promise<void> {
	const outages = section(page);
	const said = (months: number) => outages.getByText(new RegExp(`^${months} months later the accord`));
	await expect(said(36)).toBeVisible();
	const after = outages.getByRole('combobox', { name: 'The next outages come after' });
	await after.focus();
	await after.selectOption('12 months');
	await expect(said(12)).toBeVisible(RUNS);
	await expect(outages.getByRole('heading', { name: 'Shock by shock' })).toBeVisible(RUNS);
	await expect(outages.getByText(/^Comes after 12 months, /)).toBeVisible(RUNS);
}

test('R268: one person goes from a summit to the next outages by keyboard, and axe finds nothing', async ({
	page,
	baseURL
}) => {
	test.slow();
	const wrong = watch(page, baseURL!);
	await negotiate(page);
	await lookInto(page);
	await watchTwoMaps(page);
	await expectSound(page);
	await press(page, 'Go on');
	await expect(
		section(page).getByRole('list', { name: 'By theme' }).or(section(page).getByText('there are two worlds'))
	).toBeVisible(MANY_RUNS);
	await expect(page.getByRole('heading', { name: 'What was in fact agreed and done' })).toBeVisible();
	expect(wrong).toEqual([]);
});

test('R309: while shocks are run the page goes on answering', async ({ page, baseURL }) => {
	test.slow();
	const most = await outagesCome(
		{
			goTo: async (url) => void (await page.goto(url)),
			run: (script, ...args) =>
				page.evaluate(`(function () { ${script} }).apply(null, ${JSON.stringify(args)})`)
		},
		baseURL!
	);
	test.info().annotations.push({ type: 'longest wait for the page', description: `${Math.round(most)} ms` });
});

test.describe('on a phone', () => {
	test.use({ viewport: { width: 390, height: 844 } });

	test('R268: the next outages fit, curves and tables alike', async ({ page }) => {
		test.slow();
		await negotiate(page);
		await lookInto(page);
		await watchTwoMaps(page);
		await lookAfterOtherMonths(page);
		await expectSound(page);
	});
});
