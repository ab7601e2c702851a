import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SCHEMA_PATH, scenarioJsonSchema, scenarioJsonSchemaText } from './json-schema.ts';
import { ScenarioSchema } from './scenario.ts';

const STATIC = new URL('../../../../static/', import.meta.url);

test('the committed JSON Schema is current; `node src/tools/emit-schema.ts` writes it', () => {
	expect(readFileSync(new URL(SCHEMA_PATH, STATIC), 'utf8')).toBe(scenarioJsonSchemaText());
});

test('the JSON Schema knows every key of a scenario and allows no other', () => {
	const schema = scenarioJsonSchema() as { properties: object; additionalProperties: boolean };
	expect(Object.keys(schema.properties)).toEqual(Object.keys(ScenarioSchema.entries));
	expect(schema.additionalProperties).toBe(false);
});
