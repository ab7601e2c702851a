import { expect, test, type Page } from '@playwright/test';
import { settle } from './support/at-rest.ts';
import { isDeepRun } from './support/deep-run.ts';
import {
	BLUE,
	GREEN,
	goToCity,
	onlyPoints,
	openCity,
	openMap,
	pixelsLike,
	seek
} from './support/map-page.ts';
import { expectAccessible, watch } from './support/watch.ts';
import { countOnCard, expectNothingLeft, OFTEN, whatLives } from './support/what-lives.ts';

const figure = (text: string | null) => Number((text ?? '').replace(/[^\d]/g, ''));
const view = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test('cities turn blue when their hosts crash and green when they are back, and elsewhere nothing does', async ({
	page,
	browser,
	baseURL
}) => {
	const wrong = watch(page, baseURL!);
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await openMap(page);
	await onlyPoints(page);
	for (const [city, isHit] of [
		['Sydney', true],
		['London', true],
		['Shanghai', false]
	] as const) {
		await seek(page, 0, '04:00');
		await goToCity(page, city);
		expect(await pixelsLike(page, browser, BLUE), `${city} before`).toBe(0);
		await seek(page, 80, '05:2');
		const during = await pixelsLike(page, browser, BLUE);
		if (isHit) expect(during, `${city} during`).toBeGreaterThan(150);
		await seek(page, 14_000, 'Sun');
		const [blue, green] = [await pixelsLike(page, browser, BLUE), await pixelsLike(page, browser, GREEN)];
		if (isHit) {
			expect(blue, `${city} after`).toBeLessThan(during / 3);
			expect(green, `${city} after`).toBeGreaterThan(100);
		} else expect(during, `${city} during`).toBeLessThan(100);
	}
	expect(wrong).toEqual([]);
});

test('label, panel, table and statechart say the same number, and a moved filter changes none', async ({
	page
}) => {
	await openMap(page);
	await seek(page, 70, '05:1');
	const label = page.locator('.label', { hasText: 'New York' }).locator('.count');
	const onMap = figure(await label.textContent());
	expect(onMap).toBeGreaterThan(100_000);
	await openCity(page, 'New York');
	expect(figure(await page.locator('.panel .sum strong').textContent())).toBe(onMap);
	for (const split of ['Sector', 'Kind', 'Vendor']) {
		await view(page, split).click();
		const cells = await page.locator('.panel tbody tr td:nth-child(2)').allTextContents();
		expect(cells.map(figure).reduce((a, b) => a + b, 0)).toBe(onMap);
	}
	const legend = await page.locator('.legend dd').allTextContents();
	await view(page, 'Show').click();
	await page.getByLabel('Sector').selectOption({ label: 'Hospitals' });
	await settle(page);
	expect(await page.locator('.legend dd').allTextContents()).toEqual(legend);
	await view(page, 'Show').click();

	await view(page, 'Table').click();
	const row = page.getByRole('row', { name: /^New York, / });
	expect(figure(await row.getByRole('cell').first().textContent())).toBe(onMap);
	const ends = page.getByRole('row', { name: /^All / });
	const all = figure(await ends.first().getByRole('cell').first().textContent());
	for (const caption of ['By region', 'By sector']) {
		const table = page.getByRole('table', { name: caption });
		const cells = await table.locator('tbody tr td:nth-child(2)').allTextContents();
		expect(cells.map(figure).reduce((a, b) => a + b, 0)).toBe(all);
	}
	await view(page, 'States').click();
	const counts = page.locator('.state.full .count');
	await expect(counts.first()).toBeVisible();
	const hosts = (await counts.allTextContents()).map(figure);
	expect(hosts.reduce((a, b) => a + b, 0)).toBe(210_000_000);
});

test('everything is there by keyboard alone, and axe finds nothing in any of the three views', async ({
	page
}) => {
	await openMap(page);
	await seek(page, 70, '05:1');
	await page.locator('.picture').focus();
	const before = await page.locator('.label').first().getAttribute('style');
	for (const key of ['+', '+', 'ArrowLeft', 'ArrowDown']) await page.keyboard.press(key);
	await settle(page);
	expect(await page.locator('.label').first().getAttribute('style')).not.toBe(before);
	await page.keyboard.press('n');
	await expect(page.locator('.panel h2')).toBeVisible();
	await expectAccessible(page);
	await page.keyboard.press('Escape');
	await expect(page.locator('.panel')).toHaveCount(0);
	await page.keyboard.press('t');
	await expect(page.locator('.twin')).toBeFocused();
	await expect(page.locator('.twin .sentence')).toHaveText(/million hosts down; worst: /);
	await expectAccessible(page);
	await page.keyboard.press('s');
	await expect(page.getByRole('heading', { name: 'What a host can do' })).toBeVisible();
	await expect(page.locator('.state')).toHaveCount(11);
	await expectAccessible(page);
	await view(page, 'Rollout').click();
	await expect(page.locator('.state.full')).toHaveText(/1 ring open/);
	await view(page, 'Map').click();
	await view(page, 'Show').click();
	await expectAccessible(page);
});

