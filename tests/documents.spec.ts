import { expect, test, type Page } from '@playwright/test';
import { FILE_NAMES, NEEDS_SUMMIT, type DocumentId } from '../src/lib/documents/document-ids.ts';
import { closeContexts } from './support/close-contexts.ts';
import { saveEveryDocument } from './support/every-document.ts';
import { expectMarkedOnPaper } from './support/on-paper.ts';
import { hotWash } from './support/play-exercise.ts';
import { keepAsVersion1, runOfVersion1 } from './support/stored-runs.ts';
import { watch } from './support/watch.ts';
import { goOn, mainAction, openRoom } from './support/workshop-room.ts';

test.afterEach(closeContexts);

const WITHOUT_SUMMIT = Object.entries(FILE_NAMES).flatMap(([id, files]) =>
	NEEDS_SUMMIT.includes(id as DocumentId) ? [] : [...files]
);

/** A run that has ended, played by an airline alone. */
async function keepEndedRun(page: Page): Promise<void> {
	await page.goto('/healthz');
	await keepAsVersion1(page, [runOfVersion1('ended', 'format-1-solo-airline.log.json')]);
}

async function openHotWash(page: Page): Promise<void> {
	await page.goto('/');
	const run = page.getByRole('listitem').filter({ hasText: 'Airline ended' });
	await run.getByRole('link', { name: 'Hot wash' }).click();
	await expect(hotWash(page)).toContainText('of the harm that comes when nobody decides');
}

test('R289: every document of a room is made at its desk, opens, and is in the ZIP of all', async ({
	browser,
	baseURL
}) => {
	test.slow();
	const { page } = await openRoom(browser, baseURL!);
	const wrong = watch(page, baseURL!);
	await goOn(page, /^Start the briefing/);
	await goOn(page, /^Open preparation/);
	await goOn(page, /^Close preparation and run/);
	await expect(mainAction(page)).toHaveText(/^Open decisions/);
	await page.getByRole('button', { name: 'End exercise' }).click();
	await page.getByRole('dialog').getByRole('button', { name: /^End/ }).click();
	expect(await saveEveryDocument(page)).toEqual(WITHOUT_SUMMIT);
	expect(wrong).toEqual([]);
});

test('R289: after a run alone every document is made, opens, and is in the ZIP of all', async ({
	page,
	baseURL
}) => {
	test.slow();
	await keepEndedRun(page);
	const wrong = watch(page, baseURL!);
	await openHotWash(page);
	expect(await saveEveryDocument(page)).toEqual(WITHOUT_SUMMIT);
	// The bare page of before names no icon, so that a browser asks for this one.
	expect(wrong.filter((one) => !one.includes('/favicon.ico'))).toEqual([]);
});

test('R291: a hot wash on paper carries the exercise marking on each sheet', async ({ page }) => {
	await keepEndedRun(page);
	await openHotWash(page);
	await expectMarkedOnPaper(page);
});
