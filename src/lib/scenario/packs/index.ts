import { parseModelParameters, formatFault } from '../parse.ts';
import type { Library } from '../scenario.ts';
import { parseEarth } from '../worlds/earth.ts';

/** The model parameters that the built-in scenarios share. */
export const MODEL_FILE = 'model.yaml';

/** A pack's main file; every other YAML file in its folder is a part of it, named after the file. */
const MAIN_FILE = 'scenario.yaml';

/** A pack as its files stand. */
export interface PackFiles {
	readonly id: string;
	/** Path of the main file from the packs' folder. */
	readonly file: string;
	readonly text: string;
	/** Texts of its parts, as a library keeps them. */
	readonly parts: Readonly<Record<string, string>>;
}

/**
 * Packs from their files, by path from the packs' folder ('july-2024/incident.yaml'), in the order of their ids.
 * Files that stand in no folder are none of a pack's.
 */
export function packsOf(files: Readonly<Record<string, string>>): PackFiles[] {
	const paths = Object.keys(files).filter((path) => path.endsWith('.yaml'));
	return paths
		.filter((path) => path.endsWith(`/${MAIN_FILE}`))
		.map((file) => {
			const folder = file.slice(0, -MAIN_FILE.length);
			const parts = paths.filter((path) => path.startsWith(folder) && path !== file);
			return {
				id: folder.slice(0, -1),
				file,
				text: files[file]!,
				parts: Object.fromEntries(parts.map((path) => [path.slice(0, -'.yaml'.length), files[path]!]))
			};
		})
		.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * The library that built-in scenarios refer to, from the files as somebody else read them.
 * @param earthJson the parsed worlds/earth.json
 * @param modelText the text of packs/model.yaml
 * @param packs the packs whose parts scenarios may name
 * @throws Error with every fault of a file that does not load
 */
export function libraryOf(earthJson: unknown, modelText: string, packs: readonly PackFiles[] = []): Library {
	const parsed = parseModelParameters(modelText, MODEL_FILE);
	if (!parsed.ok) throw new Error(parsed.faults.map(formatFault).join('\n'));
	return {
		worlds: { earth: parseEarth(earthJson) },
		models: { [parsed.model.id]: parsed.model },
		parts: partsIn(packs)
	};
}

/** Every pack's parts together. */
export function partsIn(packs: readonly Pick<PackFiles, 'parts'>[]): Record<string, string> {
	return Object.fromEntries(packs.flatMap(({ parts }) => Object.entries(parts)));
}
