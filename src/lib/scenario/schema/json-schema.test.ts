import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { jsonSchemaFiles, partJsonSchema, scenarioJsonSchema } from './json-schema.ts';
import { PartSchema, ScenarioSchema } from './scenario.ts';

const STATIC = new URL('../../../../static/', import.meta.url);

test.each(Object.entries(jsonSchemaFiles()))(
	'the committed %s is current; `node src/tools/emit-schema.ts` writes it',
	(path, text) => {
		expect(readFileSync(new URL(path, STATIC), 'utf8')).toBe(text);
	}
);

test.each([
	['a scenario', scenarioJsonSchema(), ScenarioSchema],
	['a part', partJsonSchema(), PartSchema]
])('the JSON Schema of %s knows every key and allows no other', (_name, schema, { entries }) => {
	const { properties, additionalProperties } = schema as {
		properties: object;
		additionalProperties: boolean;
	};
	expect(Object.keys(properties)).toEqual(Object.keys(entries));
	expect(additionalProperties).toBe(false);
});
