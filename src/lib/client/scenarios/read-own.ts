import { stringify } from 'yaml';
import { scenarioSummaries } from '../../room/facts/make-facts.ts';
import { BOT_TEXTS } from '../../room/facts/bot-texts.ts';
import type { ScenarioLibrary } from '../../room/scenario-library.ts';
import { ownRef } from '../../room/scenario-ref.ts';
import { wholeFile, type Fault } from '../../scenario/faults/fault.ts';
import { parseScenario } from '../../scenario/parse.ts';
import type { KeptScenario } from './kept-scenarios.ts';

/** A file as it was handed over. */
export interface GivenFile {
	readonly name: string;
	readonly text: string;
}

export type OwnReading =
	| { readonly ok: true; readonly scenario: Omit<KeptScenario, 'addedAtMs'> }
	| { readonly ok: false; readonly name: string; readonly faults: readonly Fault[] };

/** What stands first on its line in every part, and in no scenario. */
const PART_KEY = /^"?part"?\s*:/m;
const ENDING = /\.(ya?ml|json)$/i;

/**
 * A scenario of an author's own, from one file or from a main file and the parts beside it, or what is wrong with it.
 * What it is kept as is one file.
 */
export function readOwn(files: readonly GivenFile[], library: ScenarioLibrary): OwnReading {
	const main = files.find(({ text }) => !PART_KEY.test(text)) ?? files[0]!;
	const { name, text } = main;
	const parts = Object.fromEntries(
		files.filter((file) => file !== main).map((part) => [part.name.replace(ENDING, ''), part.text])
	);
	const opened = library.open({ kind: 'file', name, text, parts });
	if (!opened.ok) return { ok: false, name, faults: opened.faults };
	const { scenario, exercise } = opened.pack;
	if (scenarioSummaries([scenario], BOT_TEXTS).length === 0)
		return { ok: false, name, faults: [wholeFile(name, { code: 'notPlayable', params: {} })] };
	const ref = ownRef(scenario.id, exercise.contentHash);
	return { ok: true, scenario: { ref, name, title: scenario.title, text: inOne(main, parts, library) } };
}

/** The text of the main file, with what its parts say. */
function inOne(
	{ name, text }: GivenFile,
	parts: Readonly<Record<string, string>>,
	library: ScenarioLibrary
): string {
	if (Object.keys(parts).length === 0) return text;
	const parsed = parseScenario(text, name, { ...library.parts, beside: parts });
	return parsed.ok ? stringify(parsed.source, { aliasDuplicateObjects: false }) : text;
}
