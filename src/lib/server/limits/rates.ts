import type { Rate } from './token-buckets.ts';

/**
 * How often people may do things, by name. Rates go by room and by seat, because a venue has one address for all. Each
 * stands with its figure in SECURITY.md.
 */
export const RATES = {
	/** Wrong codes of one place: a crowd that mistypes, and no more than a few thousand guesses a day. */
	guessesAtPlace: { atOnce: 60, perSecond: 0.2 },
	/** Wrong codes of all places together. */
	guesses: { atOnce: 600, perSecond: 20 },
	/** Rooms that are opened from one place, and host keys that are tried from there. */
	openings: { atOnce: 20, perSecond: 0.5 },
	/** Rooms that are opened at the server's own machine. */
	ownOpenings: { atOnce: 200, perSecond: 5 },
	/** By room. */
	joins: { atOnce: 1000, perSecond: 100 },
	roomRequests: { atOnce: 2000, perSecond: 500 },
	/** By seat. */
	requests: { atOnce: 40, perSecond: 10 },
	connections: { atOnce: 40, perSecond: 10 }
} as const satisfies Readonly<Record<string, Rate>>;

export type RateName = keyof typeof RATES;
