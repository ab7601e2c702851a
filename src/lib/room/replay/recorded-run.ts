import type { Run } from '../../exercise/world/engine.ts';
import type { Order } from '../../sim/model.ts';
import type { Frame } from '../../sim/observe/frame.ts';

/** A run that moves forward and is read off at some minutes on its way. */
export class RecordedRun {
	readonly #run: Run;
	readonly #minutes: readonly number[];
	readonly #frames: Frame[];

	/**
	 * @param minutes at which it is read off, ascending, all on its grid
	 * @param frames what has been read off already, where it goes on from a minute
	 */
	constructor(run: Run, minutes: readonly number[], frames: readonly Frame[] = []) {
		this.#run = run;
		this.#minutes = minutes;
		this.#frames = [...frames];
	}

	get minute(): number {
		return this.#run.minute;
	}

	get frames(): readonly Frame[] {
		return [...this.#frames];
	}

	/** Of its state where it stands. */
	hash(): string {
		return this.#run.hash();
	}

	save(): ArrayBuffer {
		return this.#run.save();
	}

	/** The world at a minute at or after the one it has reached. */
	frameAt(orders: readonly Order[], minute: number): Frame {
		this.#advance(orders, minute);
		return this.#frames.at(-1)?.minute === minute ? this.#frames.at(-1)! : this.#run.frame();
	}

	/** To its end: a frame for each of the minutes. */
	finish(orders: readonly Order[]): readonly Frame[] {
		const end = this.#minutes.at(-1);
		if (end !== undefined) this.#advance(orders, end);
		return this.#frames;
	}

	#advance(orders: readonly Order[], toMin: number): void {
		for (;;) {
			const next = this.#minutes[this.#frames.length];
			if (next === undefined || next > toMin) break;
			if (this.#run.minute < next) this.#run.advance(orders, next);
			this.#frames.push(this.#run.frame());
		}
		if (this.#run.minute < toMin) this.#run.advance(orders, toMin);
	}
}
