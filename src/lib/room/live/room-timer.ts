import * as v from 'valibot';
import type { Clock } from '../clock.ts';
import type { TimerPart } from './parts.ts';
import type { RoomRows } from './room-rows.ts';

/** What is left is kept so often: so much is lost at most where a server dies. */
const KEEP_EVERY_MS = 5000;

const rowSchema = v.strictObject({ leftMs: v.number() });

/** The time that people are given to decide: a deadline in real time, which a pause holds. It moves nothing by itself. */
export class RoomTimer {
	readonly #rows: RoomRows;
	readonly #clock: Clock;
	#leftMs: number | null;
	#endsAtMs: number | null = null;
	/** Grows with each change, so that what was to be kept before is not. */
	#change = 0;

	private constructor(rows: RoomRows, clock: Clock, leftMs: number | null) {
		this.#rows = rows;
		this.#clock = clock;
		this.#leftMs = leftMs;
	}

	/** As it was left; it stands. */
	static async read(rows: RoomRows, clock: Clock): Promise<RoomTimer> {
		const row = (await rows.read('timer', rowSchema)).get('timer');
		return new RoomTimer(rows, clock, row?.leftMs ?? null);
	}

	get part(): TimerPart | null {
		if (this.#leftMs === null) return null;
		return { endsAtMs: this.#endsAtMs, leftMs: this.#leftMs };
	}

	/** @param seconds null: nobody is held to a time */
	async set(seconds: number | null, runs: boolean): Promise<void> {
		this.#leftMs = seconds === null ? null : seconds * 1000;
		await this.#restart(runs);
	}

	/** @returns false where there is no time to add to */
	async grant(seconds: number): Promise<boolean> {
		if (this.#leftMs === null) return false;
		this.#leftMs = this.#left() + seconds * 1000;
		await this.#restart(this.#endsAtMs !== null);
		return true;
	}

	async pause(): Promise<void> {
		if (this.#leftMs === null || this.#endsAtMs === null) return;
		this.#leftMs = this.#left();
		await this.#restart(false);
	}

	async resume(): Promise<void> {
		if (this.#leftMs !== null && this.#endsAtMs === null) await this.#restart(true);
	}

	/** Nothing is kept any more. */
	close(): void {
		this.#change++;
	}

	#left(): number {
		if (this.#endsAtMs === null) return this.#leftMs ?? 0;
		return Math.max(0, this.#endsAtMs - this.#clock.nowMs());
	}

	async #restart(runs: boolean): Promise<void> {
		const change = ++this.#change;
		this.#endsAtMs = runs && this.#leftMs !== null ? this.#clock.nowMs() + this.#leftMs : null;
		await this.#keep();
		if (this.#endsAtMs !== null) this.#keepLater(change);
	}

	#keepLater(change: number): void {
		this.#clock.later(() => {
			if (change !== this.#change) return;
			// Only what is left after a crash rests on this: a row that is not kept is kept the next time.
			this.#keep().catch(() => {});
			if (this.#left() > 0) this.#keepLater(change);
		}, KEEP_EVERY_MS);
	}

	#keep(): Promise<void> {
		if (this.#leftMs === null) return this.#rows.remove('timer', 'timer');
		return this.#rows.put('timer', 'timer', { leftMs: this.#left() });
	}
}
