import { expect, test, type Page } from '@playwright/test';
import { settle } from './support/at-rest.ts';
import { openMap, pixelsLike } from './support/map-page.ts';

/** What a name of the system stands for in the contrast theme that is on, in three parts. */
function systemColour(page: Page, name: string): Promise<[number, number, number]> {
	return page.evaluate((colour) => {
		const probe = document.body.appendChild(document.createElement('span'));
		probe.style.color = colour;
		const parts = /(\d+), (\d+), (\d+)/.exec(getComputedStyle(probe).color)!.slice(1, 4).map(Number);
		probe.remove();
		return parts as [number, number, number];
	}, name);
}

test('in a contrast theme the map and its key have the system’s colours, and what is chosen has a shape of its own', async ({
	page,
	browser
}) => {
	await page.emulateMedia({ forcedColors: 'active' });
	await openMap(page);
	await expect(page.locator('.legend')).toBeVisible();
	await settle(page);
	const text = await systemColour(page, 'CanvasText');
	const crashed = await systemColour(page, 'LinkText');
	const colourOf = (selector: string) =>
		page
			.locator(selector)
			.first()
			.evaluate((element) => getComputedStyle(element).color);
	const ofSystem = [text, crashed].map((parts) => `rgb(${parts.join(', ')})`);
	for (const state of ['crashed', 'recovered'])
		expect(ofSystem).toContain(await colourOf(`.legend .glyph.${state}`));
	// The sea is the system's ground, not ours.
	const ground = await systemColour(page, 'Canvas');
	expect(await pixelsLike(page, browser, ground)).toBeGreaterThan(10_000);
	const decoration = (name: string) =>
		page
			.getByRole('button', { name, exact: true })
			.evaluate((button) => getComputedStyle(button).textDecorationLine);
	expect(await decoration('Map')).toBe('underline');
	expect(await decoration('Table')).toBe('none');
});
