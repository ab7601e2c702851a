import {
	KEY_TABLE,
	combinationsOf,
	type ActOf,
	type Combination,
	type KeyPlace,
	type KeyRow
} from './key-table.ts';

/** Whether function keys are the machine's own here. */
export const isMac: boolean = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '');

const WRITES = 'input:not([type=range], [type=checkbox], [type=radio]), select, textarea, [contenteditable]';

export type KeyPress = Pick<
	KeyboardEvent,
	'key' | 'code' | 'ctrlKey' | 'shiftKey' | 'metaKey' | 'altKey' | 'repeat' | 'defaultPrevented' | 'target'
>;

/** The act that a pressed key asks for at this place; null where it asks for none. A key held down counts once. */
export function actOf<Place extends KeyPlace>(
	place: Place,
	press: KeyPress,
	onMac = isMac
): ActOf<Place> | null {
	if (press.altKey || press.defaultPrevented || (press.repeat && place !== 'map')) return null;
	const isWriting = (press.target as Element | null)?.matches?.(WRITES) ?? false;
	const rows: [string, KeyRow][] = Object.entries(KEY_TABLE[place]);
	const row = rows.find(
		([, one]) =>
			(!isWriting || one.inText === true) &&
			combinationsOf(one, onMac).some((combination) => isPressed(combination, press))
	);
	return (row?.[0] as ActOf<Place> | undefined) ?? null;
}

function isPressed({ key, with: modifier }: Combination, press: KeyPress): boolean {
	if (press.ctrlKey !== (modifier === 'Control') || press.metaKey !== (modifier === 'Meta')) return false;
	// A French keyboard types digits, and several keyboards `+`, with Shift.
	if (/^\d$/.test(key)) return digitOf(press) === Number(key);
	// Clickers send the keys of an American keyboard by their place: a full stop arrives as another sign elsewhere.
	if (key === '.') return press.key === key || press.code === 'Period';
	if (press.shiftKey !== (modifier === 'Shift') && key !== '+') return false;
	return keyOf(press) === key;
}

/** The digit at the place of this key; null where there is none. */
export function digitOf({ code }: Pick<KeyPress, 'code'>): number | null {
	const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
	return digit === undefined ? null : Number(digit);
}

/** Where a keyboard types no Latin letters, a letter goes by its place. */
function keyOf({ key, code }: KeyPress): string {
	if (key.length > 1) return key;
	const isForeignLetter = /^\p{L}$/u.test(key) && !/^\p{Script=Latin}$/u.test(key);
	return isForeignLetter && code.startsWith('Key') ? code.slice(3).toLowerCase() : key.toLowerCase();
}

/** For `aria-keyshortcuts`. */
export function ariaKeys(row: KeyRow, onMac = isMac): string {
	return combinationsOf(row, onMac)
		.map(({ key, with: modifier }) => (modifier === undefined ? key : `${modifier}+${key}`))
		.join(' ');
}
