import { chromium, type Browser } from 'playwright';
import { ensureChromium } from '../browsers/ensure.ts';
import { chromiumFlags } from '../browsers/flags.ts';
import { startBuilt } from '../load/built-server.ts';

/** Serves the app as it was built, opens a browser beside it, and puts both away again. */
export async function withBuiltApp<Result>(
	use: (browser: Browser, url: string) => Promise<Result>
): Promise<Result> {
	const server = await startBuilt();
	try {
		const browser = await chromium.launch({ executablePath: ensureChromium(), args: [...chromiumFlags] });
		try {
			return await use(browser, `http://localhost:${server.port}`);
		} finally {
			await browser.close();
		}
	} finally {
		await server.stop();
	}
}
