import { expect, test, type Page } from '@playwright/test';
import { countPictures, settle } from './support/at-rest.ts';
import { isDeepRun } from './support/deep-run.ts';
import { guide, preparing, question } from './support/play-exercise.ts';
import { openCity, openMap, pixelsLike, seek } from './support/map-page.ts';
import { expectSound } from './support/watch.ts';

const view = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

interface Box {
	readonly name: string;
	readonly left: number;
	readonly top: number;
	readonly right: number;
	readonly bottom: number;
}

/** What is written on the map, and what lies over it, each with its place. */
function boxesOf(page: Page): Promise<{ labels: Box[]; texts: Box[]; panels: Box[]; picture: Box }> {
	return page.evaluate(() => {
		const boxes = (selector: string) =>
			[...document.querySelectorAll(selector)]
				.map((element) => ({ element, box: element.getBoundingClientRect() }))
				.filter(({ box }) => box.width > 0 && box.height > 0)
				.map(({ element, box: { left, top, right, bottom } }) => {
					return { name: element.textContent?.trim() ?? '', left, top, right, bottom };
				});
		return {
			labels: boxes('.room .label'),
			texts: boxes('.room > svg text'),
			panels: boxes(
				'.room .legend, .room .tools > *, .room .now > *, .play-clock .clock, .play-time .controls'
			),
			picture: boxes('.picture')[0]!
		};
	});
}

const overlap = (a: Box, b: Box) =>
	a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5;

async function expectClear(page: Page, leastLabels: number): Promise<void> {
	const { labels, texts, panels, picture } = await boxesOf(page);
	expect(labels.length).toBeGreaterThanOrEqual(leastLabels);
	const hidden: string[] = [];
	labels.forEach((label, i) => {
		for (const other of [...labels.slice(i + 1), ...panels])
			if (overlap(label, other)) hidden.push(`${label.name} | ${other.name}`);
		const { left, top, right, bottom } = label;
		if (left < picture.left || top < picture.top || right > picture.right || bottom > picture.bottom)
			hidden.push(`${label.name} | the edge`);
	});
	for (const text of texts)
		for (const other of [...labels, ...panels])
			if (overlap(text, other)) hidden.push(`${text.name} | ${other.name}`);
	expect(hidden).toEqual([]);
}

/** One pixel of the canvas for one of the screen. */
async function expectSharp(page: Page): Promise<void> {
	const { drawn, shown } = await page.locator('.picture').evaluate((picture) => {
		const { width, height } = picture.querySelector('canvas')!;
		const { clientWidth, clientHeight } = picture;
		const density = window.devicePixelRatio;
		return { drawn: [width, height], shown: [clientWidth * density, clientHeight * density].map(Math.round) };
	});
	expect(drawn).toEqual(shown);
}

const MOMENTS = [
	[0, '04:00'],
	[70, '05:1'],
	[2000, 'Sat']
] as const;

// A software card takes minutes over the largest: it is for the deep run, with the minute that has most to read.
for (const [width, height, leastLabels, moments] of [
	[1280, 720, 4, MOMENTS],
	[390, 844, 2, MOMENTS],
	[1920, 1080, 5, isDeepRun ? MOMENTS : MOMENTS.slice(1, 2)],
	...(isDeepRun ? ([[3840, 2160, 5, MOMENTS.slice(1, 2)]] as const) : [])
] as const) {
	test(`at ${width} × ${height} no name lies over another or under a panel, and the key opens and closes`, async ({
		page
	}) => {
		await page.setViewportSize({ width, height });
		await page.emulateMedia({ reducedMotion: 'reduce' });
		await openMap(page);
		for (const [minute, clock] of moments) {
			await seek(page, minute, clock);
			await expectClear(page, leastLabels);
		}
		await expectSharp(page);
		const legend = page.locator('.legend');
		const isOpen = await view(page, 'Less').isVisible();
		const heightOf = async () => (await legend.boundingBox())!.height;
		const before = await heightOf();
		await view(page, isOpen ? 'Less' : 'Key').click();
		await settle(page);
		expect((await heightOf()) < before).toBe(isOpen);
		await expectClear(page, leastLabels - 1);
		await expectSound(page);
	});
}

test('pictures are sharp on a phone of high density, and after it was turned', async ({
	browser,
	baseURL
}) => {
	// The screens above have a density of 1; a phone's is the highest.
	const context = await browser.newContext({
		viewport: { width: 390, height: 844 },
		deviceScaleFactor: 3,
		baseURL: baseURL!
	});
	const page = await context.newPage();
	await openMap(page);
	await expectSharp(page);
	await page.setViewportSize({ width: 844, height: 390 });
	await settle(page);
	await expectSharp(page);
	await expectClear(page, 1);
	await page.setViewportSize({ width: 390, height: 844 });
	await settle(page);
	await expectSharp(page);
	await context.close();
});

/** A security vendor that ships in two rings, at its first question. */
async function playInRings(page: Page): Promise<void> {
	await countPictures(page);
	await page.goto('/play');
	await page.getByRole('button', { name: 'Go to the briefing' }).click();
	await page.getByRole('button', { name: 'Go to preparation' }).click();
	await guide(page).getByRole('button', { name: 'Dismiss' }).click();
	await expect(preparing(page)).toBeVisible();
	await page.getByRole('heading', { name: 'Ship content in two waves' }).click();
	await expect(page.getByRole('checkbox', { name: /two waves/ })).toBeChecked();
	await page.keyboard.press('Control+Enter');
	await expect(question(page)).toBeVisible();
	await expect(page.locator('.picture canvas')).toBeVisible();
	await settle(page);
}

