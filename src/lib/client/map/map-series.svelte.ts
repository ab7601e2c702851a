import type { MapFault } from '../../room/map/map-fault.ts';
import { LatestOnly } from './latest-only.ts';
import type { MapEventMarker, MapMessage, RunSource } from './messages.ts';
import type { MapFacts } from '../../room/map/map-facts.ts';
import type { MapSnapshot } from '../../sim/observe/map/map-snapshot.ts';
import { openMapWorker, type MapWorker } from './open-map-worker.ts';

/** Most often that snapshots are asked for while the series run. */
const ASK_EVERY_MS = 200;

export interface MapSeries {
	readonly id: string;
	readonly source: RunSource;
}

/** Several runs of one scenario and seed in one worker, always at the same minute. */
export class MapSeriesRun {
	facts = $state.raw<MapFacts | null>(null);
	/** What is marked of the first series. */
	markers = $state.raw<readonly MapEventMarker[]>([]);
	/** By series, in their order; null until all have come. */
	snapshots = $state.raw<readonly MapSnapshot[] | null>(null);
	fault = $state.raw<MapFault | null>(null);
	playing = $state(false);
	/** Real time until the next snapshots can be expected, in ms; 0 after a jump. */
	blendMs = 0;

	readonly #worker: MapWorker;
	readonly #series: readonly MapSeries[];
	readonly #minutes = new LatestOnly<number>((minute) => this.#put(minute));
	/** Where the series begin once all are open. */
	readonly #fromMin: number;
	#coming: (MapSnapshot | null)[] = [];
	#opened = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(scenario: string, seed: string, series: readonly MapSeries[], fromMin: number) {
		this.#series = series;
		this.#fromMin = fromMin;
		this.#worker = openMapWorker((message) => this.#hear(message));
		for (const { id, source } of series)
			this.#worker.ask({ type: 'open', series: id, scenario, source, seed });
	}

	get minute(): number {
		return this.snapshots?.[0]?.minute ?? 0;
	}

	/** All series at a minute, earlier or later. */
	seek(minute: number): void {
		this.blendMs = 0;
		this.#minutes.ask(minute);
	}

	play(): void {
		if (this.facts === null || this.snapshots === null || this.playing) return;
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

	#hear(message: MapMessage): void {
		if (message.type === 'failed') {
			this.fault = message.fault;
			return this.pause();
		}
		if (message.type === 'opened') {
			// One scenario, one set of places: the maps share their points.
			this.facts ??= message.facts;
			if (message.series === this.#series[0]?.id) this.markers = message.markers;
			if (++this.#opened === this.#series.length) this.#minutes.ask(this.#fromMin);
			return;
		}
		this.#coming[this.#series.findIndex(({ id }) => id === message.series)] = message.snapshot;
		const snapshots = this.#coming.filter((snapshot) => snapshot !== null);
		if (snapshots.length < this.#series.length) return;
		this.snapshots = snapshots;
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
		this.#coming = this.#series.map(() => null);
		for (const { id } of this.#series)
			this.#worker.ask({ type: 'at', series: id, minute: Math.round(minute), flows: null });
	}
}
