/**
 * Loaded before every command (`node --import`). Plain JavaScript, because an old Node cannot even read the
 * TypeScript file that would otherwise explain what is wrong.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { nodeVersionProblem } from './node-version.js';

/** What brings a fitting Node along. */
export const WITH_NPM_CI =
	'On Linux and Windows "npm ci" brings a fitting Node along: run "npm ci", then start through npm ' +
	'("npm start", not "node …").\nElsewhere (on a Mac, say) there is one thing to do. ';

/**
 * @param {URL} packages the folder in which npm installs
 * @returns {string | null} what to tell the person, or null when the packages are there
 */
export function packagesProblem(packages) {
	if (existsSync(new URL('uqr/package.json', packages))) return null;
	return 'The packages that Patchfall needs are not installed. Run "npm ci" first.';
}

const problem =
	nodeVersionProblem(process.versions.node, WITH_NPM_CI) ??
	packagesProblem(new URL('../../node_modules/', import.meta.url));
if (problem !== null) {
	console.error(problem);
	process.exit(1);
}

// Node 22.17 reads TypeScript only when asked; from 22.18 on it does so by itself.
if (!process.features.typescript) {
	const options = [
		process.env.NODE_OPTIONS,
		'--experimental-strip-types',
		'--disable-warning=ExperimentalWarning'
	];
	const env = { ...process.env, NODE_OPTIONS: options.filter(Boolean).join(' ') };
	const child = spawn(process.execPath, process.argv.slice(1), { stdio: 'inherit', env });
	for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
		process.on(signal, () => child.kill(signal));
	const exitCode = await new Promise((resolve) => child.once('exit', resolve));
	process.exit(exitCode ?? 1);
}
