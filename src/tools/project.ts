import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Absolute path of the project folder, wherever the command was started from. */
export const projectFolder = join(import.meta.dirname, '..', '..');

/** Whether this is the package that `npm pack` makes, whose files have been made JavaScript: it is built and installed. */
export const isPackage = import.meta.filename.endsWith('.js');

/** Where relative paths begin: a package is installed out of sight, and keeps nothing where it is. */
export const homeFolder = isPackage ? process.cwd() : projectFolder;

/** What people type before an option, to start it. */
export const startCommand = isPackage ? 'patchfall' : 'npm start --';

/** The same, to run one of its other commands. */
export const commandLine = (name: string) => (isPackage ? `patchfall ${name}` : `npm run ${name} --`);

/**
 * Absolute path of the JavaScript file behind a package's command, to be run with `process.execPath`.
 * Starting `node_modules/.bin/…` itself does not work on Windows, and may pick another Node than the one that runs.
 */
export function commandFile(packageName: string, command = packageName): string {
	const folder = join(projectFolder, 'node_modules', packageName);
	const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
		bin: string | Record<string, string>;
	};
	return join(folder, typeof bin === 'string' ? bin : bin[command]);
}
