#!/usr/bin/env node
/*
 * What the package starts with. Plain JavaScript of before 2020: an old Node cannot even read the files that would
 * otherwise explain what is wrong.
 */
import { nodeVersionProblem } from './node-version.js';

const problem = nodeVersionProblem(process.versions.node, '');
if (problem !== null) {
	console.error(problem);
	process.exit(1);
}
const command = process.argv[2] || '';
if (command === 'doctor') {
	process.argv.splice(2, 1);
	import('./doctor.js');
} else if (command.startsWith('room:')) {
	process.argv[2] = command.slice('room:'.length);
	import('./rooms.js');
} else import('./start.js');
