import type { Person } from '../people/person.ts';

/** Names one feed of a room: of everybody who is shown the same, or of one person. */
export type FeedKey =
	| 'facilitator'
	| 'evaluator'
	| 'stage'
	| 'observer'
	| 'phone'
	/** Players without a team. */
	| 'door'
	| `team:${string}`
	/** The world of a team for the staff who look at it; without a team, the one that the stage shows. */
	| `staff:${string}`
	| `person:${string}`;

/** The feeds that a person follows: that of their audience, and their own. */
export function feedsOf({ id, kind, team }: Pick<Person, 'id' | 'kind' | 'team'>): readonly FeedKey[] {
	const own = `person:${id}` as const;
	// First what may become another one.
	if (kind === 'facilitator' || kind === 'evaluator') return [`staff:${team ?? ''}`, kind, own];
	if (kind !== 'player') return [kind, own];
	return [team === null ? 'door' : `team:${team}`, own];
}
