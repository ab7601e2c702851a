import { expect, test } from 'vitest';
import { hasNotLoaded } from './not-loaded.ts';

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
