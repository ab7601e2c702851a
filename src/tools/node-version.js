/**
 * Loaded before every command (`node --import`). Plain JavaScript, because an old Node cannot even read the
 * TypeScript file that would otherwise explain what is wrong.
 */
import { spawnSync } from 'node:child_process';

const NEEDED = [22, 17];

/**
 * @param {string} version as in `process.versions.node`
 * @returns {string | null} what to tell the person, or null when this Node will do
 */
export function nodeVersionProblem(version) {
	const [major, minor] = version.split('.').map(Number);
	if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return null;
	return (
		`This is Node ${version}; Patchfall runs on Node ${NEEDED.join('.')} or newer.\n` +
		'On Linux and Windows "npm ci" brings a fitting Node along: run "npm ci", then start through npm ' +
		'("npm start", not "node …").\n' +
		`Elsewhere (on a Mac, say) install Node ${NEEDED.join('.')} or newer from https://nodejs.org and try again.`
	);
}

const problem = nodeVersionProblem(process.versions.node);
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
	const { status } = spawnSync(process.execPath, process.argv.slice(1), { stdio: 'inherit', env });
	process.exit(status ?? 1);
}
