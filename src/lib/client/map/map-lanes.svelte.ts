import { LastCounts } from './last-counts.ts';
import type { MapEventMark, MapFacts, MapFailure, MapMoment, MapNews, MapPlay } from './messages.ts';
import { openMapWorker, type MapWorker } from './open-map-worker.ts';

/** Most often that moments are asked for while the lanes run. */
const ASK_EVERY_MS = 200;

export interface MapLane {
	readonly id: string;
	readonly play: MapPlay;
}

/** Several plays of one scenario and seed in one worker, always at the same minute. */
export class MapLanesRun {
	facts = $state.raw<MapFacts | null>(null);
	/** What is marked of the first lane. */
	marks = $state.raw<readonly MapEventMark[]>([]);
	/** By lane, in their order; null until all have come. */
	moments = $state.raw<readonly MapMoment[] | null>(null);
	failure = $state.raw<MapFailure | null>(null);
	playing = $state(false);
	/** Real time until the next moments can be expected, in ms; 0 after a jump. */
	blendMs = 0;

	readonly #worker: MapWorker;
	readonly #lanes: readonly MapLane[];
	readonly #minutes = new LastCounts<number>((minute) => this.#put(minute));
	/** Where the lanes begin once all are open. */
	readonly #fromMin: number;
	#coming: (MapMoment | null)[] = [];
	#opened = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(scenario: string, seed: string, lanes: readonly MapLane[], fromMin: number) {
		this.#lanes = lanes;
		this.#fromMin = fromMin;
		this.#worker = openMapWorker((news) => this.#hear(news));
		for (const { id, play } of lanes) this.#worker.ask({ type: 'open', lane: id, scenario, play, seed });
	}

	get minute(): number {
		return this.moments?.[0]?.minute ?? 0;
	}

	/** All lanes at a minute, earlier or later. */
	seek(minute: number): void {
		this.blendMs = 0;
		this.#minutes.ask(minute);
	}

	play(): void {
		if (this.facts === null || this.moments === null || this.playing) return;
		this.playing = true;
		if (this.minute >= this.facts.horizonMin) this.seek(0);
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

	#hear(news: MapNews): void {
		if (news.type === 'failed') {
			this.failure = news.failure;
			return this.pause();
		}
		if (news.type === 'opened') {
			// One scenario, one set of places: the maps share their points.
			this.facts ??= news.facts;
			if (news.lane === this.#lanes[0]?.id) this.marks = news.marks;
			if (++this.#opened === this.#lanes.length) this.#minutes.ask(this.#fromMin);
			return;
		}
		this.#coming[this.#lanes.findIndex(({ id }) => id === news.lane)] = news.moment;
		const moments = this.#coming.filter((moment) => moment !== null);
		if (moments.length < this.#lanes.length) return;
		this.moments = moments;
		if (!this.#minutes.answered() && this.playing) this.#next();
	}

	#next(): void {
		const { facts, minute } = this;
		if (facts === null) return;
		if (minute >= facts.horizonMin) return this.pause();
		// The first hours go slowly, the days after them quickly.
		const paceMin = minute < 240 ? 10 : minute < 1440 ? 60 : 240;
		const step = Math.max(1, Math.round((paceMin * ASK_EVERY_MS) / 1000));
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => {
			this.blendMs = ASK_EVERY_MS;
			this.#minutes.ask(Math.min(minute + step, facts.horizonMin));
		}, ASK_EVERY_MS);
	}

	#put(minute: number): void {
		this.#coming = this.#lanes.map(() => null);
		for (const { id } of this.#lanes)
			this.#worker.ask({ type: 'at', lane: id, minute: Math.round(minute), flows: null });
	}
}
