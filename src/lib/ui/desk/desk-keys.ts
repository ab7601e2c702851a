import type { ActOf } from '../keys/key-table.ts';
import { actOf, type KeyPress } from '../keys/press.ts';

export type DeskKey = ActOf<'desk'> | ActOf<'deskLetters'>;

/**
 * What a key of the desk does.
 * @param letters whether single letters are on
 */
export function deskKey(press: KeyPress, letters: boolean, onMac?: boolean): DeskKey | null {
	return actOf('desk', press, onMac) ?? (letters ? actOf('deskLetters', press, onMac) : null);
}

const SHEET_KEYS = ['next', 'release', 'park', 'edit', 'write'] as const satisfies readonly DeskKey[];
/** What a key does with the message that is chosen in the run sheet, or the next one. */
export type SheetKey = (typeof SHEET_KEYS)[number];

export function isSheetKey(key: DeskKey): key is SheetKey {
	return SHEET_KEYS.some((one) => one === key);
}
