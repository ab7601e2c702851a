/** Where a thread gets no processor time, so many times as long is waited for it: it may be blocked by something else. */
const BLOCKED_TIMES = 6;

/**
 * Tells a thread that hangs from one that is only slow to be heard: while this process was busy itself, or the machine
 * slept, nothing could be heard, and that is not the thread's silence. Nor is it on a machine on which others leave this
 * process next to no time: a loop without end takes all the time that there is.
 */
export class Heartbeat {
	readonly #hangsAfterMs: number;
	/** Silence that has been listened to. */
	#silentMs = 0;
	/** Null: it has not started yet, which takes as long as the machine needs. */
	#heardMs: number | null = null;
	#lookedMs = 0;
	#usedMs = 0;

	constructor(hangsAfterMs: number) {
		this.#hangsAfterMs = hangsAfterMs;
	}

	heard(nowMs: number): void {
		this.#heardMs = nowMs;
		this.#silentMs = 0;
	}

	/**
	 * To be asked several times within the span after which it hangs.
	 * @param usedMs processor time of this process so far
	 */
	hangs(nowMs: number, usedMs: number): boolean {
		const sinceMs = nowMs - Math.max(this.#lookedMs, this.#heardMs ?? nowMs);
		const ranMs = usedMs - this.#usedMs;
		this.#lookedMs = nowMs;
		this.#usedMs = usedMs;
		if (this.#heardMs === null) return false;
		// A long gap between two looks is a gap in the listening.
		const heardMs = Math.min(sinceMs, this.#hangsAfterMs / 3);
		this.#silentMs += Math.min(heardMs, Math.max(ranMs, heardMs / BLOCKED_TIMES));
		return this.#silentMs >= this.#hangsAfterMs;
	}
}
