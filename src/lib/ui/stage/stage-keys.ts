import { STAGE_SECTIONS, type StageSection } from '../../room/protocol/requests.ts';

export type StageKey = 'next' | 'back' | 'blank' | 'code' | 'fullScreen';

/** Presses of one key within this time are one: clickers bounce. */
export const BOUNCE_MS = 400;

const BY_KEY: Readonly<Record<string, StageKey>> = {
	...{ PageDown: 'next', ArrowRight: 'next', ArrowDown: 'next' },
	...{ PageUp: 'back', ArrowLeft: 'back', ArrowUp: 'back' },
	...{ F5: 'fullScreen', b: 'blank', '.': 'blank', q: 'code' }
};
/** Clickers send the keys of an American keyboard by their place: a full stop arrives as another sign elsewhere. */
const BY_CODE: Readonly<Record<string, StageKey>> = { Period: 'blank' };

type Press = Pick<
	KeyboardEvent,
	'key' | 'code' | 'ctrlKey' | 'altKey' | 'metaKey' | 'repeat' | 'defaultPrevented'
>;

/** What a key of the stage or of a clicker does. Space and Enter do nothing: they are pressed by mistake. */
export function stageKey(press: Press): StageKey | null {
	if (press.ctrlKey || press.altKey || press.metaKey || press.repeat || press.defaultPrevented) return null;
	const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
	return BY_KEY[key] ?? BY_CODE[press.code] ?? null;
}

/** What is not always there to be shown. */
export interface SectionsThere {
	readonly findings: boolean;
	readonly ballot: boolean;
	readonly comparison: boolean;
}

/** The sections that can be shown now, in their order. */
export function sectionsThere(has: SectionsThere): StageSection[] {
	return STAGE_SECTIONS.filter(
		(one) => (one !== 'findings' && one !== 'ballot' && one !== 'comparison') || has[one]
	);
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
