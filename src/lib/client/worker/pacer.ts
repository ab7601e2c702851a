import type { RunNews } from '../messages.ts';
import type { Pace } from '../run-client.ts';
import type { Runs } from './runs.ts';

/** Where real time comes from; tests bring their own. */
export interface Wall {
	nowMs(): number;
	later(call: () => void, afterMs: number): void;
}

export const realWall: Wall = {
	nowMs: () => performance.now(),
	later: (call, afterMs) => void setTimeout(call, afterMs)
};

/** Between slices messages are heard, so a pause is answered within one slice and the step it is in. */
const SLICE_MS = 12;
const BEAT_MS = 33;
/** A run that cannot keep up with its pace falls behind by no more than this, and goes on more slowly. */
const BEHIND_MOST_S = 0.25;

/** Moves runs along as real time passes: the only clock of the game. */
export class Pacer {
	readonly #runs: Runs;
	readonly #tell: (news: RunNews) => void;
	readonly #wall: Wall;
	#pace: Pace = 1;
	/** Where the clock stands between two steps of the grid. */
	#dueMin = 0;
	#lastMs = 0;
	#untilMin = 0;
	#playing = false;
	/** Beats of an earlier play that are still on their way know another number. */
	#play = 0;

	constructor(runs: Runs, tell: (news: RunNews) => void, wall: Wall = realWall) {
		this.#runs = runs;
		this.#tell = tell;
		this.#wall = wall;
	}

	play(pace: Pace, untilMin = this.#runs.horizonMin): void {
		this.#pace = pace;
		this.#untilMin = untilMin;
		this.#lastMs = this.#wall.nowMs();
		if (this.#playing) return;
		this.#dueMin = this.#runs.minute;
		if (this.#runs.minute >= this.#untilMin) return this.#stop();
		this.#playing = true;
		this.#tell({ type: 'motion', motion: 'playing', minute: this.#runs.minute, hashes: {} });
		const play = ++this.#play;
		this.#wall.later(() => this.#beat(play), 0);
	}

	/** Stops where it is and says so; also where it was not moving. */
	pause(): void {
		this.#stop();
	}

	step(): void {
		if (!this.#playing && this.#runs.minute < this.#runs.horizonMin) this.#look(this.#runs.nextStep());
		this.#stop();
	}

	/** The runs are given up: says nothing more. */
	abandon(): void {
		this.#playing = false;
		this.#play++;
	}

	#beat(play: number): void {
		if (!this.#playing || play !== this.#play) return;
		const startMs = this.#wall.nowMs();
		this.#advanceClock(startMs);
		let next = this.#runs.nextStop(this.#dueMin);
		while (next !== null) {
			this.#look(next);
			if (this.#runs.minute >= this.#untilMin) return this.#stop();
			if (this.#wall.nowMs() - startMs > SLICE_MS) break;
			next = this.#runs.nextStop(this.#dueMin);
		}
		this.#wall.later(() => this.#beat(play), next === null ? BEAT_MS : 0);
	}

	#advanceClock(nowMs: number): void {
		const elapsedS = (nowMs - this.#lastMs) / 1000;
		this.#lastMs = nowMs;
		if (this.#pace === null) {
			this.#dueMin = this.#untilMin;
			return;
		}
		const step = this.#runs.nextStep() - this.#runs.minute;
		const farthest = this.#runs.minute + Math.max(step, this.#pace * BEHIND_MOST_S);
		this.#dueMin = Math.min(this.#dueMin + elapsedS * this.#pace, farthest, this.#untilMin);
	}

	#look(minute: number): void {
		const frames = this.#runs.frames(minute);
		this.#tell({ type: 'frames', minute, frames });
	}

	#stop(): void {
		this.abandon();
		const { minute, horizonMin } = this.#runs;
		const motion = minute >= horizonMin ? 'ended' : 'paused';
		this.#tell({ type: 'motion', motion, minute, hashes: this.#runs.hashes() });
	}
}
