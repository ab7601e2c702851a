/** The keys at the root of a scenario, by what they are about, in the order of the page. */
export const PART_KEYS = {
	file: ['format', 'id', 'title', 'summary', 'briefing', 'marking', 'handling', 'model', 'phases', 'parts'],
	clock: ['clock'],
	vendors: ['vendors', 'fleet', 'releases', 'trustIn', 'signal', 'ringPlans'],
	people: ['roles', 'organisations'],
	play: ['decisions', 'injects', 'cuts', 'questions'],
	judged: ['objectives', 'experts', 'record', 'facts'],
	values: ['parameters', 'ownSectors', 'sectors', 'profiles', 'habits', 'dependencies'],
	world: ['world'],
	summit: ['summit']
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type FormatPart = keyof typeof PART_KEYS;
