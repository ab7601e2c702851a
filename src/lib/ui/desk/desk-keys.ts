import { actOf, type KeyPress } from '../keys/press.ts';

/** What a key does with the message that is chosen in the run sheet, or the next one. */
export type SheetKey = 'next' | 'release' | 'park' | 'edit' | 'write';
/** What a key of the desk does: main button, pause, undo and edit always, the others once single letters are switched on. */
export type DeskKey = SheetKey | 'main' | 'pause' | 'undo' | 'blank' | 'code' | 'map' | 'services' | 'ballot';

const LETTERS: Readonly<Record<string, DeskKey>> = {
	...{ p: 'pause', b: 'blank', q: 'code', m: 'map', s: 'services', v: 'ballot' },
	...{ n: 'next', r: 'release', h: 'park', e: 'edit', w: 'write' }
};
const WRITES = 'input, select, textarea, [contenteditable]';

/** @param letters whether single letters are on */
export function deskKey(press: KeyPress, letters: boolean): DeskKey | null {
	const act = actOf('play', press);
	if (act === 'main' || act === 'pause') return act;
	if (press.repeat || press.defaultPrevented) return null;
	const isWriting = (press.target as Element | null)?.matches?.(WRITES) ?? false;
	if (isWriting) return null;
	if (isUndo(press)) return 'undo';
	if (press.key === 'F2') return 'edit';
	if (!letters || press.ctrlKey || press.altKey || press.metaKey || press.shiftKey) return null;
	return LETTERS[letterOf(press)] ?? null;
}

export function isSheetKey(key: DeskKey): key is SheetKey {
	return ['next', 'release', 'park', 'edit', 'write'].includes(key);
}

/** Ctrl+Backspace; on a Mac with the command key too. */
function isUndo({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyPress): boolean {
	return key === 'Backspace' && ctrlKey !== metaKey && !altKey && !shiftKey;
}

/** Where a keyboard types no Latin letters, a letter goes by its place. */
function letterOf({ key, code }: KeyPress): string {
	if (/^\p{Script=Latin}$/u.test(key)) return key.toLowerCase();
	return code.startsWith('Key') ? code.slice(3).toLowerCase() : key;
}
