import { toJsonSchema } from '@valibot/to-json-schema';
import { LEVER_IDS, parameterSpec, type LeverId } from '../../sim/parameters.ts';
import { FORMAT, PartSchema, ScenarioSchema } from './scenario.ts';

/** Where the schemas are served from, below the place where Patchfall runs. */
export const SCHEMA_PATH = `schema/scenario-${FORMAT}.json`;
export const PART_SCHEMA_PATH = `schema/scenario-part-${FORMAT}.json`;

/** What a key means, by its path without indices (`decisions.effects.set`); undefined: nobody has said. */
export type Describe = (path: string) => string | undefined;

/** As much of a JSON Schema as scenarios need. */
export interface JsonSchema {
	description?: string;
	type?: string;
	properties?: Record<string, JsonSchema>;
	required?: string[];
	items?: JsonSchema | JsonSchema[];
	additionalProperties?: JsonSchema | boolean;
	propertyNames?: JsonSchema;
	anyOf?: JsonSchema[];
	oneOf?: JsonSchema[];
	const?: unknown;
	enum?: unknown[];
	default?: unknown;
	pattern?: string;
	minimum?: number;
	exclusiveMinimum?: number;
	maximum?: number;
	minItems?: number;
	maxItems?: number;
	maxLength?: number;
	title?: string;
}

/**
 * The format of scenario files as a JSON Schema (draft 7), for editors that complete and check while an author types.
 * It knows shapes, choices and bounds; what only holds between parts (ids that exist, shares that add up, times within
 * the exercise) is left to `parseScenario`.
 */
export function scenarioJsonSchema(describe: Describe = () => undefined): JsonSchema {
	const schema = toJsonSchema(ScenarioSchema, { errorMode: 'ignore', typeMode: 'input' }) as JsonSchema;
	const description = `Format ${FORMAT} of Patchfall scenarios.`;
	return { title: 'Patchfall scenario', description, ...described(schema, '', describe) };
}

/** As {@link scenarioJsonSchema}, for the files in which a scenario keeps its parts. */
export function partJsonSchema(describe: Describe = () => undefined): JsonSchema {
	const schema = toJsonSchema(PartSchema, { errorMode: 'ignore', typeMode: 'input' }) as JsonSchema;
	const description = `A part of a Patchfall scenario of format ${FORMAT}.`;
	return { title: 'Part of a Patchfall scenario', description, ...described(schema, '', describe) };
}

/** The schemas as the texts of their files, by path. */
export function jsonSchemaFiles(describe: Describe): Record<string, string> {
	const text = (schema: object) => JSON.stringify(schema, null, '\t') + '\n';
	return {
		[SCHEMA_PATH]: text(scenarioJsonSchema(describe)),
		[PART_SCHEMA_PATH]: text(partJsonSchema(describe))
	};
}

/** Whether a schema is of a text by language: its keys are languages. */
export function isByLocale({ properties }: JsonSchema): boolean {
	return Object.keys(properties ?? {}).join() === 'en';
}

/** A schema whose keys say what they mean, with the levers as a list to choose from. */
function described(schema: JsonSchema, path: string, describe: Describe): JsonSchema {
	const inner = (one: JsonSchema) => described(one, path, describe);
	const { properties, items, anyOf, additionalProperties: rest } = schema;
	return {
		...schema,
		...(properties !== undefined && !isByLocale(schema) && { properties: keys(properties, path, describe) }),
		...(items !== undefined && { items: Array.isArray(items) ? items.map(inner) : inner(items) }),
		...(anyOf !== undefined && { anyOf: anyOf.map(inner) }),
		...(typeof rest === 'object' && { additionalProperties: described(rest, `${path}.*`, describe) })
	};
}

function keys(properties: Record<string, JsonSchema>, path: string, describe: Describe) {
	return Object.fromEntries(
		Object.entries(properties).map(([key, schema]) => {
			const place = path === '' ? key : `${path}.${key}`;
			const description = describe(place);
			const isLever = key === 'set' && schema.type === 'string';
			return [
				key,
				{
					...(description !== undefined && { description }),
					...(isLever ? { oneOf: LEVERS } : described(schema, place, describe))
				}
			];
		})
	);
}

/** Every lever with what it means, in which unit, and between which bounds. */
const LEVERS: JsonSchema[] = LEVER_IDS.map((id) => ({ const: id, description: leverText(id) }));

function leverText(id: LeverId): string {
	const { meaning, unit, min, max, choices } = parameterSpec(id)!;
	if (unit === 'flag') return `${meaning} (true or false)`;
	if (unit === 'choice') return `${meaning}${choices?.length ? ` (${choices.join(', ')})` : ''}`;
	return `${meaning} (${unit}, ${min} to ${max})`;
}
