/** How often something may happen: so many at once, and so many a second for as long as one likes. */
export interface Rate {
	readonly atOnce: number;
	readonly perSecond: number;
}

interface Bucket {
	left: number;
	atMs: number;
}

/** So many keys are known at one time; the one that has rested for longest is forgotten first. */
const KEPT_MOST = 10_000;

/** Limits how often something happens, for each key by itself. */
export class TokenBuckets {
	readonly #rate: Rate;
	readonly #nowMs: () => number;
	readonly #buckets = new Map<string, Bucket>();

	constructor(rate: Rate, nowMs: () => number = () => performance.now()) {
		this.#rate = rate;
		this.#nowMs = nowMs;
	}

	/** Takes one, where there is one. */
	take(key: string): boolean {
		const bucket = this.#filled(key);
		if (bucket.left < 1) return false;
		bucket.left--;
		return true;
	}

	/** Puts one back that was taken for nothing. */
	giveBack(key: string): void {
		const bucket = this.#filled(key);
		bucket.left = Math.min(this.#rate.atOnce, bucket.left + 1);
	}

	/** Whether there is one to take. */
	has(key: string): boolean {
		return this.#filled(key).left >= 1;
	}

	#filled(key: string): Bucket {
		const nowMs = this.#nowMs();
		const { atOnce, perSecond } = this.#rate;
		const before = this.#buckets.get(key);
		const left = before === undefined ? atOnce : before.left + ((nowMs - before.atMs) / 1000) * perSecond;
		const bucket = { left: Math.min(atOnce, left), atMs: nowMs };
		// Set anew, so that the first one is always the one that has rested for longest.
		this.#buckets.delete(key);
		this.#buckets.set(key, bucket);
		if (this.#buckets.size > KEPT_MOST) this.#buckets.delete(this.#buckets.keys().next().value!);
		return bucket;
	}
}
