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
	'2024',
	'1e3',
	'0x1f',
	'true',
	'False',
	'null',
	'24 hours',
	'Costs $& more',
	'$1 $$ 9',
	'It\'s: "so" #1'
])('R233: the example holds under the name %o too', (name) => {
	const scenario = scenarioOf(exampleScenario(name));
	expect(scenario.id).toBe(exampleId(name));
	expect(scenario.title.en).toBe(name);
});

test.each([
	['My town', 'my-town'],
	['  A--B  ', 'a-b'],
	['!!!', null]
])('R233: the name %o gives the id %o', (name, id) => {
	expect(exampleId(name)).toBe(id);
});
