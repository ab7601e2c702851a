import type { Wall } from '../../wall.ts';

/** Real time by hand: whatever is to happen later waits until time is let go. */
export class HandClock implements Wall {
	#ms = 0;
	#waiting: { readonly call: () => void; readonly atMs: number }[] = [];

	nowMs(): number {
		return this.#ms;
	}

	later(call: () => void, afterMs: number): void {
		this.#waiting.push({ call, atMs: this.#ms + afterMs });
	}

	/** Lets time go on, one thing after the other; in between, everything that waits for a promise is done. */
	async pass(ms: number): Promise<void> {
		const untilMs = this.#ms + ms;
		for (;;) {
			await breathe();
			const next = this.#waiting.sort((a, b) => a.atMs - b.atMs)[0];
			if (next === undefined || next.atMs > untilMs) break;
			this.#waiting.shift();
			this.#ms = next.atMs;
			next.call();
		}
		this.#ms = untilMs;
		await breathe();
	}
}

/** Until every promise that can go on has gone on. */
function breathe(): Promise<void> {
	return new Promise((resolve) => setImmediate(resolve));
}
