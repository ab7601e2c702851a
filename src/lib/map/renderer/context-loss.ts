/** A graphics context that stays away for so long is not waited for: a person gets the table within 3 s. */
const PATIENCE_MS = 1500;

export interface LossHeard {
	/** It is back, and has forgotten everything. */
	restored(): void;
	/** It has been away for too long. */
	gone(): void;
}

/** Watches whether a canvas has its graphics context. Browsers take it away, and do not always give it back. */
export class ContextLoss {
	readonly #heard: LossHeard;
	#isLost = false;
	#isGone = false;
	#patience: ReturnType<typeof setTimeout> | undefined;

	/** @param isLost whether it was lost before anybody watched */
	constructor(canvas: EventTarget, isLost: boolean, heard: LossHeard, ends: AbortSignal) {
		this.#heard = heard;
		canvas.addEventListener('webglcontextlost', () => this.#lose(), { signal: ends });
		canvas.addEventListener('webglcontextrestored', () => this.#restore(), { signal: ends });
		ends.addEventListener('abort', () => clearTimeout(this.#patience));
		if (isLost) this.#lose();
	}

	/** Nothing can be drawn at the moment. */
	get isLost(): boolean {
		return this.#isLost;
	}

	/** It is not waited for any more. */
	get isGone(): boolean {
		return this.#isGone;
	}

	#lose(): void {
		this.#isLost = true;
		clearTimeout(this.#patience);
		this.#patience = setTimeout(() => {
			this.#isGone = true;
			this.#heard.gone();
		}, PATIENCE_MS);
	}

	#restore(): void {
		clearTimeout(this.#patience);
		this.#isLost = false;
		this.#isGone = false;
		this.#heard.restored();
	}
}
