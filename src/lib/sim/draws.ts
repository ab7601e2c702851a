import type { Chances } from './chances.ts';
import { binomialQuantile } from './random/binomial.ts';
import { streamKeys, uniform, type Seed } from './random/hash.ts';
import { STREAM_COUNT } from './streams.ts';

/** Draws of one step: the keys of every stream are made once a step, and each draw hashes its cell or site. */
export class Draws {
	readonly #keys = new Int32Array(STREAM_COUNT * 2);
	readonly #seed: Seed;
	readonly #p: Float64Array;
	readonly #logQ: Float64Array;

	constructor(seed: Seed, { p, logQ }: Chances) {
		this.#seed = seed;
		this.#p = p;
		this.#logQ = logQ;
	}

	/** Addresses the draws that follow to `minute`. */
	at(minute: number): void {
		for (let stream = 0; stream < STREAM_COUNT; stream++) {
			streamKeys(this.#seed, stream, minute, this.#keys, stream * 2);
		}
	}

	/** A number between 0 and 1, never either. */
	uniform(stream: number, address: number): number {
		return uniform(this.#keys[stream * 2]!, this.#keys[stream * 2 + 1]!, address);
	}

	/** How many of `n` hosts of a cell take the transition of `stream`, by the chances in row `row`. */
	take(stream: number, cell: number, n: number, row: number): number {
		if (n === 0) return 0;
		return this.binomial(stream, cell, n, this.#p[row + stream]!, this.#logQ[row + stream]!);
	}

	/** How many of `n` hosts, each with chance `p`; `logQ` is log(1 − p). */
	binomial(stream: number, address: number, n: number, p: number, logQ: number): number {
		if (n === 0 || p === 0) return 0;
		if (p >= 1) return n;
		return binomialQuantile(this.uniform(stream, address), n, p, logQ);
	}
}
