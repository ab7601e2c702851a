import type { IncomingMessage, ServerResponse } from 'node:http';
import { GuessLimit } from '../limits/guess-limit.ts';
import { RATES } from '../limits/rates.ts';
import { TokenBuckets } from '../limits/token-buckets.ts';
import type { VisitFacts } from '../preflight/visits.ts';
import type { Proxies } from '../proxies.ts';
import type { writeLog } from '../log.ts';
import type { RoomRegistry } from '../rooms/room-registry.ts';

export interface RoomsApiParts {
	readonly rooms: RoomRegistry;
	/** Opens a room from another machine than the server's. */
	readonly hostKey: string;
	/** The address that people use, where it is not the server's own. */
	readonly origin: string | null;
	/** What stands before this server; missing: nothing. */
	readonly proxies?: Proxies;
	/** The addresses under which others reach this server, the likeliest first. */
	readonly addresses: () => readonly string[];
	/** Names the version of the pages that this server hands out. */
	readonly build: string;
	readonly log: typeof writeLog;
}

/** How often people may do things; by room and by seat, because a venue has one address for all. */
export interface Limits {
	readonly guesses: GuessLimit;
	/** By place: a stranger who tries host keys keeps nobody elsewhere from opening rooms. */
	readonly openings: TokenBuckets;
	/** At the server's own machine, where opening a room needs no key. */
	readonly ownOpenings: TokenBuckets;
	/** By room. */
	readonly joins: TokenBuckets;
	readonly roomRequests: TokenBuckets;
	/** By seat. */
	readonly requests: TokenBuckets;
	readonly connections: TokenBuckets;
}

export function apiLimits(nowMs: () => number): Limits {
	return {
		guesses: new GuessLimit(nowMs),
		openings: new TokenBuckets(RATES.openings, nowMs),
		ownOpenings: new TokenBuckets(RATES.ownOpenings, nowMs),
		joins: new TokenBuckets(RATES.joins, nowMs),
		roomRequests: new TokenBuckets(RATES.roomRequests, nowMs),
		requests: new TokenBuckets(RATES.requests, nowMs),
		connections: new TokenBuckets(RATES.connections, nowMs)
	};
}

/** A request on its way, with what its handler needs. */
export interface Asked {
	readonly request: IncomingMessage;
	readonly response: ServerResponse;
	readonly query: URLSearchParams;
	/** What stands in the address, by name. */
	readonly code: string;
	readonly person: string;
	readonly parts: RoomsApiParts;
	readonly limits: Limits;
	readonly watched: Watched;
}

/** What the server has noticed of those who use it, worked out for whoever asks: it goes through all that are connected. */
export interface Watched {
	readonly visits: () => VisitFacts;
	/** What 19 of 20 connected pages take at most to answer; null: none is connected. */
	readonly delayMs: () => number | null;
}
