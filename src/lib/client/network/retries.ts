import type { Clock } from '../../room/clock.ts';
import type { WatchDevice } from './device-watch.ts';
import { waitBeforeTry } from './network.ts';
import type { NoAnswer } from './no-answer.ts';

const NO_ANSWERS: Readonly<Record<NoAnswer['kind'], true>> = {
	...{ unreachable: true, notOurs: true, tooMany: true },
	...{ notReady: true, failed: true }
};

/** Whether the same question may be answered later. */
export function isNoAnswer<Other extends { readonly kind: string }>(
	found: Other | NoAnswer
): found is NoAnswer {
	return found.kind in NO_ANSWERS;
}

export interface RetryParts {
	readonly clock: Clock;
	/** Between 0 and 1. */
	readonly draw: () => number;
	readonly watchDevice: WatchDevice;
}

/**
 * Does again what got no answer: soon at first, then less often, and at once when the device wakes up or has a network
 * again. Nobody has to press anything for a server that was only restarted.
 */
export class Retries {
	readonly #parts: RetryParts;
	/** The device is watched from the first time on that there was no answer: there is none where pages are built. */
	#unwatch: (() => void) | null = null;
	#again: (() => void) | null = null;
	/** Each plan has a number: a later one takes its place. */
	#plan = 0;
	#failures = 0;

	constructor(parts: RetryParts) {
		this.#parts = parts;
	}

	/** There was no answer: `again` is called once, later. A server that is asked too often says when. */
	after(noAnswer: NoAnswer, again: () => void): void {
		const { clock, draw, watchDevice } = this.#parts;
		this.#unwatch ??= watchDevice((what) => {
			if (what !== 'left') this.#go();
		});
		const plan = ++this.#plan;
		this.#again = again;
		const atLeastMs = noAnswer.kind === 'tooMany' ? noAnswer.waitMs : 0;
		const waitMs = Math.max(atLeastMs, waitBeforeTry(this.#failures++, draw));
		clock.later(() => {
			if (plan === this.#plan) this.#go();
		}, waitMs);
	}

	/** There was an answer, or somebody asks for something else: nothing is done again any more. */
	settle(): void {
		this.#plan++;
		this.#again = null;
		this.#failures = 0;
	}

	close(): void {
		this.settle();
		this.#unwatch?.();
		this.#unwatch = null;
	}

	#go(): void {
		const again = this.#again;
		this.#again = null;
		again?.();
	}
}
