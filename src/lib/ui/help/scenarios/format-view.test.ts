import { expect, test } from 'vitest';
import { NAME_FIELDS } from '../../../scenario/expression/names.ts';
import { library } from '../../../scenario/testing/pack.ts';
import { ScenarioSchema } from '../../../scenario/schema/scenario.ts';
import { LEVER_IDS } from '../../../sim/parameters.ts';
import { authors } from '../../../text/en/authors.ts';
import { PART_KEYS } from './format-parts.ts';
import { formatView } from './format-view.ts';

const view = formatView(library.models.standard!, library.worlds.earth!);

test('R232: the page for authors shows every key of the schema, in one part each, with what it means', () => {
	expect(Object.values(PART_KEYS).flat().sort()).toEqual(Object.keys(ScenarioSchema.entries).sort());
	const rows = view.parts.flatMap(({ rows }) => rows);
	expect(new Set(rows.map(({ path }) => path)).size).toBe(rows.length);
	expect(rows.filter(({ text }) => text === '')).toEqual([]);
	expect(rows.map(({ path }) => path)).toContain('decisions[].effects[].set');
});

test('R232: every lever is on it, with unit, bounds and meaning', () => {
	expect(view.levers.map(({ id }) => id)).toEqual(LEVER_IDS);
	for (const { spec } of view.levers) expect(authors.units[spec.unit]).toBeDefined();
});

test('R232: every name and call that an expression may use is on it, and says what it is', () => {
	for (const { first, fields } of NAME_FIELDS) {
		expect(authors.names[first as keyof typeof authors.names], first).toMatch(/\S/);
		for (const name of fields.keys()) {
			expect(authors.fields[name as keyof typeof authors.fields], `${first}.${name}`).toMatch(/\S/);
		}
	}
	for (const { name } of view.calls) expect(authors.calls[name as keyof typeof authors.calls]).toMatch(/\S/);
});
