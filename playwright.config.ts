import { defineConfig, devices } from '@playwright/test';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './src/tools/browsers/ensure.ts';
import { chromiumFlags } from './src/tools/browsers/flags.ts';
import { freePort } from './src/tools/free-port.ts';

// Playwright reads this file again in every worker: what was chosen first stands in the environment.
process.env.PATCHFALL_CHROMIUM ??= ensureChromium();
process.env.PATCHFALL_E2E_PORT ??= String(await freePort());
const port = process.env.PATCHFALL_E2E_PORT;
const isCi = process.env.CI === 'true';
const baseURL = `http://localhost:${port}`;

export default defineConfig({
	testDir: 'tests',
	testMatch: '**/*.spec.ts',
	forbidOnly: isCi,
	fullyParallel: true,
	retries: 0,
	// One more than the two cores of a small machine: pages wait for a clock or a network for a good part of each test.
	workers: 3,
	// Patience for a busy machine; what does not come is found out by then all the same.
	timeout: 400_000,
	expect: { timeout: 90_000 },
	reporter: 'list',
	use: {
		baseURL,
		locale: 'en-GB',
		timezoneId: 'UTC',
		// A trace is written whether the test fails or not, and costs a sixth of its time: where nobody looks at it, none is.
		trace: isCi ? 'off' : { mode: 'retain-on-failure', screenshots: false },
		// One would fetch the whole app beside each page. The tests that are about it, or play as people do, let it in.
		serviceWorkers: 'block',
		launchOptions: { executablePath: process.env.PATCHFALL_CHROMIUM, args: [...chromiumFlags] }
	},
	projects: [
		{ name: 'desktop', use: { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 720 } } }
	],
	webServer: {
		command: `"${process.execPath}" --import ./src/tools/preflight.js src/tools/start.ts --no-build`,
		url: baseURL,
		reuseExistingServer: false,
		timeout: 180_000,
		gracefulShutdown: { signal: 'SIGTERM', timeout: 3000 },
		env: {
			PORT: port,
			HOST: '0.0.0.0',
			PATCHFALL_DATA: join(tmpdir(), `patchfall-e2e-${port}`)
		}
	}
});
