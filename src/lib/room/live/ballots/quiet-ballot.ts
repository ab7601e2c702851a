import type { Clock } from '../../clock.ts';
import type { Ballots } from './ballots.ts';

/** A hall in which nobody has voted after so long cannot reach the room. */
export const QUIET_MS = 8000;

/** Whether a vote is open and none has come in for a while: the facilitator may go on by show of hands. */
export class QuietBallot {
	readonly #ballots: Ballots;
	readonly #clock: Clock;
	readonly #changed: () => void;
	#id: string | null = null;

	constructor(ballots: Ballots, clock: Clock, changed: () => void) {
		this.#ballots = ballots;
		this.#clock = clock;
		this.#changed = changed;
	}

	get isQuiet(): boolean {
		const { shown, hasVotes } = this.#ballots;
		return shown !== null && shown.id === this.#id && shown.state === 'open' && !hasVotes;
	}

	/** Whether it has been told that a vote is quiet: the first one that comes in is news. */
	get isTold(): boolean {
		return this.#id !== null && this.#id === this.#ballots.shown?.id;
	}

	/** A vote has been opened. */
	opened(): void {
		const id = this.#ballots.shown?.id ?? null;
		this.#clock.later(() => {
			if (this.#ballots.shown?.id !== id || this.#ballots.hasVotes) return;
			this.#id = id;
			this.#changed();
		}, QUIET_MS);
	}
}
