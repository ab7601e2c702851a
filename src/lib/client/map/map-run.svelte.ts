import type { MapFacts, MapLane, MapNews, MapWish } from './messages.ts';

/** Counts at one minute, as the worker found them. */
export interface MapCounts {
	readonly minute: number;
	readonly counts: Int32Array;
}

/** Most often that counts are asked for: what is between them, the map fills in. */
const ASK_EVERY_MS = 120;

/** A play on the map's own page: where its clock stands, how fast it goes, and the counts that came last. */
export class MapRun {
	facts = $state.raw<MapFacts | null>(null);
	frame = $state.raw<MapCounts | null>(null);
	failure = $state<string | null>(null);
	playing = $state(false);
	/** Minutes of the exercise in a second. */
	pace = $state(10);
	/** Real time until the next counts can be expected, in ms; 0 after a jump. */
	blendMs = 0;

	readonly #worker: Worker;
	#wanted: number | null = null;
	#isAsked = false;
	#askedAtMs = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(scenario: string, lane: MapLane) {
		// The address of a worker, made once and never changed: nothing here to be reactive.
		// eslint-disable-next-line svelte/prefer-svelte-reactivity
		this.#worker = new Worker(new URL('./map.worker.ts', import.meta.url), { type: 'module' });
		this.#worker.addEventListener('message', ({ data }: MessageEvent<MapNews>) => this.#hear(data));
		this.#worker.addEventListener('error', (event) => {
			this.failure = event.message || 'the worker that computes the run did not start';
		});
		this.open(scenario, lane);
	}

	open(scenario: string, lane: MapLane): void {
		this.pause();
		this.#ask({ type: 'open', scenario, lane, seed: '1' });
	}

	play(): void {
		const { facts, frame } = this;
		if (facts === null || frame === null || this.playing) return;
		this.playing = true;
		if (frame.minute >= facts.horizonMin) this.seek(0);
		else this.#next();
	}

	pause(): void {
		this.playing = false;
		clearTimeout(this.#timer);
	}

	/** Jumps to a minute, earlier or later. */
	seek(minute: number): void {
		this.blendMs = 0;
		this.#want(Math.min(Math.max(0, Math.round(minute)), this.facts?.horizonMin ?? 0));
	}

	close(): void {
		this.pause();
		this.#worker.terminate();
	}

	#hear(news: MapNews): void {
		if (news.type === 'failed') {
			this.failure = news.what;
			this.pause();
		} else if (news.type === 'opened') {
			const minute = this.frame?.minute ?? 0;
			this.facts = news.facts;
			this.frame = null;
			this.seek(minute);
		} else {
			this.#isAsked = false;
			this.frame = { minute: news.minute, counts: news.counts };
			if (this.#wanted !== null) this.#want(this.#wanted);
			else if (this.playing) this.#next();
		}
	}

	#next(): void {
		const { facts, frame } = this;
		if (facts === null || frame === null) return;
		if (frame.minute >= facts.horizonMin) return this.pause();
		const step = Math.max(1, Math.round((this.pace * ASK_EVERY_MS) / 1000));
		const stepMs = (step / this.pace) * 1000;
		const waitMs = Math.max(0, this.#askedAtMs + stepMs - performance.now());
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => {
			this.blendMs = stepMs;
			this.#want(Math.min(frame.minute + step, facts.horizonMin));
		}, waitMs);
	}

	/** One question at a time; of those that come meanwhile, the last counts. */
	#want(minute: number): void {
		if (this.#isAsked) {
			this.#wanted = minute;
			return;
		}
		this.#wanted = null;
		this.#isAsked = true;
		this.#askedAtMs = performance.now();
		this.#ask({ type: 'at', minute });
	}

	#ask(wish: MapWish): void {
		this.#worker.postMessage(wish);
	}
}
