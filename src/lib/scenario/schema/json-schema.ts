import { toJsonSchema } from '@valibot/to-json-schema';
import { FORMAT, ScenarioSchema } from './scenario.ts';

/** Where the schema is served from, below the place where Patchfall runs. */
export const SCHEMA_PATH = `schema/scenario-${FORMAT}.json`;

/**
 * The format of scenario files as a JSON Schema (draft 7), for editors that complete and check while an author types.
 * It knows shapes, choices and bounds; what only holds between parts (ids that exist, shares that add up, times within
 * the exercise) is left to `parseScenario`.
 */
export function scenarioJsonSchema(): object {
	const schema = toJsonSchema(ScenarioSchema, { errorMode: 'ignore', typeMode: 'input' });
	return { title: 'Patchfall scenario', description: `Format ${FORMAT} of Patchfall scenarios.`, ...schema };
}

/** The schema as the text of its file. */
export function scenarioJsonSchemaText(): string {
	return JSON.stringify(scenarioJsonSchema(), null, '\t') + '\n';
}