test('two fingers come closer, one finger moves, and a phone has everything within its width', async ({
	browser
}) => {
	const context = await browser.newContext({
		viewport: { width: 390, height: 844 },
		hasTouch: true,
		isMobile: true
	});
	const page = await context.newPage();
	await openMap(page);
	const points = page.getByText(/^1 point = /);
	const before = figure(await points.textContent());
	const touch = await context.newCDPSession(page);
	const send = (type: string, touchPoints: { x: number; y: number; id: number }[]) =>
		touch.send('Input.dispatchTouchEvent', { type: type as 'touchStart', touchPoints });
	for (let pinch = 0; pinch < 5; pinch++) {
		await send('touchStart', [
			{ x: 180, y: 300, id: 0 },
			{ x: 210, y: 300, id: 1 }
		]);
		for (let step = 1; step <= 5; step++)
			await send('touchMove', [
				{ x: 180 - step * 16, y: 300, id: 0 },
				{ x: 210 + step * 16, y: 300, id: 1 }
			]);
		await send('touchEnd', []);
	}
	await settle(page);
	expect(figure(await points.textContent())).toBeLessThan(before);
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
	await view(page, 'Table').tap();
	await expect(page.locator('.twin')).toBeVisible();
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
	await expectAccessible(page);
	await context.close();
});

test('without WebGL a simpler map says that it is one; without any canvas the table takes its place', async ({
	browser,
	baseURL
}) => {
	for (const refused of [
		['webgl', 'webgl2'],
		['webgl', 'webgl2', '2d']
	]) {
		const page = await browser.newPage({ baseURL: baseURL! });
		await page.addInitScript((kinds) => {
			for (const canvas of [HTMLCanvasElement, OffscreenCanvas]) {
				const get = canvas.prototype.getContext as (...all: unknown[]) => unknown;
				canvas.prototype.getContext = function (this: unknown, ...all: unknown[]) {
					return kinds.includes(String(all[0])) ? null : get.apply(this, all);
				} as never;
			}
		}, refused);
		if (refused.includes('2d')) {
			await openMap(page, 'table');
			await expect(page.getByText(/draws no canvas/)).toBeVisible();
			await seek(page, 80, '05:2');
			await expect(page.locator('.twin .sentence')).toHaveText(/million hosts down/);
		} else {
			await openMap(page);
			await expect(page.getByText(/runs no WebGL, so fewer points/)).toBeVisible();
			await onlyPoints(page);
			await goToCity(page, 'London');
			expect(await pixelsLike(page, browser, BLUE)).toBe(0);
			await seek(page, 80, '05:2');
			expect(await pixelsLike(page, browser, BLUE)).toBeGreaterThan(60);
		}
		await page.close();
	}
});

test('a context that is lost and comes back again and again leaves the same picture each time', async ({
	page,
	browser,
	baseURL
}) => {
	const wrong = watch(page, baseURL!);
	await openMap(page);
	await onlyPoints(page);
	await seek(page, 80, '05:2');
	await goToCity(page, 'London');
	const blue = await pixelsLike(page, browser, BLUE);
	expect(blue).toBeGreaterThan(150);
	const times = isDeepRun ? 10 : 4;
	for (let time = 0; time < times; time++) {
		await page.evaluate(async () => {
			const canvas = document.querySelector<HTMLCanvasElement>('.picture canvas')!;
			const context = canvas.getContext('webgl2') ?? canvas.getContext('webgl')!;
			const loss = context.getExtension('WEBGL_lose_context')!;
			const heard = (type: string) =>
				new Promise((resolve) => canvas.addEventListener(type, resolve, { once: true }));
			const lost = heard('webglcontextlost');
			loss.loseContext();
			await lost;
			const restored = heard('webglcontextrestored');
			// Not within the event that tells of the loss: the context may be restored once it is over.
			setTimeout(() => loss.restoreContext());
			await restored;
		});
		await settle(page);
		expect(await pixelsLike(page, browser, BLUE), `after loss ${time + 1}`).toBe(blue);
	}
	expect(wrong).toEqual([]);
});

test('leaving and coming back many times leaves no canvas, listener, texture or buffer behind', async ({
	page
}) => {
	await countOnCard(page);
	await page.setViewportSize({ width: 720, height: 480 });
	await openMap(page);
	await seek(page, 80, '05:2');
	const toggle = async (times: number) => {
		for (let i = 0; i < times; i++) {
			await view(page, 'Table').click();
			await expect(page.locator('.picture')).toHaveCount(0);
			await view(page, 'Map').click();
			await expect(page.locator('.picture canvas')).toHaveCount(1);
		}
	};
	await toggle(5);
	await settle(page);
	const before = await whatLives(page);
	await toggle(OFTEN);
	await settle(page);
	expectNothingLeft(before, await whatLives(page));
	expect(await page.locator('canvas').count()).toBe(1);
});
