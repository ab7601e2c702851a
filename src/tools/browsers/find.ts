import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';

const CHROMIUM_COMMANDS = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const FIREFOX_COMMANDS = ['firefox-esr', 'firefox'];
const MAC_APPLICATIONS = [
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
];
const WINDOWS_APPLICATIONS = ['Google/Chrome/Application/chrome.exe', 'Chromium/Application/chrome.exe'];

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The Chromium to test with, without installing anything: the one named by PATCHFALL_CHROMIUM, else Playwright's own,
 * else one on PATH, else one where Macs and Windows keep applications.
 * @returns its path, or null.
 */
export function findChromium(
	env: Environment = process.env,
	playwrightsOwn: string = chromium.executablePath()
): string | null {
	if (env.PATCHFALL_CHROMIUM) return env.PATCHFALL_CHROMIUM;
	if (existsSync(playwrightsOwn)) return playwrightsOwn;
	const windows = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].flatMap((folder) =>
		folder ? WINDOWS_APPLICATIONS.map((application) => join(folder, application)) : []
	);
	return (
		onPath(CHROMIUM_COMMANDS, env) ??
		[...MAC_APPLICATIONS, ...windows].find((file) => existsSync(file)) ??
		null
	);
}

/**
 * The Firefox to test with, without installing anything: the one named by PATCHFALL_FIREFOX, else one on PATH.
 * @returns its path, or null.
 */
export function findFirefox(env: Environment = process.env): string | null {
	return env.PATCHFALL_FIREFOX || onPath(FIREFOX_COMMANDS, env);
}

/** The first of these commands that PATH holds as an executable file; earlier names win over earlier folders. */
export function onPath(commands: readonly string[], env: Environment = process.env): string | null {
	const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
	const files = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
	return files.find(isExecutable) ?? null;
}

function isExecutable(file: string): boolean {
	try {
		accessSync(file, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
