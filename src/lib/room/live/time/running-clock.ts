import * as v from 'valibot';
import type { Clock } from '../../clock.ts';
import type { RoomRows } from '../kept/room-rows.ts';

/** So much of what was shown is shown once more, at most, where another process goes on with a room. */
const KEEP_EVERY_MS = 1000;
const KEY = 'clock';

const rowSchema = v.strictObject({ minute: v.number(), stepsPerSecond: v.nullable(v.number()) });
export type KeptClock = v.InferOutput<typeof rowSchema>;

/**
 * How far time has come while it passes, and how fast. The log says it only where time stops; where several processes serve a room
 * it is kept once a second besides, so that the next one goes on from there.
 */
export class RunningClock {
	readonly #rows: RoomRows;
	readonly #clock: Clock;
	/** Time has gone on from here: nothing that stops it can be due there any more. */
	#passedMin = -1;
	#shownMin = -1;
	#keptMs = -Infinity;

	constructor(rows: RoomRows, clock: Clock) {
		this.#rows = rows;
		this.#clock = clock;
	}

	/** As it was kept last; null: never. */
	async read(): Promise<KeptClock | null> {
		return (await this.#rows.read('clock', rowSchema)).get(KEY) ?? null;
	}

	/** Worlds are shown at a minute. */
	shows(minute: number, stepsPerSecond: number | null): void {
		if (minute !== this.#shownMin) this.#passedMin = minute > this.#shownMin ? this.#shownMin : -1;
		this.#shownMin = minute;
		const nowMs = this.#clock.nowMs();
		if (this.#passedMin < 0 || nowMs - this.#keptMs < KEEP_EVERY_MS) return;
		this.#keptMs = nowMs;
		// What is not kept now is kept with the next one; a room that has been taken over keeps nothing.
		this.#rows.put('clock', KEY, { minute: this.#passedMin, stepsPerSecond }).catch(() => {});
	}
}
