import type { StoredResult } from './log-file.ts';

/** A log says of its end what does not come out when it is played again. */
export type Departure =
	| {
			readonly code: 'otherState';
			readonly minute: number;
			readonly stored: string;
			readonly reached: string;
	  }
	/** What was stored is dated another minute than the one at which the log ends. */
	| { readonly code: 'otherMinute'; readonly minute: number; readonly endMin: number };

/**
 * How the stored results of a log differ from the state that its world has come to; null where they do not, or none
 * is stored for that world.
 */
export function departureOf(results: readonly StoredResult[], end: StoredResult): Departure | null {
	const stored = results.filter(({ world }) => world === end.world);
	if (stored.length === 0) return null;
	const atEnd = stored.find(({ minute }) => minute === end.minute);
	if (atEnd === undefined) return { code: 'otherMinute', minute: stored.at(-1)!.minute, endMin: end.minute };
	if (atEnd.stateHash === end.stateHash) return null;
	const { minute, stateHash } = atEnd;
	return { code: 'otherState', minute, stored: stateHash, reached: end.stateHash };
}
