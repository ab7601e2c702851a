import type { SummitView } from '../../../summit/project/project.ts';

export const LEADING = [
	'endOpening',
	'openBargaining',
	'endRound',
	'askPoll',
	'reopen',
	'callBallot',
	'closeBallot'
] as const;
/** A step that whoever leads a summit takes from the desk. */
export type Leading = (typeof LEADING)[number];

/** What can come next, the usual thing first. The rules have the last word; here stands what makes sense. */
export function nextSteps(
	{
		position,
		round,
		rounds,
		polls
	}: Pick<SummitView, 'position' | 'round' | 'rounds'> & { readonly polls: readonly unknown[] },
	pollsMost: number
): Leading[] {
	const isLast = rounds !== null && round >= rounds;
	switch (position.step) {
		case 'opening':
			return ['endOpening'];
		case 'tabling':
			return ['openBargaining'];
		case 'bargaining': {
			const polled: Leading[] = polls.length < pollsMost ? ['askPoll'] : [];
			return isLast ? ['callBallot', ...polled] : ['endRound', ...polled, 'callBallot'];
		}
		case 'poll':
			return isLast ? ['callBallot'] : ['reopen', 'callBallot'];
		case 'ballot':
			return ['closeBallot'];
		default:
			return [];
	}
}

/** Minutes that a step is given in the cut of 40 minutes. */
export function minutesFor(step: Leading): number | null {
	switch (step) {
		case 'endOpening':
			return 5;
		case 'openBargaining':
		case 'endRound':
		case 'reopen':
			return 5;
		case 'askPoll':
			return 2;
		case 'callBallot':
			return 3;
		case 'closeBallot':
			return null;
	}
}
