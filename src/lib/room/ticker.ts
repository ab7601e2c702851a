import type { Clock } from './clock.ts';

/** Between slices requests are heard, so a stop is answered within one slice and the move it is in. */
const SLICE_MS = 12;
const TICK_MS = 33;
/** What cannot keep up with its pace falls behind by no more than this, and goes on more slowly. */
const BEHIND_MOST_S = 0.25;

/** What a ticker moves along, in units of its own: minutes, or steps. */
export interface Mover {
	/** What the next move takes. */
	nextMove(): number;
	/**
	 * One move, where so much is owed for it. It may stop the ticker.
	 * @returns what it took; 0: there is none for so little
	 */
	move(owed: number): number;
	/** The moves of a slice are done, and more may come; not told where one of them has stopped the ticker. */
	rest?(): void;
}

/** Moves something along as real time passes, at a pace in units a second (null: as fast as it can). */
export class Ticker {
	readonly #clock: Clock;
	readonly #mover: Mover;
	#pace: number | null;
	#owed = 0;
	#lastMs = 0;
	#isOn = false;
	/** Ticks of an earlier start that are still on their way know another number. */
	#start = 0;

	constructor(clock: Clock, mover: Mover, pace: number | null) {
		this.#clock = clock;
		this.#mover = mover;
		this.#pace = pace;
	}

	get isOn(): boolean {
		return this.#isOn;
	}

	/** Begins with nothing owed. */
	start(): void {
		this.#isOn = true;
		this.#owed = 0;
		this.#lastMs = this.#clock.nowMs();
		const start = ++this.#start;
		this.#clock.later(() => this.#tick(start), 0);
	}

	stop(): void {
		this.#isOn = false;
		this.#start++;
	}

	/** Time until now counts at the old pace; of what is owed no more than a move stays. */
	setPace(pace: number | null): void {
		this.#letTimePass(this.#clock.nowMs());
		this.#pace = pace;
		this.#owed = Math.min(this.#owed, this.#mover.nextMove());
	}

	#tick(start: number): void {
		if (start !== this.#start) return;
		const startMs = this.#clock.nowMs();
		this.#letTimePass(startMs);
		let isBehind = false;
		while (!isBehind) {
			const took = this.#mover.move(this.#pace === null ? Infinity : this.#owed);
			if (start !== this.#start) return;
			if (took === 0) break;
			this.#owed = Math.max(0, this.#owed - took);
			isBehind = this.#clock.nowMs() - startMs > SLICE_MS;
		}
		this.#mover.rest?.();
		this.#clock.later(() => this.#tick(start), isBehind ? 0 : TICK_MS);
	}

	#letTimePass(nowMs: number): void {
		const elapsedS = (nowMs - this.#lastMs) / 1000;
		this.#lastMs = nowMs;
		if (this.#pace === null) return;
		const most = Math.max(this.#mover.nextMove(), this.#pace * BEHIND_MOST_S);
		this.#owed = Math.min(this.#owed + elapsedS * this.#pace, most);
	}
}
