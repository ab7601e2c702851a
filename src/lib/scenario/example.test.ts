import { expect, test } from 'vitest';
import { scenarioOf } from './testing/pack.ts';
import { exampleId, exampleScenario } from './example.ts';

test('R233: the example holds as it stands, under the name that its author gives', () => {
	const scenario = scenarioOf(exampleScenario('Straße & “Süd” 7'));
	expect(scenario.id).toBe('stra-e-sud-7');
	expect(scenario.title.en).toBe('Straße & “Süd” 7');
	expect(scenario.roles.every(({ budget, goal }) => budget !== null && goal !== null)).toBe(true);
});

test.each([
	['My town', 'my-town'],
	['  A--B  ', 'a-b'],
	['!!!', null]
])('R233: the name %o gives the id %o', (name, id) => {
	expect(exampleId(name)).toBe(id);
});
