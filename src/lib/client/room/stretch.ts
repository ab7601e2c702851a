import { stepLengthMin } from '../../sim/grid.ts';
import type { Frame } from '../../sim/frame.ts';
import type { GridSpan } from '../../sim/model.ts';
import type { Wall } from '../worker/pacer.ts';
import type { RoomPace } from './room-client.ts';
import type { Halt } from './solo-room.ts';

/** Between slices wishes are heard, so a hold is answered within one slice and the step it is in. */
const SLICE_MS = 12;
const BEAT_MS = 33;
/** A world that cannot keep up with its pace falls behind by no more than this, and goes on more slowly. */
const BEHIND_MOST_S = 0.25;

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
	readonly #wall: Wall;
	readonly #halt: Halt;
	#minute: number;
	#pace: RoomPace;
	#held = false;
	/** Steps that are due and not taken yet. */
	#dueSteps = 0;
	#lastMs = 0;
	/** Beats that are still on their way from before know another number. */
	#beats = 0;

	constructor(run: StretchRun, wall: Wall, fromMin: number, halt: Halt, pace: RoomPace) {
		this.#run = run;
		this.#wall = wall;
		this.#minute = fromMin;
		this.#halt = halt;
		this.#pace = pace;
	}

	get minute(): number {
		return this.#minute;
	}

	get isHeld(): boolean {
		return this.#held;
	}

	go(): void {
		this.#held = false;
		this.#lastMs = this.#wall.nowMs();
		const beats = ++this.#beats;
		this.#wall.later(() => this.#beat(beats), 0);
	}

	hold(): void {
		this.#held = true;
		this.#beats++;
	}

	setPace(pace: RoomPace): void {
		this.#pace = pace;
		this.#dueSteps = Math.min(this.#dueSteps, 1);
	}

	#beat(beats: number): void {
		if (beats !== this.#beats) return;
		const startMs = this.#wall.nowMs();
		this.#letTimePass(startMs);
		const frames: Frame[] = [];
		let isBehind = false;
		while (this.#pace === null || this.#dueSteps >= 1) {
			this.#dueSteps = Math.max(0, this.#dueSteps - 1);
			const frame = this.#step(frames);
			const due = frame === null ? [] : this.#run.due(frame);
			if (due.length > 0 && frames.at(-1) !== frame) frames.push(frame!);
			if (due.length > 0 || this.#minute >= this.#halt.minute) {
				this.#beats++;
				this.#run.show(frames);
				return this.#run.reach(frame!, due);
			}
			if (this.#wall.nowMs() - startMs > SLICE_MS) {
				isBehind = true;
				break;
			}
		}
		if (frames.length > 0) this.#run.show(frames);
		this.#wall.later(() => this.#beat(beats), isBehind ? 0 : BEAT_MS);
	}

	#letTimePass(nowMs: number): void {
		const elapsedS = (nowMs - this.#lastMs) / 1000;
		this.#lastMs = nowMs;
		if (this.#pace === null) return;
		const most = Math.max(1, this.#pace * BEHIND_MOST_S);
		this.#dueSteps = Math.min(this.#dueSteps + elapsedS * this.#pace, most);
	}

	/** One step of the grid; the frame there where it is needed, also added to `frames` where it is to be shown. */
	#step(frames: Frame[]): Frame | null {
		const { spans } = this.#run;
		this.#minute = Math.min(this.#halt.minute, this.#minute + stepLengthMin(spans, this.#minute));
		const minute = this.#minute;
		const isShown = this.#pace !== null || minute >= this.#halt.minute || this.#run.isSampled(minute);
		if (!isShown && !this.#run.isWatched(minute)) return null;
		const frame = this.#run.look(minute);
		if (isShown) frames.push(frame);
		return frame;
	}
}
