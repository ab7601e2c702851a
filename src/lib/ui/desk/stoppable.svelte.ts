/** What is about to happen can be stopped for so long. */
export const STOPPABLE_MS = 3000;
const TICK_MS = 250;

/** Waits before it does something, so that a slip can be stopped. One thing at a time. */
export class Stoppable<What> {
	#what = $state.raw<What | null>(null);
	#leftMs = $state(0);
	#timer: ReturnType<typeof setInterval> | null = null;
	readonly #act: (what: What) => void;

	constructor(act: (what: What) => void) {
		this.#act = act;
	}

	/** Null: nothing is about to happen. */
	get what(): What | null {
		return this.#what;
	}

	get secondsLeft(): number {
		return Math.ceil(this.#leftMs / 1000);
	}

	start(what: What, afterMs = STOPPABLE_MS): void {
		this.stop();
		this.#what = what;
		this.#leftMs = afterMs;
		this.#timer = setInterval(() => {
			this.#leftMs -= TICK_MS;
			if (this.#leftMs <= 0) this.now();
		}, TICK_MS);
	}

	/** At once. */
	now(): void {
		const what = this.#what;
		this.stop();
		if (what !== null) this.#act(what);
	}

	stop(): void {
		if (this.#timer !== null) clearInterval(this.#timer);
		this.#timer = null;
		this.#what = null;
	}
}
