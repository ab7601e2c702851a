import type { Wall } from '../wall.ts';

/** Real time by hand: whatever is to happen later waits until time is let go. */
export class HandWall implements Wall {
	#ms = 0;
	#waiting: { call: () => void; atMs: number }[] = [];

	nowMs(): number {
		return this.#ms;
	}

	later(call: () => void, afterMs: number): void {
		this.#waiting.push({ call, atMs: this.#ms + afterMs });
	}

	/** Something takes so long: nothing else happens meanwhile. */
	spend(ms: number): void {
		this.#ms += ms;
	}

	pass(ms: number): void {
		const untilMs = this.#ms + ms;
		for (;;) {
			const next = this.#waiting.sort((a, b) => a.atMs - b.atMs)[0];
			if (next === undefined || next.atMs > untilMs) break;
			this.#waiting.shift();
			this.#ms = Math.max(this.#ms, next.atMs);
			next.call();
		}
		this.#ms = Math.max(this.#ms, untilMs);
	}
}
