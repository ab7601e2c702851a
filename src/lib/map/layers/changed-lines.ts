import { CELLS_PER_LINE, WORDS_PER_CELL } from '../../sim/observe/map/map-shares.ts';

const WORDS_PER_LINE = CELLS_PER_LINE * WORDS_PER_CELL;

/** The lines of a texture from the first to the last in which two pictures differ; null: they are the same. */
export function changedLines(
	before: Uint32Array,
	now: Uint32Array
): { readonly from: number; readonly until: number } | null {
	if (before === now) return null;
	const words = now.length;
	let first = 0;
	while (first < words && before[first] === now[first]) first++;
	if (first === words) return null;
	let last = words - 1;
	while (before[last] === now[last]) last--;
	return { from: Math.floor(first / WORDS_PER_LINE), until: Math.floor(last / WORDS_PER_LINE) + 1 };
}
