import type { TimeLine } from '../../debrief/hot-wash.ts';

/** Heights in px of the rows of a time line; on narrow screens a row's name stands above it. */
export const ROW = 40;
export const NARROW_ROW = 52;

/** Injects have a row of their own, above the roles'. */
export function rowsHeight({ roles }: TimeLine, isNarrow: boolean): number {
	return (roles.length + 1) * (isNarrow ? NARROW_ROW : ROW);
}
