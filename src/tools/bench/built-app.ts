import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright';
import { ensureChromium } from '../browsers/ensure.ts';
import { chromiumFlags } from '../browsers/flags.ts';
import { freePort } from '../free-port.ts';
import { projectFolder } from '../project.ts';
import { ReadableError } from '../readable-error.ts';

const STARTS_WITHIN_MS = 20_000;

/** Serves the app as it was built, opens a browser beside it, and puts both away again. */
export async function withBuiltApp<Result>(
	use: (browser: Browser, url: string) => Promise<Result>
): Promise<Result> {
	const port = await freePort();
	const dataFolder = mkdtempSync(join(tmpdir(), 'patchfall-bench-'));
	const server = spawn(
		process.execPath,
		['--import', './src/tools/preflight.js', 'src/tools/start.ts', '--no-build'],
		{
			cwd: projectFolder,
			env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', PATCHFALL_DATA: dataFolder },
			stdio: 'ignore'
		}
	);
	const url = `http://localhost:${port}`;
	try {
		await answers(url);
		const browser = await chromium.launch({ executablePath: ensureChromium(), args: [...chromiumFlags] });
		try {
			return await use(browser, url);
		} finally {
			await browser.close();
		}
	} finally {
		server.kill('SIGTERM');
		rmSync(dataFolder, { recursive: true, force: true });
	}
}

async function answers(url: string): Promise<void> {
	const until = Date.now() + STARTS_WITHIN_MS;
	while (Date.now() < until) {
		try {
			if ((await fetch(url)).ok) return;
		} catch {
			// Not listening yet.
		}
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	throw new ReadableError(
		`The built app did not answer at ${url}. Run "npm start -- --no-build" to see why.`
	);
}
