import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findJavaScriptCore, findSpiderMonkey, findWebKitGtk } from './find.ts';
import { askShell } from './shell.ts';

let place: string;
beforeEach(() => (place = mkdtempSync(join(tmpdir(), 'patchfall-engines-'))));
afterEach(() => rmSync(place, { recursive: true }));

function program(...path: string[]): string {
	const file = join(place, ...path);
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, '');
	chmodSync(file, 0o755);
	return file;
}

const env = (...folders: string[]) => ({
	PATH: folders.map((folder) => join(place, folder)).join(delimiter)
});
const libraries = () => join(place, 'lib');

describe('finding an engine', () => {
	test('shells are found on PATH', () => {
		const jsc = program('bin', 'jsc');
		const js = program('bin', 'js102');
		expect([findJavaScriptCore(env('bin'), libraries()), findSpiderMonkey(env('bin'))]).toEqual([jsc, js]);
	});

	test("JavaScriptCore's is also found beside the library, whatever the architecture", () => {
		const jsc = program('lib', 'aarch64-linux-gnu', 'webkit2gtk-4.0', 'jsc');
		expect(findJavaScriptCore(env('bin'), libraries())).toBe(jsc);
	});

	test('WebKitGTK takes a driver, a browser and a display; without one of them there is none', () => {
		const driver = program('bin', 'WebKitWebDriver');
		const browser = program('lib', 'x86_64-linux-gnu', 'webkit2gtk-4.1', 'MiniBrowser');
		expect(findWebKitGtk(env('bin'), libraries())).toBeNull();
		const display = program('screen', 'Xvfb');
		expect(findWebKitGtk(env('bin', 'screen'), libraries())).toEqual({ driver, browser, display });
		expect(findWebKitGtk(env('screen'), libraries())).toBeNull();
		expect(findWebKitGtk(env('bin', 'screen'), join(place, 'bin'))).toBeNull();
	});

	test('on a machine with none of them, none is found', () => {
		const nowhere = join(place, 'nowhere');
		expect([findJavaScriptCore(env('bin'), nowhere), findSpiderMonkey(env('bin'))]).toEqual([null, null]);
		expect(findWebKitGtk(env('bin'), nowhere)).toBeNull();
	});
});

describe('asking a shell', () => {
	test('gives what the expression gives after the script, without line end', async () => {
		expect(await askShell(process.execPath, 'var worlds = 2;', 'console.log', '"worlds: " + worlds')).toBe(
			'worlds: 2'
		);
	});

	test('says what the engine complained of', async () => {
		const asked = askShell(process.execPath, '', 'console.log', 'nobody()');
		await expect(asked).rejects.toThrow(/did not answer: [^]*nobody is not defined/);
	});
});
