import { keepTimeLimit, timeLimitOf, type Kept } from './time-limit.ts';

const MINUTE_MS = 60_000;
const SECOND_MS = 1000;
const MORE_MS = 2 * MINUTE_MS;
/** From here on the person is told. */
export const SOON_SECONDS = 20;

/** Comes again over a reload, and goes on evenly within one: a jump of the device's clock does not move it. */
const deviceNowMs = () => performance.timeOrigin + performance.now();

/**
 * The clock for deciding, which a person may set for themselves; off until they do. A round has a deadline; how often
 * a hidden page is woken to look at it changes nothing.
 */
export class DecideClock {
	limitMin = $state<number | null>(null);
	isRunning = $state(false);
	secondsLeft = $state(0);
	readonly #nowMs: () => number;
	readonly #kept: Kept | undefined;
	#runId = '';
	#round = 0;
	#endsAtMs = 0;
	#atEnd: () => void = () => {};
	#timer: ReturnType<typeof setInterval> | undefined;

	/** @param nowMs real time; @param kept where limits outlive the page */
	constructor(nowMs: () => number = deviceNowMs, kept?: Kept) {
		this.#nowMs = nowMs;
		this.#kept = kept;
	}

	/**
	 * A round begins, or is come back to after a reload.
	 * @param atEnd called once when the time is up
	 */
	start(runId: string, round: number, atEnd: () => void): void {
		this.stop();
		[this.#runId, this.#round, this.#atEnd] = [runId, round, atEnd];
		const known = timeLimitOf(runId, this.#kept);
		this.limitMin = known.limitMin;
		if (this.limitMin === null) return;
		const isKnown = known.round === round && known.endsAtMs !== null;
		// Time that ran out while the page was away is no reason to commit before the person has looked.
		const soonest = this.#nowMs() + SOON_SECONDS * SECOND_MS;
		this.#run(isKnown ? Math.max(known.endsAtMs!, soonest) : this.#nowMs() + this.limitMin * MINUTE_MS);
	}

	/** Another limit, from now on: this round has all of it. */
	limit(limitMin: number | null): void {
		this.stop();
		this.limitMin = limitMin;
		if (limitMin === null) this.#keep(null);
		else this.#run(this.#nowMs() + limitMin * MINUTE_MS);
	}

	more(): void {
		if (this.isRunning) this.#run(this.#endsAtMs + MORE_MS);
	}

	stop(): void {
		clearInterval(this.#timer);
		this.isRunning = false;
	}

	/** Looks at the clock: now and then by itself, and at once when the page is seen again. */
	look(): void {
		if (!this.isRunning) return;
		this.secondsLeft = Math.max(0, Math.ceil((this.#endsAtMs - this.#nowMs()) / SECOND_MS));
		if (this.secondsLeft > 0) return;
		this.stop();
		this.#atEnd();
	}

	/** `3:12` */
	get text(): string {
		const seconds = String(this.secondsLeft % 60).padStart(2, '0');
		return `${Math.floor(this.secondsLeft / 60)}:${seconds}`;
	}

	#run(endsAtMs: number): void {
		clearInterval(this.#timer);
		this.#endsAtMs = endsAtMs;
		this.isRunning = true;
		this.#keep(endsAtMs);
		this.look();
		if (this.isRunning) this.#timer = setInterval(() => this.look(), SECOND_MS / 4);
	}

	#keep(endsAtMs: number | null): void {
		const limit = { limitMin: this.limitMin, round: this.#round, endsAtMs };
		keepTimeLimit(this.#runId, limit, this.#kept);
	}
}
