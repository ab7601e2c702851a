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
	| `person:${string}`;

/** The feeds that a person follows: that of their audience, and their own. */
export function feedsOf({
	id,
	kind,
	team
}: Pick<Person, 'id' | 'kind' | 'team'>): readonly [FeedKey, FeedKey] {
	const own = `person:${id}` as const;
	if (kind !== 'player') return [kind, own];
	return [team === null ? 'door' : `team:${team}`, own];
}
