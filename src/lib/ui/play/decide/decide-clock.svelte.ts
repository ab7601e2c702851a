const SECOND_MS = 1000;
const MORE_SECONDS = 120;
/** From here on the person is told. */
export const SOON_SECONDS = 20;

/** The clock for deciding, which a person may set for themselves; off until they do. Counts on the wall, not in the world. */
export class DecideClock {
	/** Minutes a round; null: no limit. */
	limitMin = $state<number | null>(null);
	secondsLeft = $state(0);
	isRunning = $state(false);
	#timer: ReturnType<typeof setInterval> | undefined;

	/** @param atEnd called once when the time is up */
	start(atEnd: () => void): void {
		this.stop();
		if (this.limitMin === null) return;
		this.secondsLeft = this.limitMin * 60;
		this.isRunning = true;
		this.#timer = setInterval(() => {
			this.secondsLeft--;
			if (this.secondsLeft > 0) return;
			this.stop();
			atEnd();
		}, SECOND_MS);
	}

	stop(): void {
		clearInterval(this.#timer);
		this.isRunning = false;
	}

	more(): void {
		this.secondsLeft += MORE_SECONDS;
	}

	/** `3:12` */
	get text(): string {
		const seconds = String(this.secondsLeft % 60).padStart(2, '0');
		return `${Math.floor(this.secondsLeft / 60)}:${seconds}`;
	}
}
