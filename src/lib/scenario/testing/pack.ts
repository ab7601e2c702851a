import { readdirSync, readFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { libraryOf, packsOf, type PackFiles } from '../packs/index.ts';
import { formatFault, parseScenario } from '../parse.ts';
import type { Library, Scenario } from '../scenario.ts';

// eslint-disable-next-line patchfall/purity -- only tests use this file, and they may read files
const FOLDER = new URL('../packs/', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, FOLDER), 'utf8');

/** The built-in packs as their files stand. */
export const PACKS: readonly PackFiles[] = packsOf(
	Object.fromEntries(
		readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
			.map((file) => file.replaceAll('\\', '/'))
			.filter((file) => file.endsWith('.yaml'))
			.map((file) => [file, read(file)])
	)
);

export const modelText: string = read('model.yaml');
export const library: Library = libraryOf(JSON.parse(read('../worlds/earth.json')), modelText, PACKS);

/** A built-in pack, read. */
export function packOf(id: string): { readonly scenario: Scenario; readonly text: string } {
	const pack = PACKS.find((one) => one.id === id);
	if (pack === undefined) throw new Error(`there is no pack '${id}'`);
	const parsed = parseScenario(pack.text, pack.file, library);
	if (!parsed.ok) throw new Error(parsed.faults.map(formatFault).join('\n'));
	return {
		scenario: parsed.scenario,
		/** The whole pack in one file, as YAML. */
		get text() {
			return stringify(parsed.source, { aliasDuplicateObjects: false });
		}
	};
}

/** A scenario's text, read with the built-in library. */
export function scenarioOf(text: string): Scenario {
	const parsed = parseScenario(text, 'test.yaml', library);
	if (!parsed.ok) throw new Error(parsed.faults.map(formatFault).join('\n'));
	return parsed.scenario;
}
