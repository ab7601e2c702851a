import type { Clock } from '../room/clock.ts';

/** How often a worker is asked whether it lives. */
const ASK_EVERY_MS = 3000;
/** So many questions open: the person is told that it is slow. */
const SLOW_QUESTIONS = 3;
/** So many questions open: a worker that has answered before counts as dead. */
const DEAD_QUESTIONS = 5;
/** A machine that is slow to start a worker is slow afterwards: it is given so many times what the start took. */
const TIMES_THE_START = 3;
/** A worker that dies so often within this time takes its page with it: then it stays dead. */
const DEATHS_MOST = 4;
const DEATHS_WITHIN_MS = 300_000;

export interface WatchdogActs {
	/** Asks the worker whether it lives. */
	ask(): void;
	/** The worker has not said anything for a while, or does again. */
	slow(isSlow: boolean): void;
	/** The worker has died without a word: it has to be replaced. */
	dead(): void;
}

/**
 * Finds out whether a worker lives. Browsers end workers without telling the page, so it is asked every few seconds.
 * One that has not said its first word is never taken for dead: on a slow machine it is still being read, and a
 * replacement would have to begin from the start. A worker that cannot start at all says so by an error event.
 *
 * Questions are counted, not time: while a laptop sleeps no question is asked.
 */
export class Watchdog {
	readonly #clock: Clock;
	readonly #acts: WatchdogActs;
	#open = 0;
	/** Questions that were open when the first word came; null: none has come yet. */
	#openAtStart: number | null = null;
	#isSlow = false;
	#deathsMs: number[] = [];
	/** Grows with each worker and when watching ends, so that questions planned before are not asked. */
	#watch = 0;

	constructor(clock: Clock, acts: WatchdogActs) {
		this.#clock = clock;
		this.#acts = acts;
	}

	/** A worker has been started: it is watched from now on instead of the one before. */
	started(): void {
		this.#open = 0;
		this.#openAtStart = null;
		this.#askLater(++this.#watch);
	}

	/** The worker has said something, whatever it is. */
	heard(): void {
		this.#openAtStart ??= this.#open;
		this.#open = 0;
		this.#say(false);
	}

	/** The worker has died. Returns whether it is worth starting another one. */
	died(): boolean {
		this.stop();
		const nowMs = this.#clock.nowMs();
		this.#deathsMs = [...this.#deathsMs.filter((ms) => nowMs - ms < DEATHS_WITHIN_MS), nowMs];
		return this.#deathsMs.length < DEATHS_MOST;
	}

	/** The person wants it tried again: deaths so far do not count any more. */
	forgive(): void {
		this.#deathsMs = [];
	}

	/** Nothing is asked any more, until a worker is started. */
	stop(): void {
		this.#watch++;
		this.#say(false);
	}

	#askLater(watch: number): void {
		this.#clock.later(() => {
			if (watch !== this.#watch) return;
			this.#open++;
			if (this.#isDead()) return this.#acts.dead();
			if (this.#open > SLOW_QUESTIONS) this.#say(true);
			this.#acts.ask();
			this.#askLater(watch);
		}, ASK_EVERY_MS);
	}

	#isDead(): boolean {
		if (this.#openAtStart === null) return false;
		return this.#open > Math.max(DEAD_QUESTIONS, TIMES_THE_START * this.#openAtStart);
	}

	#say(isSlow: boolean): void {
		if (isSlow === this.#isSlow) return;
		this.#isSlow = isSlow;
		this.#acts.slow(isSlow);
	}
}
