import { BUILT_IN } from '../../../scenario/packs/built-in.ts';
import { exampleScenario } from '../../../scenario/example.ts';
import { CALL_FORMS } from '../../../scenario/expression/types.ts';
import { NAME_FIELDS } from '../../../scenario/expression/names.ts';
import {
	isByLocale,
	SCHEMA_PATH,
	scenarioJsonSchema,
	type JsonSchema
} from '../../../scenario/schema/json-schema.ts';
import type { WorldData } from '../../../scenario/scenario.ts';
import type { ModelParameters } from '../../../scenario/schema/scenario.ts';
import type { ParameterSpec } from '../../../sim/parameter-spec.ts';
import { LEVER_IDS, parameterSpec } from '../../../sim/parameters.ts';
import { formatText } from '../../../text/scenario-format.ts';
import { inLocale } from '../../../text/words.ts';
import { PART_KEYS, type FormatPart } from './format-parts.ts';

/** One key of the format, from the schema. */
export interface KeyRow {
	/** As it stands in the file: `decisions[].effects[].set`. */
	readonly path: string;
	readonly isNeeded: boolean;
	readonly kind: KindOfValue;
	readonly text: string;
}

/** What can stand there; words are made where it is shown. */
export interface KindOfValue {
	readonly of:
		| 'text'
		| 'byLocale'
		| 'number'
		| 'whole'
		| 'flag'
		| 'list'
		| 'mapping'
		| 'oneOf'
		| 'time'
		| 'lever'
		| 'any';
	readonly choices: readonly string[];
	readonly low: number | null;
	readonly high: number | null;
	/** What it is where it is left out. */
	readonly otherwise: string | null;
}

export interface LeverRow {
	readonly id: string;
	readonly spec: Pick<ParameterSpec, 'owner' | 'unit' | 'min' | 'max' | 'meaning'> & {
		readonly choices: readonly string[];
		readonly perClass: boolean;
		readonly before: boolean;
	};
}

/** Everything that the page for authors shows: put together once, from the schema, the levers and the world. */
export function formatView(model: ModelParameters, world: WorldData) {
	const rows = keyRows(scenarioJsonSchema(formatText));
	const countries = new Map(world.countries.map(({ iso2, name }) => [iso2, name]));
	return {
		schemaPath: SCHEMA_PATH,
		parts: Object.entries<readonly string[]>(PART_KEYS).map(([part, keys]) => ({
			part: part as FormatPart,
			rows: rows.filter(({ path }) => keys.includes(path.split(/[.[]/)[0]!))
		})),
		levers: LEVER_IDS.map((id): LeverRow => {
			const { owner, unit, min, max, meaning, choices = [], perClass, before } = parameterSpec(id)!;
			const spec = { owner, unit, min, max, meaning, choices };
			return { id, spec: { ...spec, perClass: perClass === true, before: before === true } };
		}),
		names: NAME_FIELDS.map(({ first, hasId, fields }) => ({
			first: hasId ? `${first}.ID` : first,
			fields: [...fields].map(([name, type]) => ({
				name,
				choices: type.kind === 'text' ? (type.choices ?? []) : []
			}))
		})),
		calls: Object.entries(CALL_FORMS).map(([name, form]) => ({ name, form })),
		sectors: (model.sectors ?? []).map(({ id, name, unit, hostShare }) => {
			return { id, name: inLocale(name), unit: inLocale(unit), hostShare };
		}),
		profiles: Object.keys(model.profiles ?? {}),
		metros: [...world.metros]
			.map(({ id, name, country }) => ({ id, name, country: countries.get(country) ?? country }))
			.sort((a, b) => (a.country === b.country ? (a.id < b.id ? -1 : 1) : a.country < b.country ? -1 : 1)),
		builtIn: BUILT_IN.map(({ id, title }) => ({ id, title: inLocale(title) })),
		example: exampleScenario('My scenario')
	};
}
export type FormatView = ReturnType<typeof formatView>;

/** The keys of a schema and of everything in it, in its order. */
function keyRows(schema: JsonSchema, path = ''): KeyRow[] {
	const { properties = {}, required = [] } = schema;
	return Object.entries(properties).flatMap(([key, one]) => {
		const here = path === '' ? key : `${path}.${key}`;
		const row = {
			path: here,
			isNeeded: required.includes(key),
			kind: kindOf(one),
			text: one.description ?? ''
		};
		return [row, ...inner(one, here)];
	});
}

/** Keys within a value; texts by language have none, and what a class of hosts is called is said once. */
function inner(schema: JsonSchema, path: string): KeyRow[] {
	if (isByLocale(schema)) return [];
	const { items, anyOf = [], additionalProperties: rest } = schema;
	const own = isByClass(schema) ? [] : keyRows(schema, path);
	const inList = items === undefined || Array.isArray(items) ? [] : inner(items, `${path}[]`);
	const ofChoices = anyOf.flatMap((one) => inner(one, path));
	const byId = typeof rest === 'object' ? inner(rest, `${path}.ID`) : [];
	return distinct([...own, ...inList, ...ofChoices, ...byId]);
}

const isByClass = ({ properties = {} }: JsonSchema) =>
	Object.keys(properties).join() === 'server,workstation,laptop,kiosk,cloud';

function distinct(rows: readonly KeyRow[]): KeyRow[] {
	return rows.filter(({ path }, index) => rows.findIndex((one) => one.path === path) === index);
}

function kindOf(schema: JsonSchema): KindOfValue {
	const { type, anyOf, oneOf, minimum, exclusiveMinimum, maximum } = schema;
	const choices = [...(schema.enum ?? []), ...(schema.const === undefined ? [] : [schema.const])].map(String);
	const { default: otherwise } = schema;
	const isPlain = ['string', 'number', 'boolean'].includes(typeof otherwise);
	return {
		of: choices.length > 0 ? 'oneOf' : valueOf(schema, type, anyOf, oneOf),
		choices,
		low: minimum ?? exclusiveMinimum ?? null,
		high: maximum ?? null,
		otherwise: isPlain ? String(otherwise) : null
	};
}

function valueOf(
	schema: JsonSchema,
	type: string | undefined,
	anyOf: JsonSchema[] | undefined,
	oneOf: JsonSchema[] | undefined
): KindOfValue['of'] {
	if (oneOf !== undefined) return 'lever';
	if (anyOf?.some(({ pattern }) => pattern?.includes('T\\d{2}:'))) return 'time';
	if (anyOf !== undefined) return 'any';
	if (isByLocale(schema)) return 'byLocale';
	if (type === 'string') return 'text';
	if (type === 'integer') return 'whole';
	if (type === 'number') return 'number';
	if (type === 'boolean') return 'flag';
	return type === 'array' ? 'list' : 'mapping';
}
