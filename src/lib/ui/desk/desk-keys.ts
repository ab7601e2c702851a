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
