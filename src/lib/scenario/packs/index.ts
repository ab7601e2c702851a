import { parseModelCard, formatFault } from '../parse.ts';
import type { Library, Localized } from '../scenario.ts';
import { parseEarth } from '../worlds/earth.ts';

/** A scenario that comes with Patchfall; its file stands beside this one. */
export interface BuiltIn {
	readonly id: string;
	readonly file: string;
	readonly title: Localized;
}

/** In the order in which they are offered. */
export const BUILT_IN: readonly BuiltIn[] = [
	{ id: 'july-2024', file: 'july-2024.yaml', title: { en: 'July 2024: the update' } }
];

/** The model card that the built-in scenarios share. */
export const MODEL_CARD_FILE = 'model.yaml';

/**
 * The library that built-in scenarios refer to, from the files as somebody else read them.
 * @param earthJson the parsed worlds/earth.json
 * @param modelText the text of packs/model.yaml
 * @throws Error with every fault of a file that does not load
 */
export function libraryOf(earthJson: unknown, modelText: string): Library {
	const parsed = parseModelCard(modelText, MODEL_CARD_FILE);
	if (!parsed.ok) throw new Error(parsed.faults.map(formatFault).join('\n'));
	return { worlds: { earth: parseEarth(earthJson) }, models: { [parsed.card.id]: parsed.card } };
}
