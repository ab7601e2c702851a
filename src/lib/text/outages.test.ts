import { expect, test } from 'vitest';
import { SHOCK_KINDS } from '../outages/shocks/kinds.ts';
import { outages } from './en/outages.ts';

/** Every sentence that stands there, those with figures in them as well. */
function sentences(words: unknown): string[] {
	if (typeof words === 'string') return [words];
	if (typeof words === 'function') return [String((words as (...any: unknown[]) => unknown)(['one'], 1))];
	return Object.values(words as object).flatMap(sentences);
}

test('R266: curves are said of a shock, never of a year', () => {
	const all = sentences(outages);
	expect(all.length).toBeGreaterThan(50);
	const wrong = /per year|a year|annual|return period|would have prevented|every \d+ years/i;
	expect(all.filter((text) => wrong.test(text))).toEqual([]);
	expect(outages.given).toMatch(/How often one comes, nobody here knows/);
});

test('R266: every kind of shock has a name', () => {
	expect(SHOCK_KINDS.map(({ id }) => id).sort()).toEqual(Object.keys(outages.names).sort());
});
