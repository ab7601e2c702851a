import { AT_START, isPlaying, playedTo, put, type Playback } from '../../room/live/worlds/playback.ts';

/** Between two pictures of maps that play. */
const TICK_MS = 100;
/** Who wants less motion sees stills. */
const STILL_MS = 2000;

interface PlayingParts {
	readonly playback: () => Playback;
	readonly nowMs: () => number;
	/** Asks for another place on the axis, or (null) to go on from where it stands. */
	readonly put: (at: number | null, plays: boolean) => void;
}

/** Maps that are played: how far, by a clock that all who watch share, or one's own. */
export class Playing {
	readonly #parts: PlayingParts;
	#nowMs = $state(0);
	/** Share of the axis of time, from 0 to 1. */
	readonly at = $derived.by(() => playedTo(this.#parts.playback(), this.#nowMs));
	readonly isPlaying = $derived.by(() => isPlaying(this.#parts.playback(), this.#nowMs));

	constructor(parts: PlayingParts) {
		this.#parts = parts;
	}

	play(): void {
		this.#parts.put(null, true);
	}

	pause(): void {
		this.#parts.put(null, false);
	}

	seek(at: number): void {
		this.#parts.put(at, false);
	}

	/** Looks at the clock while it plays; for an effect. @returns what ends it */
	follow(): () => void {
		const { playback, nowMs } = this.#parts;
		const now = playback();
		this.#nowMs = nowMs();
		if (now.sinceMs === null) return () => {};
		const every = matchMedia('(prefers-reduced-motion: reduce)').matches ? STILL_MS : TICK_MS;
		const timer = setInterval(() => {
			this.#nowMs = nowMs();
			if (!isPlaying(now, this.#nowMs)) clearInterval(timer);
		}, every);
		return () => clearInterval(timer);
	}
}

/** Maps that one person plays. */
export class OwnPlaying extends Playing {
	constructor() {
		let playback = $state.raw<Playback>(AT_START);
		const nowMs = () => performance.now();
		super({
			playback: () => playback,
			nowMs,
			put: (at, plays) => (playback = put(playback, at, plays, nowMs()))
		});
	}
}
