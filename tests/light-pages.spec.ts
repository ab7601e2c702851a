import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { firstScreenBytes } from '../src/tools/bench/first-screen.ts';
import { projectFolder } from '../src/tools/project.ts';

/* A hall of three hundred opens these two pages within a minute, over one Wi-Fi. They are weighed as they were built. */

const BYTES_MOST = 60_000;
const build = join(projectFolder, 'build');

for (const page of ['vote', 'join']) {
	test(`R184: /${page} loads at most 60 kB of JavaScript, and nothing behind it`, () => {
		expect(firstScreenBytes(build, `${page}.html`).bytes).toBeLessThanOrEqual(BYTES_MOST);
		// A service worker would fetch the whole app.
		expect(readFileSync(join(build, 'prerendered', `${page}.html`), 'utf8')).not.toContain('serviceWorker');
	});
}
