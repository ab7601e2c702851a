import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { BUGS, moduleOf, withBug } from './bugs.ts';

/* The simulation looks for them for minutes: that a change of the code has left one without its place is told at once. */
test.each(BUGS)('R276: "$name" has a place of its own in the code', (bug) => {
	const source = readFileSync(moduleOf(bug), 'utf8');
	expect(withBug(bug, source)).not.toBe(source);
});
