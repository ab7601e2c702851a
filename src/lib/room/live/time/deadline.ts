import type { Clock } from '../../clock.ts';
import type { TimerPart } from '../parts.ts';

/** A time that runs out in real time, or stands while there is a pause. */
export class Deadline {
	readonly #clock: Clock;
	#leftMs: number;
	#endsAtMs: number | null = null;

	constructor(clock: Clock, leftMs: number) {
		this.#clock = clock;
		this.#leftMs = leftMs;
	}

	get part(): TimerPart {
		return { endsAtMs: this.#endsAtMs, leftMs: this.#leftMs };
	}

	get leftMs(): number {
		if (this.#endsAtMs === null) return this.#leftMs;
		return Math.max(0, this.#endsAtMs - this.#clock.nowMs());
	}

	get runs(): boolean {
		return this.#endsAtMs !== null;
	}

	run(): void {
		if (!this.runs) this.#set(this.#leftMs, true);
	}

	stand(): void {
		if (this.runs) this.#set(this.leftMs, false);
	}

	#set(leftMs: number, runs: boolean): void {
		this.#leftMs = leftMs;
		this.#endsAtMs = runs ? this.#clock.nowMs() + leftMs : null;
	}
}
