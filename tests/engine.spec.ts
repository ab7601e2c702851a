import { expect, test } from '@playwright/test';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { goldenHashes } from '../src/lib/sim/testing/golden.ts';
import { GOLDEN_HASHES } from '../src/lib/sim/testing/golden-values.ts';
import { findFirefox } from '../src/tools/browsers/find.ts';
import { openFirefox } from '../src/tools/browsers/firefox.ts';

/*
 * The same plays in every engine: a world is the same bit for bit in Node, Chromium and Firefox. The physics is
 * bundled as one module and served from a page of its own, because the app's pages run no code but their own.
 */

const PAGE = '<!doctype html><title>golden hashes</title>';
/** Runs in the page. */
const ASK = `import('/golden.js').then(({ goldenHashes }) => goldenHashes())`;

let server: Server;
let url: string;

test.beforeAll(async () => {
	const script = await bundle();
	server = createServer(({ url: path }, response) => {
		const isScript = path === '/golden.js';
		response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html');
		response.end(isScript ? script : PAGE);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
test.afterAll(() => server.close());

async function bundle(): Promise<string> {
	const entry = fileURLToPath(new URL('../src/lib/sim/testing/golden.ts', import.meta.url));
	const built = await build({
		configFile: false,
		logLevel: 'error',
		build: { write: false, lib: { entry, formats: ['es'] } }
	});
	const output = (Array.isArray(built) ? built : [built]).flatMap((one) =>
		'output' in one ? one.output : []
	);
	const [chunk] = output;
	if (output.length !== 1 || chunk?.type !== 'chunk')
		throw new Error('the physics did not become one module');
	return chunk.code;
}

test('Node gives the golden worlds', () => {
	expect(goldenHashes()).toEqual(GOLDEN_HASHES);
});

test('Chromium gives the golden worlds', async ({ page }) => {
	await page.goto(url);
	expect(await page.evaluate(ASK)).toEqual(GOLDEN_HASHES);
});

test('Firefox gives the golden worlds', async () => {
	const firefox = findFirefox();
	test.skip(firefox === null, 'no Firefox on this machine; name one with PATCHFALL_FIREFOX');
	const browser = await openFirefox(firefox!);
	try {
		const page = await browser.newPage();
		await page.goto(url);
		expect(await page.evaluate(ASK)).toEqual(GOLDEN_HASHES);
	} finally {
		await browser.close();
	}
});
