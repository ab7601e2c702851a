import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Absolute path of the project folder, wherever the command was started from. */
export const projectFolder = join(import.meta.dirname, '..', '..');

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
