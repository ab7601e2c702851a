import { expect, type Browser, type Page } from '@playwright/test';
import { countPictures, settle } from './at-rest.ts';

/** Opens the map's page and waits for its first picture. */
export async function openMap(page: Page, view: 'picture' | 'table' = 'picture'): Promise<void> {
	await countPictures(page);
	await page.goto('/map');
	await expect(page.locator(view === 'picture' ? '.picture canvas' : '.twin')).toBeVisible();
	if (view === 'picture') await expect(page.locator('.clock')).toHaveText('04:00');
}

/** Moves the slider to a minute of the run, and waits until the page shows it. */
export async function seek(page: Page, minute: number, clock: string): Promise<void> {
	await page.getByRole('slider').evaluate((slider, at) => {
		const input = slider as HTMLInputElement;
		input.value = String(Math.round(1000 * Math.cbrt(at / 14_400)));
		input.dispatchEvent(new Event('input', { bubbles: true }));
	}, minute);
	await expect(page.getByRole('slider')).toHaveAttribute('aria-valuetext', new RegExp(clock));
	await settle(page);
}

export async function goToCity(page: Page, name: string): Promise<void> {
	await openCity(page, name);
	await page.getByRole('button', { name: 'Close', exact: true }).click();
	await settle(page);
}

/** The same, and its panel stays open. */
export async function openCity(page: Page, name: string): Promise<void> {
	await page.getByRole('button', { name: 'Show', exact: true }).click();
	const city = page.getByLabel('Go to a city');
	await city.fill(name);
	await city.press('Enter');
	await expect(page.getByRole('heading', { name })).toBeVisible();
}

/** Nothing moves by itself, and no name covers a point. */
export async function onlyPoints(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Freeze', exact: true }).click();
	await page.getByRole('button', { name: 'Show', exact: true }).click();
	await page.getByLabel('City names').uncheck();
	await page.getByRole('button', { name: 'Done', exact: true }).click();
}

/** The colours of the marks, from the tokens. */
export const BLUE = [0x4a, 0xa3, 0xf5] as const;
export const GREEN = [0xa9, 0xf0, 0xd3] as const;

/** How many pixels around the middle of the map have about this colour. */
export async function pixelsLike(
	page: Page,
	browser: Browser,
	colour: readonly [number, number, number],
	around = 130
): Promise<number> {
	const box = (await page.locator('.picture').boundingBox())!;
	const clip = {
		x: box.x + box.width / 2 - around,
		y: box.y + box.height / 2 - around,
		width: around * 2,
		height: around * 2
	};
	return coloured(browser, (await page.screenshot({ clip })).toString('base64'), colour);
}

/** How many pixels of a picture, PNG in base64, have about this colour. */
export async function coloured(
	browser: Browser,
	png: string,
	colour: readonly [number, number, number]
): Promise<number> {
	// A page of no site decodes the picture: the map's own policy lets no picture in.
	const reader = await browser.newPage();
	const found = await reader.evaluate(countLike, [png, colour] as const);
	await reader.close();
	return found;
}

/** Counts a picture's pixels of about a colour: in a page, so that it stands for itself and needs nothing around it. */
export async function countLike([png, [r, g, b]]: readonly [
	png: string,
	colour: readonly [number, number, number]
]): Promise<number> {
	const image = new Image();
	image.src = `data:image/png;base64,${png}`;
	await image.decode();
	const canvas = document.createElement('canvas');
	[canvas.width, canvas.height] = [image.width, image.height];
	const pen = canvas.getContext('2d')!;
	pen.drawImage(image, 0, 0);
	const { data: bytes } = pen.getImageData(0, 0, canvas.width, canvas.height);
	let count = 0;
	for (let i = 0; i < bytes.length; i += 4) {
		const off = Math.abs(bytes[i]! - r) + Math.abs(bytes[i + 1]! - g) + Math.abs(bytes[i + 2]! - b);
		if (off < 60) count++;
	}
	return count;
}
