/** What a stage can show, in the order of an exercise. */
export const STAGE_SECTIONS = [
	'welcome',
	'rules',
	'title',
	'situation',
	'map',
	'services',
	/** Only while there is a ballot that the stage may show. */
	'ballot',
	/** Only once the summit has begun. */
	'summit',
	/** Only once the summit is over and the next outages are known: see {@link AFTER_SUMMIT}. */
	'curves',
	'shocks',
	'twoMaps',
	'sides',
	'history',
	'hotWash',
	'findings',
	/** Only where teams play in worlds of their own, and as far as comparing them is allowed. */
	'comparison',
	'thanks'
] as const;
export type StageSection = (typeof STAGE_SECTIONS)[number];
/** What is shown of the world that a summit left behind, in its order. */
export const AFTER_SUMMIT = [
	'curves',
	'shocks',
	'twoMaps',
	'sides',
	'history'
] as const satisfies readonly StageSection[];

export type AfterSummitSection = (typeof AFTER_SUMMIT)[number];
export function isAfterSummit(section: StageSection): section is AfterSummitSection {
	return AFTER_SUMMIT.some((one) => one === section);
}
