import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LEVER_IDS } from '../../sim/parameters.ts';
import { formatText } from '../../text/scenario-format.ts';
import { jsonSchemaFiles, partJsonSchema, scenarioJsonSchema, type JsonSchema } from './json-schema.ts';
import { PartSchema, ScenarioSchema } from './scenario.ts';

const STATIC = new URL('../../../../static/', import.meta.url);

test.each(Object.entries(jsonSchemaFiles(formatText)))(
	'the committed %s is current; `node src/tools/emit-schema.ts` writes it',
	(path, text) => {
		expect(readFileSync(new URL(path, STATIC), 'utf8')).toBe(text);
	}
);

const BOTH = [
	['a scenario', scenarioJsonSchema(formatText), ScenarioSchema],
	['a part', partJsonSchema(formatText), PartSchema]
] as const;

test.each(BOTH)('the JSON Schema of %s knows every key and allows no other', (_name, schema, { entries }) => {
	expect(Object.keys(schema.properties!)).toEqual(Object.keys(entries));
	expect(schema.additionalProperties).toBe(false);
});

test.each(BOTH)('R232: every key of %s says what it means', (_name, schema) => {
	expect(mute(schema)).toEqual([]);
});

test('R232: levers are a list to choose from, each with its meaning, unit and bounds', () => {
	const effect = scenarioJsonSchema(formatText).properties!.decisions!.items as JsonSchema;
	const levers = (effect.properties!.effects!.items as JsonSchema).properties!.set!.oneOf!;
	expect(levers.map((one) => one.const)).toEqual(LEVER_IDS);
	for (const { description } of levers) expect(description).toMatch(/\S/);
	expect(levers.find((one) => one.const === 'update.pollMin')!.description).toMatch(
		/\(min, [\d.]+ to \d+\)$/
	);
});

/** Paths of keys without a description. */
function mute(schema: JsonSchema, path = ''): string[] {
	const { properties = {}, items, anyOf = [], additionalProperties: rest } = schema;
	const isText = Object.keys(properties).join() === 'en';
	return [
		...Object.entries(isText ? {} : properties).flatMap(([key, one]) => [
			...(one.description === undefined ? [`${path}.${key}`] : []),
			...mute(one, `${path}.${key}`)
		]),
		...[items ?? []].flat().flatMap((one) => mute(one, path)),
		...anyOf.flatMap((one) => mute(one, path)),
		...(typeof rest === 'object' && !isText ? mute(rest, `${path}.*`) : [])
	];
}
