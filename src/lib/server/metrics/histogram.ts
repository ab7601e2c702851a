/** Upper ends of the classes, in seconds; what is longer falls into one more. */
export const BOUNDS_S = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5] as const;

/** How long things took, as it travels between threads. */
export interface Durations {
	/** By class, each by itself. */
	readonly counts: readonly number[];
	readonly sumS: number;
}

/** Counts how long things took. */
export class Histogram {
	#counts = none();
	#sumS = 0;

	add(seconds: number): void {
		const at = BOUNDS_S.findIndex((bound) => seconds <= bound);
		this.#counts[at === -1 ? BOUNDS_S.length : at]++;
		this.#sumS += seconds;
	}

	/** Takes over what another one has counted. */
	addAll({ counts, sumS }: Durations): void {
		counts.forEach((count, at) => (this.#counts[at] += count));
		this.#sumS += sumS;
	}

	get all(): Durations {
		return { counts: [...this.#counts], sumS: this.#sumS };
	}

	/** Everything since it was taken last. */
	take(): Durations {
		const all = this.all;
		this.#counts = none();
		this.#sumS = 0;
		return all;
	}
}

const none = () => Array.from({ length: BOUNDS_S.length + 1 }, () => 0);
