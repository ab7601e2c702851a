import { expect, test } from 'vitest';
import { BUILT_IN } from '../scenario/packs/built-in.ts';
import { packOf } from '../scenario/testing/pack.ts';
import { explain } from './en/explain.ts';
import { glossary } from './en/glossary.ts';
import { home } from './en/home.ts';

/** A day, a year or a sum that only one scenario has. */
const OF_ONE_SCENARIO = /\b(July|April)\b|\bof 20(10|24)\b|\d million|04:09|05:27/;

test('what explains a figure is true of every scenario: it names no day and no sum of one', () => {
	// The model counts all money in dollars of one year.
	for (const [id, { what, from }] of Object.entries(explain.figures))
		expect(`${what} ${from}`, id).not.toMatch(OF_ONE_SCENARIO);
	for (const id of ['record', 'nobody-acts'] as const) expect(glossary[id].text).not.toMatch(OF_ONE_SCENARIO);
});

test('no figure is said to be fitted to sources: not every scenario is', () => {
	const bases = Object.values(explain.figures).map(({ basis }) => basis);
	expect(bases).not.toContain('fitted');
});

test('the home page says how long the shortest and the longest play alone take', () => {
	const minutes = BUILT_IN.flatMap(({ id }) => packOf(id).scenario.cuts)
		.filter((cut) => cut.for === undefined)
		.map((cut) => cut.minutes);
	expect(home.alone.text).toContain(`${Math.min(...minutes)} to ${Math.max(...minutes)} minutes`);
});
