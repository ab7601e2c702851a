import type { Rating } from '../state.ts';

/** What one author says of a task of a team now, and what they said before, oldest first. */
export interface StandingMark {
	readonly now: Rating;
	readonly before: readonly Rating[];
}

/** Of each author, team and task the latest mark, in the order in which they were first given. */
export function standingMarks(ratings: readonly Rating[]): StandingMark[] {
	const given = new Map<string, Rating[]>();
	for (const rating of ratings) {
		const { author, team, subject } = rating;
		const who = author.kind === 'facilitator' ? '' : (author.seat ?? '');
		const key = JSON.stringify([author.kind, who, team, subject]);
		given.set(key, [...(given.get(key) ?? []), rating]);
	}
	return [...given.values()].map((all) => ({ now: all.at(-1)!, before: all.slice(0, -1) }));
}
