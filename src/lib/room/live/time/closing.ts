import type { Clock } from '../../clock.ts';
import type { ClosingPart } from '../parts.ts';

/**
 * What teams that have not decided are told before decisions close over their heads. It closes nothing: the desk does, and
 * where that desk has gone nothing happens and the notice goes.
 */
export class Closing {
	readonly #clock: Clock;
	readonly #place: () => string;
	readonly #changed: () => void;
	#told: { readonly place: string; readonly endsAtMs: number } | null = null;

	/** @param place names where the exercise stands: a notice is for one step of it */
	constructor(clock: Clock, place: () => string, changed: () => void) {
		this.#clock = clock;
		this.#place = place;
		this.#changed = changed;
	}

	/** @param seconds null: decisions stay open after all */
	announce(seconds: number | null): void {
		const told =
			seconds === null ? null : { place: this.#place(), endsAtMs: this.#clock.nowMs() + seconds * 1000 };
		this.#told = told;
		if (told !== null)
			this.#clock.later(() => {
				if (this.#told === told) this.#changed();
			}, seconds! * 1000);
	}

	/** Undefined: nothing is about to close. */
	get part(): ClosingPart | undefined {
		const told = this.#told;
		if (told === null || told.place !== this.#place() || told.endsAtMs <= this.#clock.nowMs())
			return undefined;
		return { endsAtMs: told.endsAtMs };
	}
}
