import {
	dueMin,
	EXPOSURE_INTERVAL_MIN,
	RECOVERY_INTERVAL_MIN,
	WAITING_INTERVAL_MIN
} from '../time/intervals.ts';
import type { Chances } from '../hosts/chances.ts';
import { binomialQuantile } from './binomial.ts';
import { streamKeys, uniform, type Seed } from './hash.ts';
import { STREAM_COUNT } from './streams.ts';

/**
 * Draws of one step: the keys of every stream are made once a step, and each draw hashes its cell or site. It also
 * knows which intervals end in the step.
 */
export class Draws {
	/** Whether hosts that were hit, that wait, or that run without protection move in this step. */
	isRecoveryDue = false;
	isWaitingDue = false;
	isExposureDue = false;
	readonly #keys = new Int32Array(STREAM_COUNT * 2);
	readonly #seed: Seed;
	readonly #p: Float64Array;
	readonly #log: Float64Array;

	constructor(seed: Seed, { p, logLikelier }: Chances) {
		this.#seed = seed;
		this.#p = p;
		this.#log = logLikelier;
	}

	/** Addresses the draws that follow to the step of `stepMin` from `minute`. */
	at(minute: number, stepMin: number): void {
		this.isRecoveryDue = dueMin(minute, stepMin, RECOVERY_INTERVAL_MIN) > 0;
		this.isWaitingDue = dueMin(minute, stepMin, WAITING_INTERVAL_MIN) > 0;
		this.isExposureDue = dueMin(minute, stepMin, EXPOSURE_INTERVAL_MIN) > 0;
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
		const p = this.#p[row + stream]!;
		if (p === 0) return 0;
		if (p >= 1) return n;
		const u = uniform(this.#keys[stream * 2]!, this.#keys[stream * 2 + 1]!, cell);
		return binomialQuantile(u, n, p, this.#log[row + stream]!);
	}

	/** How many of `n` hosts, each with chance `p`; the logarithm is that of `logOfLikelier`. */
	binomial(stream: number, address: number, n: number, p: number, logLikelier: number): number {
		if (n === 0 || p === 0) return 0;
		return binomialQuantile(this.uniform(stream, address), n, p, logLikelier);
	}
}
