import { toJsonSchema } from '@valibot/to-json-schema';
import { FORMAT, PartSchema, ScenarioSchema } from './scenario.ts';

/** Where the schemas are served from, below the place where Patchfall runs. */
export const SCHEMA_PATH = `schema/scenario-${FORMAT}.json`;
export const PART_SCHEMA_PATH = `schema/scenario-part-${FORMAT}.json`;

/**
 * The format of scenario files as a JSON Schema (draft 7), for editors that complete and check while an author types.
 * It knows shapes, choices and bounds; what only holds between parts (ids that exist, shares that add up, times within
 * the exercise) is left to `parseScenario`.
 */
export function scenarioJsonSchema(): object {
	const schema = toJsonSchema(ScenarioSchema, { errorMode: 'ignore', typeMode: 'input' });
	return { title: 'Patchfall scenario', description: `Format ${FORMAT} of Patchfall scenarios.`, ...schema };
}

/** As {@link scenarioJsonSchema}, for the files in which a scenario keeps its parts. */
export function partJsonSchema(): object {
	const schema = toJsonSchema(PartSchema, { errorMode: 'ignore', typeMode: 'input' });
	const description = `A part of a Patchfall scenario of format ${FORMAT}.`;
	return { title: 'Part of a Patchfall scenario', description, ...schema };
}

/** The schemas as the texts of their files, by path. */
export function jsonSchemaFiles(): Record<string, string> {
	const text = (schema: object) => JSON.stringify(schema, null, '\t') + '\n';
	return { [SCHEMA_PATH]: text(scenarioJsonSchema()), [PART_SCHEMA_PATH]: text(partJsonSchema()) };
}
