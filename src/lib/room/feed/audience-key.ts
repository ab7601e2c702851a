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

/**
 * The feeds that a page of a person is shown: their own; or, where a facilitator looks at what a team sees, those of that
 * team and nothing else. Null: it is nobody's page, or that of somebody who may not look there.
 */
export function feedsShown(
	own: readonly FeedKey[] | undefined,
	looksAt: string | null
): readonly FeedKey[] | null {
	if (own === undefined) return null;
	if (looksAt === null) return own;
	return own.includes('facilitator') ? [`team:${looksAt}`] : null;
}

/** Parts of a team's feed that are its members' alone, by key. */
const MEMBERS_ONLY: readonly string[] = ['pad'];

/** What somebody who is not of the team may be shown of its feed. */
export function withoutMembersOnly<Text>(parts: Readonly<Record<string, Text>>): Record<string, Text> {
	return Object.fromEntries(Object.entries(parts).filter(([key]) => !MEMBERS_ONLY.includes(key)));
}
