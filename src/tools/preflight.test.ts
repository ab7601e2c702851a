import { expect, test } from 'vitest';
import { nodeVersionProblem } from './node-version.js';
import { packagesProblem, WITH_NPM_CI } from './preflight.js';

test.each(['22.17.0', '22.18.1', '24.21.0', '30.0.0'])('Node %s will do', (version) => {
	expect(nodeVersionProblem(version, WITH_NPM_CI)).toBeNull();
});

test.each(['18.19.0', '20.20.2', '21.7.3', '22.16.0'])(
	'Node %s is refused by number, with what to do',
	(version) => {
		expect(nodeVersionProblem(version, WITH_NPM_CI)).toMatch(
			new RegExp(`^This is Node ${version}; .*22\\.17 or newer[^]*npm ci[^]*Mac`)
		);
	}
);

test('packages that are not installed are missed before anything tries to load them', () => {
	expect(packagesProblem(new URL('file:///nowhere/node_modules/'))).toContain('Run "npm ci" first');
	expect(packagesProblem(new URL('../../node_modules/', import.meta.url))).toBeNull();
});
