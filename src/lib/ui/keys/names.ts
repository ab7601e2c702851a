import { wordsFor } from '../../text/words.ts';
import { combinationsOf, type Combination, type KeyRow } from './key-table.ts';
import { isMac } from './press.ts';

const words = wordsFor().help.keys;

/** As it stands on the keys: `Ctrl + Enter`, `F8`, `⌘ Enter`. */
export function keysText(row: KeyRow, onMac = isMac): string {
	return combinationsOf(row, onMac)
		.map((combination) => combinationText(combination, onMac))
		.join(words.or);
}

function combinationText({ key, with: modifier }: Combination, onMac: boolean): string {
	const names: Readonly<Record<string, string>> = words.names;
	const name = names[key] ?? key.toUpperCase();
	if (modifier === undefined) return name;
	return onMac ? `${words.onMac[modifier]} ${name}` : `${words.names[modifier]} + ${name}`;
}
