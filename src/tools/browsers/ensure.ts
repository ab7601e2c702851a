import { spawnSync } from 'node:child_process';
import { commandFile, projectFolder } from '../project.ts';
import { ReadableError } from '../readable-error.ts';
import { findChromium, findFirefox, onPath } from './find.ts';

/** What getting hold of a browser needs from the machine; tests hand in another. */
export interface Machine {
	/** Whether missing system packages may be installed unasked: only in continuous integration. */
	unattended: boolean;
	/** Whether this is root on a system with apt-get. */
	canInstallPackages: boolean;
	/** Runs a command with its output shown; true when it succeeds. */
	run(command: string, ...args: string[]): boolean;
}

/** The machine that this process runs on. */
export function thisMachine(): Machine {
	return {
		unattended: process.env.CI === 'true' || process.env.CI === '1',
		canInstallPackages: process.getuid?.() === 0 && onPath(['apt-get']) !== null,
		run: (command, ...args) =>
			spawnSync(command, args, { cwd: projectFolder, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0
	};
}

/**
 * The path of a Chromium to test with. Where there is none: in continuous integration it installs one, with system
 * packages; on a person's machine it only tries Playwright's own download, which changes nothing else.
 * @throws ReadableError saying what to type.
 */
export function ensureChromium(
	machine: Machine = thisMachine(),
	find: () => string | null = findChromium
): string {
	const present = find();
	if (present !== null) return present;
	const options = machine.unattended ? ['--with-deps'] : [];
	console.log('No Chromium found; trying to download the one that Playwright brings …');
	machine.run(process.execPath, commandFile('playwright'), 'install', ...options, 'chromium');
	if (find() === null && machine.unattended) installPackage(machine, 'chromium');
	const got = find();
	if (got !== null) return got;
	throw new ReadableError(
		'The end-to-end tests need a Chromium browser, and none could be found or downloaded.\n' +
			'Install one: "sudo apt-get install chromium" on Debian or Ubuntu, "brew install --cask chromium" on a Mac,\n' +
			'or "npx playwright install chromium" anywhere. One that stands elsewhere can be named with PATCHFALL_CHROMIUM.'
	);
}

/**
 * The path of a Firefox for the engine test, or null where there is none. Installed unasked in continuous integration only.
 */
export function ensureFirefox(
	machine: Machine = thisMachine(),
	find: () => string | null = findFirefox
): string | null {
	const present = find();
	if (present !== null || !machine.unattended) return present;
	installPackage(machine, 'firefox-esr');
	return find();
}

function installPackage(machine: Machine, name: string): void {
	if (!machine.canInstallPackages) return;
	console.log(`Installing ${name} …`);
	machine.run('apt-get', 'update', '-qq');
	machine.run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', name);
}
