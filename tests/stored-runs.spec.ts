import { expect, test, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import {
	chosenDecisions,
	commitAndGoOn,
	guide,
	hotWash,
	presentStep,
	question
} from './support/play-exercise.ts';
import {
	keepAsVersion1,
	keepWithOtherContent,
	keptOf,
	OTHER_CONTENT,
	runOfVersion1,
	type RunOfVersion1
} from './support/stored-runs.ts';

/*
 * A run of every format there has been opens, with the right word: what can be played on is, what has ended shows what
 * it came to, and of everything the log can be saved.
 */

const ENDED = 'format-1-solo-airline.log.json';
const UNFINISHED = 'format-1-solo-unfinished.log.json';
/** Of the world at the end of a run. */
const END_STATE = /\b[0-9a-f]{16}\b/;
const EARLIER = 'Played with an earlier version';

async function keepRuns(page: Page, runs: readonly RunOfVersion1[]): Promise<void> {
	await page.goto('/healthz');
	await keepAsVersion1(page, runs);
}

/** A run in the list of the home page, which is opened. */
async function listed(page: Page, runId: string) {
	await page.goto('/');
	const run = page.getByRole('listitem').filter({ hasText: `Airline ${runId}` });
	await expect(run).toBeVisible();
	return run;
}

/** The log that a press of a button saves. */
async function savedBy(page: Page, button: string) {
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: button }).first().click();
	return JSON.parse(readFileSync(await (await download).path(), 'utf8')) as {
		readonly version: number;
		readonly events: readonly { readonly type: string; readonly contentHash?: string }[];
	};
}

test('a run of format 1 that has ended has its hot wash, and keeps it when the scenario changes', async ({
	page
}) => {
	await keepRuns(page, [runOfVersion1('ended', ENDED)]);
	const run = await listed(page, 'ended');
	await expect(run.getByText(EARLIER)).toHaveCount(0);
	await run.getByRole('link', { name: 'Hot wash' }).click();
	const endState = END_STATE.exec((await page.getByText(END_STATE).first().textContent())!)![0];
	await expect(page.locator('.notices')).toHaveCount(0);
	await expect.poll(() => keptOf(page, 'ended')).toEqual({ format: 2, hasResults: true });
	await expect(page.getByText('Runs with one decision changed are being computed')).toHaveCount(0);
	const finding = (await hotWash(page).textContent())!;
	expect(finding).toContain('of the harm that comes when nobody decides');

	await page.goto('/healthz');
	await keepWithOtherContent(page, 'ended');
	await (await listed(page, 'ended')).getByRole('link', { name: 'Hot wash' }).click();
	await expect(page.locator('.notices')).toContainText(
		/As computed then\..*not played on.*has changed since/
	);
	await expect(hotWash(page)).toHaveText(finding.trim());
	await expect(page.getByText(endState)).toBeVisible();
	const log = await savedBy(page, 'Save what is here');
	expect([log.version, log.events[0]!.contentHash]).toEqual([2, OTHER_CONTENT]);
});

test('a run of format 1 that has not ended goes on where it was left, until its scenario is another', async ({
	page
}) => {
	await keepRuns(page, [runOfVersion1('under way', UNFINISHED)]);
	const run = await listed(page, 'under way');
	await expect(run.getByText(EARLIER)).toHaveCount(0);
	await run.getByRole('link', { name: 'Continue' }).click();
	await guide(page).getByRole('button', { name: 'Dismiss', exact: true }).click();
	await expect(question(page)).toBeVisible();
	await expect(page.locator('.play-clock')).toContainText('06:30');
	await expect(chosenDecisions(page)).toHaveCount(2);
	const before = await presentStep(page).textContent();
	await commitAndGoOn(page);
	expect(await presentStep(page).textContent()).not.toBe(before);
	await expect.poll(() => keptOf(page, 'under way')).toMatchObject({ format: 2 });

	await page.goto('/healthz');
	await keepWithOtherContent(page, 'under way');
	const earlier = await listed(page, 'under way');
	await expect(earlier.getByText(EARLIER)).toBeVisible();
	await expect(earlier.getByRole('link', { name: 'Continue' })).toHaveCount(0);
	await earlier.getByRole('link', { name: 'Show' }).click();
	await expect(page.getByRole('heading', { name: /can be read, not played$/ })).toBeVisible();
	const log = await savedBy(page, 'Save its log');
	expect([log.version, log.events[0]!.contentHash]).toEqual([2, OTHER_CONTENT]);
});

test('a run of format 1 with another scenario or other physics is shown for what it is, and its log saved', async ({
	page
}) => {
	await keepRuns(page, [
		runOfVersion1('of other content', UNFINISHED, { contentHash: OTHER_CONTENT }),
		runOfVersion1('of other physics', ENDED, { engineVersion: '2' })
	]);
	const unfinished = await listed(page, 'of other content');
	await expect(unfinished.getByText(EARLIER)).toBeVisible();
	await unfinished.getByRole('link', { name: 'Show' }).click();
	const readOnly = page.getByRole('heading', { name: /can be read, not played$/ });
	await expect(readOnly).toBeVisible();
	const log = await savedBy(page, 'Save its log');
	expect([log.version, log.events.length]).toEqual([1, 163]);

	// Before results were kept there was one figure.
	const ended = await listed(page, 'of other physics');
	await ended.getByRole('link', { name: 'Hot wash' }).click();
	await expect(readOnly).toBeVisible();
	await expect(page.getByText('0.50, the record 0.25')).toBeVisible();
	expect((await savedBy(page, 'Save its log')).version).toBe(1);
});
