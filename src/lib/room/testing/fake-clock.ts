import type { Clock } from '../clock.ts';

/** Real time as a test lets it pass: what is to happen later waits until then. */
export class FakeClock implements Clock {
	#ms = 0;
	#waiting: { readonly call: () => void; readonly atMs: number }[] = [];

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

	/** Lets time pass, one thing after the other; in between, everything that waits for a promise is done. */
	async pass(ms: number): Promise<void> {
		const untilMs = this.#ms + ms;
		await settled();
		while (this.#callNext(untilMs)) await settled();
	}

	/** The same for code without promises. */
	passNow(ms: number): void {
		const untilMs = this.#ms + ms;
		while (this.#callNext(untilMs));
	}

	#callNext(untilMs: number): boolean {
		const next = this.#waiting.sort((a, b) => a.atMs - b.atMs)[0];
		const isDue = next !== undefined && next.atMs <= untilMs;
		this.#ms = Math.max(this.#ms, isDue ? next.atMs : untilMs);
		if (!isDue) return false;
		this.#waiting.shift();
		next.call();
		return true;
	}
}

/** Until every promise that can go on has gone on. */
function settled(): Promise<void> {
	return new Promise((resolve) => setImmediate(resolve));
}
