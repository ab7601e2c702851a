import { stepLengthMin } from '../../sim/time/grid.ts';
import type { Frame } from '../../sim/observe/frame.ts';
import type { GridSpan } from '../../sim/model.ts';
import { Ticker } from '../../room/ticker.ts';
import type { Clock } from '../../room/clock.ts';
import type { RoomPace } from './room-client.ts';
import type { Halt } from './solo-room.ts';

/** What a stretch needs of the run that it is part of. */
export interface StretchRun {
	readonly spans: readonly GridSpan[];
	/** The world at a minute of the grid. */
	look(minute: number): Frame;
	/** Whether something may become due at this minute, so that it has to be looked at. */
	isWatched(minute: number): boolean;
	/** Whether the curves have a point at this minute. */
	isSampled(minute: number): boolean;
	/** Ids of the messages whose condition holds at this frame. */
	due(frame: Frame): readonly string[];
	/** Frames to be shown, ascending. */
	show(frames: readonly Frame[]): void;
	/** The world has come to where it halts, or to something due. Nothing moves until the next stretch. */
	reach(frame: Frame, due: readonly string[]): void;
}

/** The world on its way from one halt to the next: shown at the person's pace, which never changes what happens. */
export class Stretch {
	readonly #run: StretchRun;
	readonly #halt: Halt;
	readonly #beat: Ticker;
	#minute: number;
	#pace: RoomPace;
	#held = false;
	/** Frames that the next rest shows. */
	#unseen: Frame[] = [];

	constructor(run: StretchRun, wall: Clock, fromMin: number, halt: Halt, pace: RoomPace) {
		this.#run = run;
		this.#minute = fromMin;
		this.#halt = halt;
		this.#pace = pace;
		const mover = {
			nextMove: () => 1,
			move: (owedSteps: number) => this.#move(owedSteps),
			rest: () => this.#show()
		};
		this.#beat = new Ticker(wall, mover, pace);
	}

	get minute(): number {
		return this.#minute;
	}

	get isHeld(): boolean {
		return this.#held;
	}

	go(): void {
		this.#held = false;
		this.#beat.start();
	}

	hold(): void {
		this.#held = true;
		this.#beat.stop();
	}

	setPace(pace: RoomPace): void {
		this.#pace = pace;
		this.#beat.setPace(pace);
	}

	/** One step of the grid, where it is due. */
	#move(owedSteps: number): number {
		if (owedSteps < 1) return 0;
		const frame = this.#step();
		const due = frame === null ? [] : this.#run.due(frame);
		if (due.length > 0 && this.#unseen.at(-1) !== frame) this.#unseen.push(frame!);
		if (due.length > 0 || this.#minute >= this.#halt.minute) {
			this.#beat.stop();
			this.#show();
			this.#run.reach(frame!, due);
		}
		return 1;
	}

	#show(): void {
		if (this.#unseen.length === 0) return;
		const frames = this.#unseen;
		this.#unseen = [];
		this.#run.show(frames);
	}

	/** The frame at the next minute of the grid, where it is needed. */
	#step(): Frame | null {
		const { spans } = this.#run;
		this.#minute = Math.min(this.#halt.minute, this.#minute + stepLengthMin(spans, this.#minute));
		const minute = this.#minute;
		const isShown = this.#pace !== null || minute >= this.#halt.minute || this.#run.isSampled(minute);
		if (!isShown && !this.#run.isWatched(minute)) return null;
		const frame = this.#run.look(minute);
		if (isShown) this.#unseen.push(frame);
		return frame;
	}
}
