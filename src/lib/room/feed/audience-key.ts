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
	/** The map of an audience, for its pages that show one at the moment. */
	| MapFeedKey
	| `person:${string}`;
export type MapFeedKey = `map:${string}`;

export function mapFeedOf(audience: FeedKey): MapFeedKey {
	return `map:${audience}`;
}

export function isMapFeed(feed: FeedKey): feed is MapFeedKey {
	return feed.startsWith('map:');
}

/** The feeds that a person follows: that of their audience, and their own. */
export function feedsOf({ id, kind, team }: Pick<Person, 'id' | 'kind' | 'team'>): readonly FeedKey[] {
	const own = `person:${id}` as const;
	// First what may become another one.
	if (kind === 'facilitator' || kind === 'evaluator') return [`staff:${team ?? ''}`, kind, own];
	if (kind !== 'player') return [kind, own];
	return [team === null ? 'door' : `team:${team}`, own];
}

/** What a page of a person shows. */
export interface PageLook {
	/** The team whose page a facilitator looks at; null: what is the person's own. */
	readonly looksAt: string | null;
	/** Whether it shows a map at the moment. */
	readonly showsMap: boolean;
}

export const OWN_PAGE: PageLook = { looksAt: null, showsMap: false };

/**
 * The feeds that a page of a person is shown: their own; or, where a facilitator looks at what a team sees, those of that
 * team and nothing else; last that of the map, where it shows one. Null: it is nobody's page, or that of somebody who may not
 * look there.
 */
export function feedsShown(
	own: readonly FeedKey[] | undefined,
	{ looksAt, showsMap }: PageLook
): readonly FeedKey[] | null {
	if (own === undefined || (looksAt !== null && !own.includes('facilitator'))) return null;
	const shown = looksAt === null ? own : [`team:${looksAt}` as const];
	return showsMap ? [...shown, mapFeedOf(shown[0]!)] : shown;
}

/** Parts of a team's feed that are its members' alone, by key. */
const MEMBERS_ONLY: readonly string[] = ['pad'];

/** What somebody who is not of the team may be shown of its feed. */
export function withoutMembersOnly<Text>(parts: Readonly<Record<string, Text>>): Record<string, Text> {
	return Object.fromEntries(Object.entries(parts).filter(([key]) => !MEMBERS_ONLY.includes(key)));
}
