import type { Localized } from '../scenario.ts';

/** A scenario that comes with Patchfall: a folder beside this file, named after its id. */
export interface BuiltIn {
	readonly id: string;
	/** Its main file; its parts stand beside it. */
	readonly file: string;
	readonly title: Localized;
	/** Of what physics and rules read of it; a run begun with another content is not played on. */
	readonly contentHash: string;
}

/** In the order in which they are offered. */
export const BUILT_IN: readonly BuiltIn[] = [
	{
		id: 'july-2024',
		file: 'july-2024/scenario.yaml',
		title: { en: 'July 2024: the update' },
		contentHash: 'a085045f484f0220'
	},
	{
		id: 'april-2010',
		file: 'april-2010/scenario.yaml',
		title: { en: 'April 2010: the false alarm' },
		contentHash: '80bae8da4dae7eb7'
	}
];

/** The scenario that is played, shown or measured where none is chosen: the first on offer. */
export const DEFAULT_SCENARIO = BUILT_IN[0]!.id;
