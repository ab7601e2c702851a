/** Points that change from one snapshot to the next, one after another, over a time. */
export class Blend {
	#startMs = 0;
	#ms = 0;
	#isOn = false;

	start(startMs: number, ms: number): void {
		[this.#startMs, this.#ms, this.#isOn] = [startMs, ms, true];
	}

	stop(): void {
		this.#isOn = false;
	}

	/** How many of them have changed by then, 0 to 1, once; null: none is on its way. */
	shareAt(nowMs: number): number | null {
		if (!this.#isOn) return null;
		const share = Math.min(1, Math.max(0, (nowMs - this.#startMs) / this.#ms));
		if (share >= 1) this.#isOn = false;
		return share;
	}
}
