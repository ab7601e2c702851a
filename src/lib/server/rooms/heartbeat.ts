/**
 * Tells a thread that hangs from one that is only slow to be heard: while this process was busy itself, or the machine
 * slept, nothing could be heard, and that is not the thread's silence.
 */
export class Heartbeat {
	readonly #hangsAfterMs: number;
	/** Silence that has been listened to. */
	#silentMs = 0;
	/** Null: it has not started yet, which takes as long as the machine needs. */
	#heardMs: number | null = null;
	#lookedMs = 0;

	constructor(hangsAfterMs: number) {
		this.#hangsAfterMs = hangsAfterMs;
	}

	heard(nowMs: number): void {
		this.#heardMs = nowMs;
		this.#silentMs = 0;
	}

	/** To be asked several times within the span after which it hangs. */
	hangs(nowMs: number): boolean {
		const sinceMs = nowMs - Math.max(this.#lookedMs, this.#heardMs ?? nowMs);
		this.#lookedMs = nowMs;
		if (this.#heardMs === null) return false;
		// A long gap between two looks is a gap in the listening.
		this.#silentMs += Math.min(sinceMs, this.#hangsAfterMs / 3);
		return this.#silentMs >= this.#hangsAfterMs;
	}
}
