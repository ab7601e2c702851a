import type { Sample } from '../../room/feed/samples.ts';
import type { ForkPlan } from '../../room/replay/fork.ts';
import { LatestOnly } from '../map/latest-only.ts';
import type {
	ReplayedLog,
	ReplayedMoment,
	ReplayFacts,
	ReplayFault,
	ReplayMessage,
	ReplayReader,
	ReplayRequest,
	ReplaySeries
} from './messages.ts';
import { openReplayWorker, type ReplayWorker } from './open-replay-worker.ts';

/** Most often that a moment is asked for: what is between them, maps fill in. */
const ASK_EVERY_MS = 150;
/** Minutes of the exercise a second, at 1×. */
const MINUTES_PER_SECOND = 5;
/** So many worlds are looked at side by side. */
export const SHOWN_MOST = 4;

export const SPEEDS = [1, 2, 4, 8, 16] as const;
export type Speed = (typeof SPEEDS)[number];

/** An exercise that is replayed, with its forks: what has been opened, which minute is shown, and whether it plays. */
export class ReplayRun {
	facts = $state.raw<ReplayFacts | null>(null);
	logs = $state.raw<readonly ReplayedLog[]>([]);
	curves = $state.raw<Readonly<Record<string, readonly Sample[]>>>({});
	/** The worlds that are shown, as they were last told. */
	worlds = $state.raw<readonly ReplayedMoment[]>([]);
	/** Ids of the series whose maps and figures are shown. */
	shown = $state.raw<readonly string[]>([]);
	minute = $state(0);
	playing = $state(false);
	speed = $state<Speed>(1);
	/** How far a log that is being opened, or forked, has been run; null: none is. */
	busy = $state<number | null>(null);
	fault = $state.raw<ReplayFault | null>(null);
	/** Real time until the next moment can be expected, in ms; 0 after a jump. */
	blendMs = 0;

	readonly series = $derived<readonly ReplaySeries[]>(this.logs.flatMap(({ series }) => series));
	readonly untilMin = $derived(Math.max(0, ...this.series.map(({ endMin }) => endMin)));

	readonly #worker: ReplayWorker;
	readonly #minutes = new LatestOnly<number>((minute) => this.#put(minute));
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(openWorker: (hear: (message: ReplayMessage) => void) => ReplayWorker = openReplayWorker) {
		this.#worker = openWorker((message) => this.#hear(message));
	}

	/** Opens a log beside those that are open. */
	open(name: string, text: string, reader: ReplayReader): void {
		this.#ask({ type: 'open', name, text, reader });
	}

	/** Plays a series on from a moment of its past. */
	fork(series: string, plan: ForkPlan, name: string): void {
		this.#ask({ type: 'fork', series, plan, name });
	}

	/** Shows other series: as many as have room. */
	show(series: readonly string[]): void {
		this.shown = series.slice(-SHOWN_MOST);
		this.seek(this.minute);
	}

	/** Jumps to a minute, earlier or later: whatever is done next is done there, also before the worlds have come. */
	seek(minute: number): void {
		this.blendMs = 0;
		this.minute = Math.min(Math.max(0, Math.round(minute)), this.untilMin);
		this.#minutes.ask(this.minute);
	}

	play(): void {
		if (this.worlds.length === 0 || this.playing) return;
		this.playing = true;
		if (this.minute >= this.untilMin) this.seek(0);
		else this.#next();
	}

	pause(): void {
		this.playing = false;
		clearTimeout(this.#timer);
	}

	close(): void {
		this.pause();
		this.#worker.close();
	}

	#ask(request: Exclude<ReplayRequest, { type: 'at' }>): void {
		this.pause();
		this.fault = null;
		this.busy = 0;
		this.#worker.ask(request);
	}

	#hear(message: ReplayMessage): void {
		switch (message.type) {
			case 'running':
				this.busy = message.share;
				return;
			case 'curves':
				this.curves = { ...this.curves, [message.series]: message.samples };
				return;
			case 'opened': {
				const { facts, log } = message;
				this.busy = null;
				this.facts ??= facts;
				this.logs = [...this.logs, log];
				const ids = log.series.map(({ id }) => id);
				// What was forked is compared with what it was forked from.
				this.show(log.fork === null ? [...this.shown, ...ids].slice(0, SHOWN_MOST) : [log.fork.of, ...ids]);
				return;
			}
			case 'moment':
				this.worlds = message.worlds;
				if (this.#minutes.answered()) return;
				this.minute = message.minute;
				if (this.playing) this.#next();
				return;
			case 'failed':
				this.busy = null;
				this.fault = message.fault;
				this.pause();
				this.#minutes.answered();
		}
	}

	#next(): void {
		if (this.minute >= this.untilMin) return this.pause();
		const perMs = (MINUTES_PER_SECOND * this.speed) / 1000;
		const step = Math.max(1, Math.round(perMs * ASK_EVERY_MS));
		const stepMs = step / perMs;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => {
			this.blendMs = stepMs;
			this.#minutes.ask(Math.min(this.minute + step, this.untilMin));
		}, stepMs);
	}

	#put(minute: number): void {
		this.#worker.ask({ type: 'at', minute, series: this.shown });
	}
}
