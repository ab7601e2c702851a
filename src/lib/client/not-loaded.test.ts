import { expect, test } from 'vitest';
import { hasNotLoaded } from './not-loaded.ts';
import { PartFault } from './parts/part-fault.ts';

test.each([
	'Failed to fetch dynamically imported module: http://a/_app/immutable/nodes/4.js',
	'error loading dynamically imported module: http://a/_app/immutable/nodes/4.js',
	'Importing a module script failed.',
	'Unable to preload CSS for /_app/immutable/assets/4.css',
	'Failed to fetch',
	'NetworkError when attempting to fetch resource.',
	'Load failed'
])('"%s" means that it has not come', (message) => {
	expect(hasNotLoaded(new TypeError(message))).toBe(true);
});

test('a defect of the page is no trouble of the network', () => {
	expect(hasNotLoaded(new TypeError("Cannot read properties of undefined (reading 'load')"))).toBe(false);
	expect(hasNotLoaded('Failed to fetch')).toBe(false);
});

test.each(['noNetwork', 'otherVersion', 'serverFails'] as const)(
	'a part with the fault %s has not come',
	(code) => {
		expect(hasNotLoaded(new PartFault(code, '/_app/immutable/nodes/4.js'))).toBe(true);
	}
);

test('a part that came and does not run is a defect', () => {
	expect(hasNotLoaded(new PartFault('broken', '/_app/immutable/nodes/4.js'))).toBe(false);
});
