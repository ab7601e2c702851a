import type { TimeLine } from '../../debrief/hot-wash/hot-wash.ts';

/** Heights in px of the rows of a time line; on narrow screens a row's name stands above it. */
export const ROW = 40;
export const NARROW_ROW = 62;

/** Injects have a row of their own, above the roles'. */
export function rowsHeight({ roles }: TimeLine, isNarrow: boolean): number {
	return (roles.length + 1) * (isNarrow ? NARROW_ROW : ROW);
}

/** A role's name without what stands in brackets after it. */
export function rowName(name: string): string {
	return name.replace(/ \(.*\)$/, '');
}
