import { expect, test } from '@playwright/test';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GOLDEN_HASHES } from '../src/lib/sim/testing/golden-values.ts';
import { findFirefox } from '../src/tools/browsers/find.ts';
import { openFirefox } from '../src/tools/browsers/firefox.ts';
import { findJavaScriptCore, findSpiderMonkey, findWebKitGtk } from '../src/tools/engines/find.ts';
import { logName, PLAYERS } from '../src/tools/engines/hashes.ts';
import { ASK, engineScript } from '../src/tools/engines/script.ts';
import { askShell } from '../src/tools/engines/shell.ts';
import { askWebKitGtk } from '../src/tools/engines/webkit-gtk.ts';
import { needEngine as need } from './support/need-engine.ts';

/*
 * The same logs in every engine: a world is the same bit for bit in V8, SpiderMonkey and JavaScriptCore, in browsers and
 * in bare shells. All run one script. Small plays are held against stored hashes, which change with the physics alone;
 * the reference scenario, whose figures may be edited, against what Node makes of it. Continuous integration must have
 * every engine; elsewhere one that is not there is skipped, by name.
 */

test.describe.configure({ mode: 'default' });

const PAGE = '<!doctype html><title>state hashes</title><script src="/script.js"></script>';

let script: string;
let expected: Readonly<Record<string, string>>;
let server: Server;
let url: string;

test.beforeAll(async () => {
	script = await engineScript();
	expected = JSON.parse(await askShell(process.execPath, script, 'console.log', ASK));
	server = createServer(({ url: path }, response) => {
		const isScript = path === '/script.js';
		response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html');
		response.end(isScript ? script : PAGE);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
test.afterAll(() => server?.close());

test('Node gives the golden worlds, and a world of its own for every player', () => {
	expect(expected).toMatchObject(GOLDEN_HASHES);
	expect(Object.keys(expected)).toEqual([...Object.keys(GOLDEN_HASHES), ...PLAYERS.map(logName)]);
	expect(new Set(Object.values(expected)).size).toBe(Object.keys(expected).length);
});

test('Chromium gives the same worlds', async ({ page }) => {
	await page.goto(url);
	expect(JSON.parse(await page.evaluate(ASK))).toEqual(expected);
});

test('Firefox gives the same worlds', async () => {
	const browser = await openFirefox(need(findFirefox(), 'Firefox', 'firefox-esr'));
	try {
		const page = await browser.newPage();
		await page.goto(url);
		expect(JSON.parse((await page.evaluate(ASK)) as string)).toEqual(expected);
	} finally {
		await browser.close();
	}
});

test('WebKitGTK gives the same worlds', async () => {
	const webkit = need(findWebKitGtk(), 'WebKitGTK with a driver and a display', 'webkit2gtk-driver xvfb');
	expect(JSON.parse((await askWebKitGtk(webkit, url, ASK)) as string)).toEqual(expected);
});

test("JavaScriptCore's command line gives the same worlds", async () => {
	const jsc = need(findJavaScriptCore(), 'jsc', 'libjavascriptcoregtk-4.0-bin');
	expect(JSON.parse(await askShell(jsc, script, 'print', ASK))).toEqual(expected);
});

test("SpiderMonkey's command line gives the same worlds", async () => {
	const js = need(findSpiderMonkey(), 'js102', 'libmozjs-102-dev');
	expect(JSON.parse(await askShell(js, script, 'print', ASK))).toEqual(expected);
});
