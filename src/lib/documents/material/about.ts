import { documentWords } from '../../text/document-words.ts';
import type { Localized, Scenario } from '../../scenario/scenario.ts';
import type { AboutFile } from '../office/office-file.ts';
import type { Block } from '../office/blocks.ts';
import { wordFile } from '../office/word.ts';
import type { Material } from './material.ts';

const words = documentWords.common;
type Say = (text: Localized) => string;

/** What stands on everything that is handed out. */
export function markingOf({ marking }: Pick<Scenario, 'marking'>, say: Say): string {
	return marking === undefined ? words.marking : say(marking);
}

/** Who may read it; where the scenario does not say, the place to say so. */
export function handlingOf({ handling }: Pick<Scenario, 'handling'>, say: Say): string {
	return handling === undefined ? words.handling.toFill : say(handling);
}

export function aboutFile({ pack, say }: Pick<Material, 'pack' | 'say'>, title: string): AboutFile {
	return { title, marking: markingOf(pack.scenario, say), application: words.application };
}

/** A written document: its title page with the marking and handling instructions, then what it says. */
export function written(
	material: Pick<Material, 'pack' | 'say'>,
	{ title, below, isDraft }: { readonly title: string; readonly below: string; readonly isDraft: boolean },
	blocks: readonly Block[]
): Uint8Array {
	const { scenario } = material.pack;
	const handling = handlingOf(scenario, material.say);
	const opening: Block[] = [
		{ kind: 'title', text: title, below },
		...(isDraft ? [{ kind: 'paragraph', text: words.draft, look: 'notice' } as const] : []),
		{ kind: 'heading', level: 2, text: words.handling.heading },
		{ kind: 'paragraph', text: handling },
		{ kind: 'paragraph', text: words.handling.real, look: 'notice' }
	];
	return wordFile({
		...aboutFile(material, title),
		draft: isDraft ? words.draft : null,
		handling,
		page: words.page,
		blocks: [...opening, ...blocks]
	});
}
