import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ensureChromium, ensureFirefox, type Machine } from './ensure.ts';
import { findChromium, findFirefox } from './find.ts';

let place: string;
beforeEach(() => (place = mkdtempSync(join(tmpdir(), 'patchfall-browsers-'))));
afterEach(() => rmSync(place, { recursive: true }));

function program(folder: string, name: string, mode = 0o755): string {
	mkdirSync(join(place, folder), { recursive: true });
	const file = join(place, folder, name);
	writeFileSync(file, '');
	chmodSync(file, mode);
	return file;
}

const path = (...folders: string[]) => ({
	PATH: folders.map((folder) => join(place, folder)).join(delimiter)
});
const nowhere = '/nowhere/chrome';

describe('finding a browser', () => {
	test("Playwright's own Chromium comes before one on PATH", () => {
		const own = program('own', 'chrome');
		program('bin', 'chromium');
		expect(findChromium(path('bin'), own)).toBe(own);
	});

	test('Chromium comes before Chrome, wherever on PATH they stand', () => {
		program('first', 'google-chrome');
		const chromium = program('second', 'chromium');
		expect(findChromium(path('first', 'second'), nowhere)).toBe(chromium);
	});

	test('a file that cannot be run is no browser', () => {
		program('bin', 'chromium', 0o644);
		expect(findChromium(path('bin'), nowhere)).toBeNull();
	});

	test('a browser named in the environment comes before everything', () => {
		program('bin', 'chromium');
		expect(findChromium({ ...path('bin'), PATCHFALL_CHROMIUM: '/opt/mine' }, nowhere)).toBe('/opt/mine');
		expect(findFirefox({ ...path('bin'), PATCHFALL_FIREFOX: '/opt/fox' })).toBe('/opt/fox');
	});

	test('Firefox is found on PATH', () => {
		const firefox = program('bin', 'firefox-esr');
		expect(findFirefox(path('bin'))).toBe(firefox);
	});
});

describe('getting hold of a browser that is missing', () => {
	beforeEach(() => void vi.spyOn(console, 'log').mockImplementation(() => {}));
	afterEach(() => void vi.restoreAllMocks());

	/** A machine on which the commands that match `works` install something. */
	function machine(unattended: boolean, works: RegExp, canInstallPackages = true) {
		const commands: string[] = [];
		let installed: string | null = null;
		const made: Machine = {
			unattended,
			canInstallPackages,
			run(command, ...args) {
				const line = [command, ...args].join(' ');
				commands.push(line);
				if (works.test(line)) installed = '/got/it';
				return works.test(line);
			}
		};
		return { made, commands, find: () => installed };
	}

	test("a person's machine gets no system packages, only Playwright's download", () => {
		const { made, commands, find } = machine(false, /playwright.* install chromium$/);
		expect(ensureChromium(made, find)).toBe('/got/it');
		expect(commands).toHaveLength(1);
	});

	test('when that fails, a person is told what to type and nothing else is tried', () => {
		const { made, commands, find } = machine(false, /never/);
		expect(() => ensureChromium(made, find)).toThrow('sudo apt-get install chromium');
		expect(commands.join()).not.toContain('apt-get');
		expect(ensureFirefox(made, find)).toBeNull();
		expect(commands).toHaveLength(1);
	});

	test('continuous integration falls back to the system package', () => {
		const { made, commands, find } = machine(true, /apt-get install .* chromium$/);
		expect(ensureChromium(made, find)).toBe('/got/it');
		expect(commands[0]).toContain('install --with-deps chromium');
	});

	test('continuous integration installs Firefox', () => {
		const { made, find } = machine(true, /apt-get install .* firefox-esr$/);
		expect(ensureFirefox(made, find)).toBe('/got/it');
	});

	test('without root no system package is tried, even there', () => {
		const { made, commands, find } = machine(true, /never/, false);
		expect(() => ensureChromium(made, find)).toThrow('PATCHFALL_CHROMIUM');
		expect(commands.join()).not.toContain('apt-get');
	});

	test('a browser that is there is used as it is', () => {
		const { made, commands } = machine(true, /./);
		expect(ensureChromium(made, () => '/usr/bin/chromium')).toBe('/usr/bin/chromium');
		expect(commands).toEqual([]);
	});
});
