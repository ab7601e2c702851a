import { resolveScenario } from './resolve/scenario.ts';
import { partsOf } from './resolve/parts.ts';
import { lint } from './lint/lint.ts';
import { lintCard } from './lint/card.ts';
import { faultsOf, readDocument } from './parse/document.ts';
import type { Fault } from './parse/fault.ts';
import type { Library, Scenario, WorldData } from './scenario.ts';
import { ModelCardSchema, ScenarioSchema, type ModelCard, type ScenarioFile } from './schema/scenario.ts';

export type { Fault } from './parse/fault.ts';
export { formatFault } from './parse/fault.ts';

export type ParsedScenario =
	| { readonly ok: true; readonly scenario: Scenario; readonly source: ScenarioFile }
	| { readonly ok: false; readonly faults: readonly Fault[] };
export type ParsedCard =
	{ readonly ok: true; readonly card: ModelCard } | { readonly ok: false; readonly faults: readonly Fault[] };

const EMPTY: Library = { worlds: {}, models: {} };

/**
 * A scenario from the YAML (or JSON) that its author wrote, or everything that is wrong with it: each fault with file,
 * line, column, path, what is wrong and what to do. Never throws and never takes long, whatever the text.
 *
 * @param fileName for the messages
 * @param library the built-in worlds and model cards that scenarios may name
 */
export function parseScenario(text: string, fileName: string, library: Library = EMPTY): ParsedScenario {
	const read = readDocument(text, fileName, ScenarioSchema);
	if (!read.ok) return read;
	const file = read.value;
	const card = file.model === undefined ? null : own(library.models, file.model);
	const world = typeof file.world === 'string' ? own(library.worlds, file.world) : (file.world as WorldData);
	const parts = partsOf(file, card);
	const findings = lint({ file, parts, card, world, library });
	if (findings.length > 0 || world === null) return { ok: false, faults: faultsOf(read.source, findings) };
	return { ok: true, scenario: resolveScenario(file, parts, card, world), source: file };
}

/** A model card from its YAML, or everything that is wrong with it. */
export function parseModelCard(text: string, fileName: string): ParsedCard {
	const read = readDocument(text, fileName, ModelCardSchema);
	if (!read.ok) return read;
	const findings = lintCard(read.value);
	if (findings.length > 0) return { ok: false, faults: faultsOf(read.source, findings) };
	return { ok: true, card: read.value };
}

function own<Value>(values: Readonly<Record<string, Value>>, id: string): Value | null {
	return Object.hasOwn(values, id) ? values[id]! : null;
}
