import type { Browser } from '@playwright/test';

/** After each test: people’s browsers that it opened are closed. They would run beside the next tests until the last one. */
export async function closeContexts({ browser }: { browser: Browser }): Promise<void> {
	await Promise.all(browser.contexts().map((context) => context.close()));
}
