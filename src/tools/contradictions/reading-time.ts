import type { Scenario } from '../../lib/scenario/scenario.ts';
import type { Course } from './course.ts';

/** Words that people read in a minute, aloud to themselves. */
export const WORDS_A_MINUTE = 200;

/** Minutes that it takes to read what a role was told and offered for the first time in a play, its briefing before. */
export function readingMinutes(scenario: Scenario, { casting: { role }, events }: Course): number {
	const brief = scenario.roles.find(({ id }) => id === role)?.brief?.en ?? '';
	const prepared = scenario.decisions.filter((one) => one.role === role && one.phase === 'preparation');
	const told = events.flatMap((one) =>
		one.kind === 'told' ? [one.inject.title.en, one.inject.body.en] : []
	);
	const offered = new Set(events.flatMap((one) => (one.kind === 'offered' ? [one.decision.id] : [])));
	const cards = scenario.decisions.filter(({ id }) => offered.has(id));
	const texts = [
		scenario.briefing?.en ?? '',
		brief,
		...told,
		...[...prepared, ...cards].flatMap(({ title, text, default: otherwise }) => [
			title.en,
			text.en,
			otherwise?.en ?? ''
		])
	];
	const words = texts.reduce((sum, text) => sum + text.split(/\s+/).filter((word) => word !== '').length, 0);
	return words / WORDS_A_MINUTE;
}
