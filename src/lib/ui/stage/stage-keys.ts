import type { ActOf } from '../keys/key-table.ts';
import { actOf, type KeyPress } from '../keys/press.ts';
import { isAfterSummit, STAGE_SECTIONS, type StageSection } from '../../room/live/stage/sections.ts';

/** What a key of the stage or of a clicker does. Space and Enter do nothing: they are pressed by mistake. */
export type StageKey = ActOf<'stage'>;

/** Presses of one key within this time are one: clickers bounce. */
export const BOUNCE_MS = 400;

export const stageKey = (press: KeyPress): StageKey | null => actOf('stage', press);

/** What is not always there to be shown. */
export interface SectionsThere {
	readonly findings: boolean;
	readonly ballot: boolean;
	readonly comparison: boolean;
	readonly summit: boolean;
	readonly outages: boolean;
}

/** The sections that can be shown now, in their order. */
export function sectionsThere(has: SectionsThere): StageSection[] {
	return STAGE_SECTIONS.filter((one) => {
		const needs = isAfterSummit(one) ? 'outages' : one;
		return !(needs in has) || has[needs as keyof SectionsThere];
	});
}

/** The section before or after the one that is shown; null: there is none. It never moves the exercise. */
export function sectionBeside(
	shown: StageSection,
	way: 'next' | 'back',
	has: SectionsThere
): StageSection | null {
	const sections = sectionsThere(has);
	const at = sections.indexOf(shown);
	return sections[at + (way === 'next' ? 1 : -1)] ?? null;
}
