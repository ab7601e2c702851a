/** How far a picture has been played that screens play together, each by the server's clock. */
export interface Playback {
	/** Share of the axis of time, from 0 to 1, from which it goes on. */
	readonly at: number;
	/** Since when it plays, by the server's clock; null: it stands. */
	readonly sinceMs: number | null;
}

/** From the beginning to the end of the axis. */
export const PLAYS_MS = 24_000;

export const AT_START: Playback = { at: 0, sinceMs: null };

/** Share of the axis at a moment, from 0 to 1. */
export function playedTo({ at, sinceMs }: Playback, nowMs: number): number {
	return sinceMs === null ? at : Math.min(1, at + Math.max(0, nowMs - sinceMs) / PLAYS_MS);
}

export function isPlaying(playback: Playback, nowMs: number): boolean {
	return playback.sinceMs !== null && playedTo(playback, nowMs) < 1;
}

/**
 * Another place on the axis, or the same.
 * @param at null: where it stands, or from the start where it has come to its end
 */
export function put(before: Playback, at: number | null, plays: boolean, nowMs: number): Playback {
	const stands = playedTo(before, nowMs);
	return { at: at ?? (plays && stands >= 1 ? 0 : stands), sinceMs: plays ? nowMs : null };
}
