import { wordsFor } from '../../text/words.ts';
import { KEY_TABLE, combinationsOf, type Combination, type KeyPlace, type KeyRow } from './key-table.ts';
import { isMac } from './press.ts';

const words = wordsFor().help.keys;

/** As it stands on the keys: `Ctrl + Enter`, `F8`, `⌘ Enter`. */
export function keysText(row: KeyRow, onMac = isMac): string {
	return combinationsOf(row, onMac)
		.map((combination) => combinationText(combination, onMac))
		.join(words.or);
}

/** What keys of a place do, as people read it. */
export interface KeyText {
	readonly keys: string;
	readonly does: string;
}

/** The keys of a place with what each does. */
export function keyTexts(place: KeyPlace, onMac = isMac): KeyText[] {
	const does: Readonly<Record<string, string>> = words.does[place];
	return Object.entries<KeyRow>(KEY_TABLE[place]).map(([act, row]) => ({
		keys: keysText(row, onMac),
		does: does[act]!
	}));
}

function combinationText({ key, with: modifier }: Combination, onMac: boolean): string {
	const names: Readonly<Record<string, string>> = words.names;
	const name = names[key] ?? key.toUpperCase();
	if (modifier === undefined) return name;
	return onMac ? `${words.onMac[modifier]} ${name}` : `${words.names[modifier]} + ${name}`;
}
