import type { SummitState } from '../state.ts';

export const LEADING = [
	'endOpening',
	'openBargaining',
	'endRound',
	'closeCaucus',
	'askPoll',
	'reopen',
	'callBallot',
	'closeBallot'
] as const;
/** A step that whoever leads a summit takes. */
export type Leading = (typeof LEADING)[number];

/** What can come next, the usual thing first. The rules have the last word; here stands what makes sense. */
export function nextSteps(
	{
		position,
		round,
		rounds,
		polls
	}: Pick<SummitState, 'position' | 'round' | 'rounds'> & { readonly polls: readonly unknown[] },
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
		case 'caucus':
			return ['closeCaucus'];
		case 'poll':
			return isLast ? ['callBallot'] : ['reopen', 'callBallot'];
		case 'ballot':
			return ['closeBallot'];
		default:
			return [];
	}
}

/** The statements, before anybody takes a step. */
const OPENING_MIN = 5;

/** Minutes that a step is given in the cut of 40 minutes. */
export function minutesFor(step: Leading): number | null {
	switch (step) {
		case 'endOpening':
			return 5;
		case 'openBargaining':
		case 'endRound':
		case 'closeCaucus':
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

/** Minutes of a summit from its statements to its ballot, a poll among them; with no limit of rounds, as with five. */
export function minutesInAll(rounds: number | null): number {
	const steps: readonly Leading[] = ['endOpening', 'askPoll', 'callBallot'];
	const bargaining = (rounds ?? 5) * minutesFor('openBargaining')!;
	return OPENING_MIN + bargaining + steps.reduce((sum, step) => sum + minutesFor(step)!, 0);
}

/** What a step carries. Whoever closes the ballot takes it as it is: who has not voted does not say yes. */
export function payloadOf(step: Leading): { readonly withoutMissing?: true } {
	return step === 'closeBallot' ? { withoutMissing: true } : {};
}
