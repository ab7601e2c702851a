import { resolveScenario } from './resolve/scenario.ts';
import { partsOf } from './resolve/parts.ts';
import { lint } from './lint/lint.ts';
import { lintModelParameters } from './lint/model-parameters.ts';
import { faultsOf, readDocument } from './parse/document.ts';
import type { Fault, Finding } from './faults/fault.ts';
import { namesLike } from './parse/nearest.ts';
import { joinParts, type ReadPart } from './parse/parts.ts';
import type { Source } from './parse/source.ts';
import type { Library, Scenario, WorldData } from './scenario.ts';
import {
	ModelParametersSchema,
	PartSchema,
	ScenarioSchema,
	type ModelParameters,
	type ScenarioFile
} from './schema/scenario.ts';

export type { Fault } from './faults/fault.ts';
export { formatFault } from './faults/fault.ts';

export type ParsedScenario =
	| { readonly ok: true; readonly scenario: Scenario; readonly source: ScenarioFile }
	| { readonly ok: false; readonly faults: readonly Fault[] };
export type ParsedModelParameters =
	| { readonly ok: true; readonly model: ModelParameters }
	| { readonly ok: false; readonly faults: readonly Fault[] };

const EMPTY: Library = { worlds: {}, models: {}, parts: {} };

/**
 * A scenario from the YAML (or JSON) that its author wrote, or everything that is wrong with it: each fault with file,
 * line, column, path, and what is wrong as a code with parameters. Never throws and never takes long, whatever the text.
 *
 * @param fileName for the messages
 * @param library the built-in worlds and models that scenarios may name
 */
export function parseScenario(text: string, fileName: string, library: Library = EMPTY): ParsedScenario {
	const read = readDocument(text, fileName, ScenarioSchema);
	if (!read.ok) return read;
	const further = readParts(read.value, read.source, fileName, library);
	if (!further.ok) return further;
	const twice = rulesTwice([{ value: read.value, source: read.source }, ...further.parts]);
	if (twice !== null) return { ok: false, faults: [twice] };
	const { file, places } = joinParts(read.value, read.source, further.parts);
	const model = file.model === undefined ? null : own(library.models, file.model);
	const world = typeof file.world === 'string' ? own(library.worlds, file.world) : (file.world as WorldData);
	const parts = partsOf(file, model);
	const findings = lint({ file, parts, model, world, library });
	if (findings.length > 0 || world === null) return { ok: false, faults: faultsOf(places, findings) };
	return { ok: true, scenario: resolveScenario(file, parts, model, world), source: file };
}

/** The parts that a scenario names, each from its own file, or everything that is wrong with those files. */
function readParts(
	{ id, parts: names = [] }: ScenarioFile,
	source: Source,
	fileName: string,
	{ parts: texts = {}, beside = {} }: Library
): { readonly ok: true; readonly parts: ReadPart[] } | { readonly ok: false; readonly faults: Fault[] } {
	const parts: ReadPart[] = [];
	const faults: Fault[] = [];
	const builtIn = Object.keys(texts)
		.filter((key) => key.startsWith(`${id}/`))
		.map((key) => key.slice(id.length + 1));
	const known = [...Object.keys(beside), ...builtIn];
	const folder = fileName.slice(0, fileName.lastIndexOf('/') + 1);
	for (const [index, name] of names.entries()) {
		const path = ['parts', index];
		const text = own(beside, name) ?? own(texts, `${id}/${name}`);
		const choices = namesLike(name, known);
		const missing: Finding = { path, code: 'unknown', params: { kind: 'part', id: name, choices } };
		const twice: Finding = { path, code: 'twice', params: { kind: 'part', id: name } };
		if (text === null) faults.push(source.fault(missing));
		else if (names.indexOf(name) < index) faults.push(source.fault(twice));
		else {
			const read = readDocument(text, `${folder}${name}.yaml`, PartSchema);
			if (!read.ok) faults.push(...read.faults);
			else if (read.value.part === name) parts.push(read);
			else {
				const params = { name, callsItself: read.value.part };
				faults.push(read.source.fault({ path: ['part'], code: 'otherPart', params }));
			}
		}
	}
	return faults.length > 0 ? { ok: false, faults } : { ok: true, parts };
}

/** The fault of the second file that says the summit's rules, or null. */
function rulesTwice(
	files: readonly { readonly value: Pick<ScenarioFile, 'summit'>; readonly source: Source }[]
): Fault | null {
	const second = files.filter(({ value }) => value.summit?.rules !== undefined)[1];
	if (second === undefined) return null;
	return second.source.fault({ path: ['summit', 'rules'], code: 'rulesTwice', params: {}, onKey: true });
}

/** Model parameters from their YAML, or everything that is wrong with it. */
export function parseModelParameters(text: string, fileName: string): ParsedModelParameters {
	const read = readDocument(text, fileName, ModelParametersSchema);
	if (!read.ok) return read;
	const findings = lintModelParameters(read.value);
	if (findings.length > 0) return { ok: false, faults: faultsOf(read.source, findings) };
	return { ok: true, model: read.value };
}

function own<Value>(values: Readonly<Record<string, Value>>, id: string): Value | null {
	return Object.hasOwn(values, id) ? values[id]! : null;
}
