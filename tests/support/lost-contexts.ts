import { expect, type Page } from '@playwright/test';

/** Remembers every graphics context of the page, so that they can be taken away. */
export async function rememberContexts(page: Page): Promise<void> {
	await page.addInitScript(() => {
		const contexts = ((window as unknown as { contexts: unknown[] }).contexts = [] as unknown[]);
		const get = HTMLCanvasElement.prototype.getContext as (...all: unknown[]) => unknown;
		HTMLCanvasElement.prototype.getContext = function (this: unknown, ...all: unknown[]) {
			const context = get.apply(this, all);
			if (String(all[0]).startsWith('webgl') && context !== null && !contexts.includes(context))
				contexts.push(context);
			return context;
		} as never;
	});
}

/** Takes away the graphics contexts that the page has now, for good. */
export async function loseContexts(page: Page): Promise<void> {
	const lost = await page.evaluate(() => {
		const { contexts } = window as unknown as { contexts: WebGL2RenderingContext[] };
		const alive = contexts.filter((context) => !context.isContextLost());
		for (const context of alive) context.getExtension('WEBGL_lose_context')!.loseContext();
		return alive.length;
	});
	expect(lost).toBeGreaterThan(0);
}

export const hasContext = (page: Page) =>
	page.evaluate(() => {
		const { contexts } = window as unknown as { contexts: WebGL2RenderingContext[] };
		return contexts.some((context) => !context.isContextLost());
	});