/** An open ring's circle: ink that lets a little of the ground through. */
const CIRCLE = [0xd1, 0xcd, 0xc4] as const;

test('rings of the release stand at places as they open, and key, table and a city’s panel say so', async ({
	page,
	browser
}) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await playInRings(page);
	const key = page.locator('.legend');
	await expect(key).toContainText(/Rings open\s*1 of 2/);
	await expectClear(page, 2);
	await expect(page.locator('.room .caption')).toHaveText(
		'The exercise’s view. On the day nobody saw all this.'
	);
	const circles = () => pixelsLike(page, browser, CIRCLE, 110);
	const withRings = await circles();
	await page.getByRole('slider', { name: 'Time of the run' }).press('Home');
	await expect(key).not.toContainText('Rings open');
	await settle(page);
	expect(withRings).toBeGreaterThan((await circles()) + 100);
	await page.getByRole('slider', { name: 'Time of the run' }).press('End');
	await expect(key).toContainText('Rings open');
	await view(page, 'Key').click();
	await expect(key).toContainText('Circles: Corvane’s rings, opening from inside out');
	await expect(key).toContainText('Thin: still to come');
	await openCity(page, 'New York');
	await expect(page.getByRole('region', { name: 'New York' })).toContainText(
		/Ring 1 of 2 is open: 25.% of Corvane’s hosts here/
	);
	await view(page, 'Close').click();
	await view(page, 'Table').click();
	await expect(page.locator('.twin')).toContainText(/Ring 1 of 2 is open since 04:09: 25.% of Corvane’s/);
	await expect(page.locator('.twin')).toContainText('The exercise’s view. On the day nobody saw all this.');
	await expectSound(page);
});

test('in play the states show what moves along each line, of everybody and of one city', async ({ page }) => {
	await playInRings(page);
	await view(page, 'States').click();
	const rates = page.locator('.chart .rate');
	await expect(rates.first()).toBeVisible();
	await expect(page.getByText(/hosts a minute, over the last 1\d minutes/)).toBeVisible();
	const all = await rates.allTextContents();
	await page.getByLabel('City').selectOption({ label: 'Sydney' });
	await expect.poll(() => rates.allTextContents()).not.toEqual(all);
	await expect(rates.first()).toBeVisible();
	await expectSound(page);
	await view(page, 'Rollout').click();
	await expect(page.locator('.state.full')).toHaveText(/1 ring open/);
	// Decisions are there again once the map is.
	await view(page, 'Map').click();
	await expect(question(page)).toBeVisible();
});

test('without WebGL, rings of the release and dials at places are drawn too', async ({ page, browser }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await page.addInitScript(() => {
		for (const canvas of [HTMLCanvasElement, OffscreenCanvas]) {
			const get = canvas.prototype.getContext as (...all: unknown[]) => unknown;
			canvas.prototype.getContext = function (this: unknown, ...all: unknown[]) {
				return String(all[0]).startsWith('webgl') ? null : get.apply(this, all);
			} as never;
		}
	});
	await playInRings(page);
	await expect(page.getByText(/runs no WebGL/)).toBeVisible();
	const circles = () => pixelsLike(page, browser, CIRCLE, 110);
	const withRings = await circles();
	const slider = page.getByRole('slider', { name: 'Time of the run' });
	await slider.press('Home');
	await expect(page.locator('.legend')).not.toContainText('Rings open');
	await settle(page);
	const without = await circles();
	expect(withRings).toBeGreaterThan(without + 100);
	await view(page, 'Show').click();
	await page.getByRole('checkbox', { name: 'Hospitals' }).check();
	await view(page, 'Done').click();
	await settle(page);
	expect(await circles()).toBeGreaterThan(without + 100);
});

test('a person who chooses a seat sees where its hosts stand, in a picture and in words', async ({
	page
}) => {
	await page.goto('/play');
	await expect(page.getByRole('button', { name: 'Go to the briefing' })).toBeVisible();
	const world = page.locator('figure');
	await expect(world).toContainText(/30\.0\smillion hosts run Corvane’s agent, most in New York/);
	await expect(world.locator('canvas')).toHaveCount(1);
	await page.getByRole('radio', { name: /Altamark/ }).check();
	await expect(world).toContainText('Altamark Airways: 20,000 hosts in 6 cities, most in Atlanta');
	await expect(world.locator('.marks circle')).toHaveCount(6);
	await page.getByRole('radio', { name: /^Tessaly/ }).check();
	await expect(world).toContainText('None of them is yours');
	await expect(world.locator('.marks circle')).toHaveCount(0);
	await expectSound(page);
});

test('where no canvas is drawn, the seat’s hosts are told in words alone', async ({ page }) => {
	await page.addInitScript(() => {
		for (const canvas of [HTMLCanvasElement, OffscreenCanvas])
			canvas.prototype.getContext = function () {
				return null;
			} as never;
	});
	await page.goto('/play');
	const world = page.locator('figure');
	await expect(world).toContainText(/hosts run Corvane’s agent/);
	await expect(world.locator('canvas')).toHaveCount(0);
});
