import * as v from 'valibot';
import { FORMAT } from '../schema/scenario.ts';
import { compose } from './compose.ts';
import type { Fault, Finding, Places } from '../faults/fault.ts';
import { findingOf, withoutConsequences } from './issues.ts';
import { Source } from './source.ts';
import { ValueReader } from './values.ts';

export type Read<Value> =
	| { readonly ok: true; readonly value: Value; readonly source: Source }
	| { readonly ok: false; readonly faults: Fault[] };

/** As many as an author wants to read at once. */
const MAX_FAULTS = 50;

/** Findings as faults, file by file in the order of the lines; one that stands on several lines once. */
export function faultsOf(places: Places, findings: readonly Finding[]): Fault[] {
	const faults = findings
		.map((finding) => places.fault(finding))
		.sort((a, b) => places.fileIndex(a) - places.fileIndex(b) || a.line - b.line || a.column - b.column);
	return onceEach(faults).slice(0, MAX_FAULTS);
}

/** A name that is misspelt where it is given is unknown wherever it is used: that is one thing to mend. */
function onceEach(faults: readonly Fault[]): Fault[] {
	const lines = new Map<string, number[]>();
	const first: (readonly [string, Fault])[] = [];
	for (const fault of faults) {
		const { file, line, code, params } = fault;
		const same = code === 'unknown' ? [file, code, params] : [file, code, params, fault.path];
		const key = JSON.stringify(same);
		const known = lines.get(key);
		if (known === undefined) first.push([key, fault]);
		lines.set(key, [...(known ?? []), line]);
	}
	return first.map(([key, fault]) => ({
		...fault,
		alsoLines: [...new Set(lines.get(key)!.filter((line) => line !== fault.line))]
	}));
}

/** Text to a value of a schema, or everything that is wrong with it. Never throws, whatever the text. */
export function readDocument<const Schema extends v.GenericSchema>(
	text: string,
	file: string,
	schema: Schema
): Read<v.InferOutput<Schema>> {
	const source = new Source(text, file);
	const composed = compose(source);
	if (!composed.ok) return composed;
	source.root = composed.document.contents;
	const reader = new ValueReader(source);
	const value = reader.read(source.root);
	if (reader.findings.length > 0) return { ok: false, faults: faultsOf(source, reader.findings) };

	const format = formatFinding(value);
	if (format !== null) return { ok: false, faults: [source.fault(format)] };
	const result = v.safeParse(schema, value);
	if (result.success) return { ok: true, value: result.output, source };
	return {
		ok: false,
		faults: faultsOf(source, withoutConsequences(result.issues.map((issue) => findingOf(issue))))
	};
}

/** The format is looked at first: everything else that is wrong with a newer one would mislead. */
function formatFinding(value: unknown): Finding | null {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		return { path: [], code: 'noScenario', params: { format: FORMAT } };
	}
	const format = (value as Record<string, unknown>).format;
	if (format === FORMAT) return null;
	const path = ['format'];
	if (typeof format === 'number' && format > FORMAT) {
		return { path, code: 'newerFormat', params: { format, reads: FORMAT } };
	}
	return { path, code: 'unknownFormat', params: { format: FORMAT } };
}
