/** How long the rounds of a run last, and when the present one ends: kept on this device over a reload. */
export interface TimeLimit {
	/** Minutes a round; null: no limit. */
	readonly limitMin: number | null;
	/** The round whose end is known, and that end: ms of the device's clock. */
	readonly round: number | null;
	readonly endsAtMs: number | null;
}

const NONE: TimeLimit = { limitMin: null, round: null, endsAtMs: null };
const KEY = 'patchfall.limits';
/** Runs that are remembered; the oldest gives way. */
const MOST_RUNS = 50;

export type Kept = Pick<Storage, 'getItem' | 'setItem'>;

export function keepTimeLimit(runId: string, limit: TimeLimit, kept?: Kept): void {
	const others = read(kept).filter(([id]) => id !== runId);
	try {
		(kept ?? localStorage).setItem(KEY, JSON.stringify([...others, [runId, limit]].slice(-MOST_RUNS)));
	} catch {
		// Without storage the limit is set again on the screen of play.
	}
}

export function timeLimitOf(runId: string, kept?: Kept): TimeLimit {
	return read(kept).find(([id]) => id === runId)?.[1] ?? NONE;
}

function read(kept: Kept | undefined): [string, TimeLimit][] {
	try {
		const value: unknown = JSON.parse((kept ?? localStorage).getItem(KEY) ?? '[]');
		return Array.isArray(value) ? value.filter(isEntry) : [];
	} catch {
		// No storage, or something else stands there.
		return [];
	}
}

function isEntry(entry: unknown): entry is [string, TimeLimit] {
	if (!Array.isArray(entry) || typeof entry[0] !== 'string') return false;
	const { limitMin, round, endsAtMs } = (entry[1] ?? {}) as Record<string, unknown>;
	return [limitMin, round, endsAtMs].every((one) => one === null || (typeof one === 'number' && one > 0));
}
