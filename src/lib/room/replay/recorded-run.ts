import type { Run } from '../../exercise/world/engine.ts';
import type { Order } from '../../sim/model.ts';
import type { Frame } from '../../sim/observe/frame.ts';

/** What is kept of a run, by minute, ascending: what it looked like, and copies of its state. */
export interface Kept {
	readonly frames: ReadonlyMap<number, Frame>;
	readonly copies: ReadonlyMap<number, ArrayBuffer>;
}

/** What is to be kept of a run: minutes of its grid, ascending. */
export interface KeptMinutes {
	readonly frames: readonly number[];
	readonly copies?: readonly number[];
}

/** A run that moves forward, and keeps on its way what somebody will come back to. */
export class RecordedRun implements Kept {
	readonly run: Run;
	readonly frames: Map<number, Frame>;
	readonly copies: Map<number, ArrayBuffer>;
	readonly #minutes: KeptMinutes;
	readonly #isFrame: ReadonlySet<number>;
	readonly #isCopy: ReadonlySet<number>;
	/** Minutes at which something is kept and which it has not reached, the next one last. */
	readonly #ahead: number[];

	/** @param past what is kept of it already, where it goes on from a minute */
	constructor(run: Run, minutes: KeptMinutes, past: Partial<Kept> = {}) {
		this.run = run;
		this.#minutes = minutes;
		this.frames = new Map(past.frames);
		this.copies = new Map(past.copies);
		this.#isFrame = new Set(minutes.frames);
		this.#isCopy = new Set(minutes.copies);
		this.#ahead = [...new Set([...this.#isFrame, ...this.#isCopy])]
			.filter((minute) => minute >= run.minute)
			.sort((a, b) => b - a);
	}

	/** The world at a minute at or after the one it has reached. */
	frameAt(orders: readonly Order[], minute: number): Frame {
		this.#advance(orders, minute);
		return this.frames.get(minute) ?? this.run.frame();
	}

	/** Keeps it as it is at a minute at or after the one it has reached. */
	keepAt(orders: readonly Order[], minute: number): void {
		this.frames.set(minute, this.frameAt(orders, minute));
		if (!this.copies.has(minute)) this.copies.set(minute, this.run.save());
	}

	/** To its end: a frame for each of the minutes. */
	finish(orders: readonly Order[]): readonly Frame[] {
		const { frames } = this.#minutes;
		const end = frames.at(-1);
		if (end !== undefined) this.#advance(orders, end);
		return frames.map((minute) => this.frames.get(minute)!);
	}

	#advance(orders: readonly Order[], toMin: number): void {
		for (let next = this.#ahead.at(-1); next !== undefined && next <= toMin; next = this.#ahead.at(-1)) {
			this.#ahead.pop();
			if (this.run.minute < next) this.run.advance(orders, next);
			if (this.#isFrame.has(next)) this.frames.set(next, this.run.frame());
			if (this.#isCopy.has(next)) this.copies.set(next, this.run.save());
		}
		if (this.run.minute < toMin) this.run.advance(orders, toMin);
	}
}
