import type { GridSpan } from '../sim/model.ts';
import type { Frame } from '../sim/observe/frame.ts';
import { stepLengthMin } from '../sim/time/grid.ts';
import type { Clock } from './clock.ts';
import type { Arrival } from './conductor/conductor.ts';
import type { Halt } from './conductor/halts.ts';
import { Ticker } from './ticker.ts';

/** How fast time passes, in units a second; null: as fast as it can be computed. */
export interface Pace {
	readonly unit: 'steps' | 'minutes';
	readonly perSecond: number | null;
}

/** A world as it is at a minute. */
export interface Look {
	readonly world: string;
	readonly frame: Frame;
}

/** What an advance needs of the exercise that it is part of. */
export interface Advancing {
	readonly spans: readonly GridSpan[];
	/** Every world at a minute of the grid. */
	look(minute: number): readonly Look[];
	/** Whether something may become due at this minute, so that it has to be looked at. */
	isWatched(minute: number): boolean;
	/** Whether the curves have a point at this minute. */
	isSampled(minute: number): boolean;
	/** The worlds for which time has to stop at this minute; null: for none. */
	due(looks: readonly Look[], minute: number): readonly Arrival[] | null;
	/** Looks to be shown, ascending by minute. */
	show(looks: readonly Look[]): void;
	/** The worlds have come to where they halt, or some to something due. Nothing moves until the next advance. */
	reach(minute: number, due: readonly Arrival[]): void;
	/** The worlds cannot be computed any further. The clock that calls has nobody to tell. */
	failed(error: unknown): void;
}

/** The worlds of an exercise on their way, together, from one halt to the next: shown at a pace that never changes what happens. */
export class Advance {
	readonly #parts: Advancing;
	readonly #halt: Halt;
	readonly #ticker: Ticker;
	#minute: number;
	#pace: Pace;
	#isStopped = true;
	/** What the next rest shows. */
	#unseen: (readonly Look[])[] = [];

	constructor(parts: Advancing, clock: Clock, fromMin: number, halt: Halt, pace: Pace) {
		this.#parts = parts;
		this.#minute = fromMin;
		this.#halt = halt;
		this.#pace = pace;
		const mover = {
			nextMove: () => this.#nextMove(),
			move: (owed: number) => this.#moveOrFail(owed),
			rest: () => this.#show()
		};
		this.#ticker = new Ticker(clock, mover, pace.perSecond);
	}

	/** The minute that has been computed. */
	get minute(): number {
		return this.#minute;
	}

	get isStopped(): boolean {
		return this.#isStopped;
	}

	go(): void {
		this.#isStopped = false;
		this.#ticker.start();
	}

	/** Stops where it is, with everything shown up to there. */
	stop(): void {
		this.#isStopped = true;
		this.#ticker.stop();
		this.#show();
	}

	setPace(pace: Pace): void {
		this.#pace = pace;
		this.#ticker.setPace(pace.perSecond);
	}

	#nextMove(): number {
		return this.#pace.unit === 'steps' ? 1 : stepLengthMin(this.#parts.spans, this.#minute);
	}

	#moveOrFail(owed: number): number {
		try {
			return this.#move(owed);
		} catch (error) {
			this.stop();
			this.#parts.failed(error);
			return 0;
		}
	}

	/** One step of the grid, where it is due. */
	#move(owed: number): number {
		const took = this.#nextMove();
		if (owed < took) return 0;
		const looks = this.#step();
		const due = looks === null ? null : this.#parts.due(looks, this.#minute);
		if (looks !== null && due !== null && this.#unseen.at(-1) !== looks) this.#unseen.push(looks);
		if (due !== null || this.#minute >= this.#halt.minute) {
			this.#ticker.stop();
			this.#show();
			this.#parts.reach(this.#minute, due ?? []);
		}
		return took;
	}

	#show(): void {
		if (this.#unseen.length === 0) return;
		const looks = this.#unseen.flat();
		this.#unseen = [];
		this.#parts.show(looks);
	}

	/** The worlds at the next minute of the grid, where they need to be looked at. */
	#step(): readonly Look[] | null {
		const { spans } = this.#parts;
		this.#minute = Math.min(this.#halt.minute, this.#minute + stepLengthMin(spans, this.#minute));
		const minute = this.#minute;
		const isFast = this.#pace.perSecond === null;
		const isShown = !isFast || minute >= this.#halt.minute || this.#parts.isSampled(minute);
		if (!isShown && !this.#parts.isWatched(minute)) return null;
		const looks = this.#parts.look(minute);
		if (isShown) this.#unseen.push(looks);
		return looks;
	}
}
