import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { onPath } from '../browsers/find.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where Debian keeps libraries' own programs, in a folder for each architecture. */
const LIBRARIES = '/usr/lib';
/** Newest first. */
const WEBKIT_FOLDERS = ['webkit2gtk-4.1', 'webkit2gtk-4.0'];

/** What it takes to drive a WebKitGTK without a screen. */
export interface WebKitGtk {
	readonly driver: string;
	readonly browser: string;
	/** A display that shows nothing. */
	readonly display: string;
}

/** JavaScriptCore's command line, or null. Debian: libjavascriptcoregtk-4.0-bin. */
export function findJavaScriptCore(
	env: Environment = process.env,
	libraries: string = LIBRARIES
): string | null {
	return onPath(['jsc'], env) ?? besideWebKit('jsc', libraries);
}

/** SpiderMonkey's command line, or null. Debian: libmozjs-102-dev. */
export function findSpiderMonkey(env: Environment = process.env): string | null {
	return onPath(['js102'], env);
}

/** WebKitGTK's driver, its small browser and a display, or null where any is missing. Debian: webkit2gtk-driver, xvfb. */
export function findWebKitGtk(
	env: Environment = process.env,
	libraries: string = LIBRARIES
): WebKitGtk | null {
	const driver = onPath(['WebKitWebDriver'], env);
	const browser = besideWebKit('MiniBrowser', libraries);
	const display = onPath(['Xvfb'], env);
	return driver === null || browser === null || display === null ? null : { driver, browser, display };
}

function besideWebKit(name: string, libraries: string): string | null {
	if (!existsSync(libraries)) return null;
	const architectures = readdirSync(libraries, { withFileTypes: true }).filter((entry) =>
		entry.isDirectory()
	);
	const files = WEBKIT_FOLDERS.flatMap((folder) =>
		architectures.map((architecture) => join(libraries, architecture.name, folder, name))
	);
	return files.find((file) => existsSync(file)) ?? null;
}
