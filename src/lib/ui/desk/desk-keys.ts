import { actOf, type KeyPress } from '../keys/press.ts';

/** What a key of the desk does. `main` and `pause` always; the others once single letters are switched on. */
export type DeskKey = 'main' | 'pause' | 'blank' | 'code' | 'map' | 'services' | 'ballot';

const LETTERS: Readonly<Record<string, DeskKey>> = {
	...{ p: 'pause', b: 'blank', q: 'code', m: 'map', s: 'services', v: 'ballot' }
};
const WRITES = 'input, select, textarea, [contenteditable]';

/** @param letters whether single letters are on */
export function deskKey(press: KeyPress, letters: boolean): DeskKey | null {
	const act = actOf('play', press);
	if (act === 'main' || act === 'pause') return act;
	if (!letters || press.repeat || press.defaultPrevented) return null;
	if (press.ctrlKey || press.altKey || press.metaKey || press.shiftKey) return null;
	if ((press.target as Element | null)?.matches?.(WRITES) ?? false) return null;
	return LETTERS[letterOf(press)] ?? null;
}

/** Where a keyboard types no Latin letters, a letter goes by its place. */
function letterOf({ key, code }: KeyPress): string {
	if (/^\p{Script=Latin}$/u.test(key)) return key.toLowerCase();
	return code.startsWith('Key') ? code.slice(3).toLowerCase() : key;
}
