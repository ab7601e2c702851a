import { Histogram } from './histogram.ts';
import type { Measured } from './measures.ts';

/** Why a page was cut off: it took too slowly what it was sent, or said nothing any more. */
export type Dropped = 'slow' | 'silent';

/** What a server counts of itself. Names nobody: a refusal is counted by its code, which is one of a closed list. */
export class Metrics {
	readonly fold = new Histogram();
	readonly store = new Histogram();
	/** Of the threads of rooms. */
	readonly lag = new Histogram();
	/** Of the thread that answers people. */
	readonly mainLag = new Histogram();
	readonly dropped: Record<Dropped, number> = { slow: 0, silent: 0 };
	readonly #refused = new Map<string, number>();

	refused(code: string): void {
		this.#refused.set(code, (this.#refused.get(code) ?? 0) + 1);
	}

	/** By code. */
	get refusals(): ReadonlyMap<string, number> {
		return this.#refused;
	}

	/** What a thread of rooms has measured. */
	measured({ fold, store, lag }: Measured): void {
		this.fold.addAll(fold);
		this.store.addAll(store);
		this.lag.addAll(lag);
	}
}
