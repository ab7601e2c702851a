/*
 * Plain JavaScript of before 2020: an old Node cannot even read the file that would otherwise explain what is wrong.
 */

const NEEDED = [22, 17];

/**
 * @param {string} version as in `process.versions.node`
 * @param {string} remedy what brings a fitting Node along, as sentences; empty: nothing does
 * @returns {string | null} what to tell the person, or null when this Node will do
 */
export function nodeVersionProblem(version, remedy) {
	const [major, minor] = version.split('.').map(Number);
	if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return null;
	return (
		`This is Node ${version}; Patchfall runs on Node ${NEEDED.join('.')} or newer.\n` +
		remedy +
		`Install Node ${NEEDED.join('.')} or newer from https://nodejs.org and try again.`
	);
}
