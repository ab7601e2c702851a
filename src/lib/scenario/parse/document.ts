import * as v from 'valibot';
import { FORMAT } from '../schema/scenario.ts';
import { compose } from './compose.ts';
import type { Fault, Finding, Places } from './fault.ts';
import { findingOf } from './issues.ts';
import { Source } from './source.ts';
import { ValueReader } from './values.ts';

export type Read<Value> =
	| { readonly ok: true; readonly value: Value; readonly source: Source }
	| { readonly ok: false; readonly faults: Fault[] };

/** As many as an author wants to read at once. */
const MAX_FAULTS = 50;

/** Findings as faults, file by file in the order of the lines. */
export function faultsOf(places: Places, findings: readonly Finding[]): Fault[] {
	return findings
		.map((finding) => places.fault(finding))
		.sort((a, b) => places.fileIndex(a) - places.fileIndex(b) || a.line - b.line || a.column - b.column)
		.slice(0, MAX_FAULTS);
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
		faults: faultsOf(
			source,
			result.issues.map((issue) => findingOf(issue))
		)
	};
}

/** The format is looked at first: everything else that is wrong with a newer one would mislead. */
function formatFinding(value: unknown): Finding | null {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		return { path: [], message: 'a mapping is needed here', remedy: `begin with format: ${FORMAT}` };
	}
	const format = (value as Record<string, unknown>).format;
	if (format === FORMAT) return null;
	const path = ['format'];
	if (typeof format === 'number' && format > FORMAT) {
		return {
			path,
			message: `this is format ${format}, and this version reads format ${FORMAT}`,
			remedy: 'open it with a newer version of Patchfall'
		};
	}
	return { path, message: 'the format is missing or unknown', remedy: `write format: ${FORMAT}` };
}
