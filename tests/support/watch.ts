import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

/** Keeps a record of everything that a visitor should never get: errors, and requests to another origin. */
export function watch(page: Page, home: string): string[] {
	const wrong: string[] = [];
	page.on('console', (message) => {
		if (message.type() === 'error') wrong.push(`${message.text()} (${message.location().url})`);
	});
	page.on('pageerror', (error) => wrong.push(String(error)));
	page.on('request', (request) => {
		const { origin, protocol } = new URL(request.url());
		if (protocol.startsWith('http') && origin !== new URL(home).origin) wrong.push(request.url());
	});
	return wrong;
}

/** Nothing that axe knows is wrong with the screen as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
	const { violations } = await new AxeBuilder({ page })
		// The pages have no frames, no sound and no film: axe needs no page of its own for the result, loads no file
		// again, and seeks out the places of what is wrong alone.
		.setLegacyMode()
		.options({ resultTypes: ['violations'], preload: false })
		.analyze();
	expect(
		violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`),
		page.url()
	).toEqual([]);
}

/** Nothing is wider than the screen, and axe finds nothing. */
export async function expectSound(page: Page): Promise<void> {
	const width = page.viewportSize()!.width;
	// A picture takes its new size with the next frame.
	await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
	// What is on its way between two colours has neither; what has just changed sets out with the next frame.
	await page.evaluate(async () => {
		// A page behind another one has no frames.
		await new Promise((resolve) => {
			requestAnimationFrame(() => requestAnimationFrame(resolve));
			setTimeout(resolve, 250);
		});
		await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
	});
	await expectAccessible(page);
}

/** The page as it stands is sound on every screen. */
export async function expectSoundOnScreens(page: Page): Promise<void> {
	for (const [name, width, height] of SCREENS)
		await test.step(`on ${name}`, async () => {
			await page.setViewportSize({ width, height });
			await expectSound(page);
		});
}

const SCREENS = [
	['a large desk', 1920, 1080],
	['a desk', 1280, 720],
	['a phone', 390, 844],
	['a desk at 200 %', 640, 360]
] as const;
