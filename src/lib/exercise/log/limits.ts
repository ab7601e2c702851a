/** A limit on everything that arrives from outside: what a room would rather refuse than carry. */
export const LIMITS = {
	idLength: 64,
	seedLength: 200,
	titleLength: 200,
	/** As long as a scenario's texts may be. */
	textLength: 5000,
	locales: 50,
	/** Ten years; no exercise is longer. */
	minute: 5_256_000,
	votes: 1_000_000,
	ballotOptions: 50,
	addressees: 50,
	/** Command ids that a room remembers, to answer a resend. */
	acceptedIds: 256,
	seats: 500,
	worlds: 200,
	/** Notes, ratings, and votes: so many of each. */
	writings: 2000,
	/** Decisions and levers set by hand in one world. */
	acts: 1000,
	/** Injects released by hand in one world. */
	released: 500,
	/** Injects whose plan was changed, or that were written in a room. */
	planned: 500,
	/** Of those, so many that wait for a hand. */
	parked: 40,
	/** Earlier revisions of the plan of one inject. */
	revisionsKept: 20,
	logEvents: 50_000,
	logCharacters: 32_000_000,
	logDepth: 12
} as const;
