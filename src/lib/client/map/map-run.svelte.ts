import type { MapFault } from '../../room/map/map-fault.ts';
import { LatestOnly } from './latest-only.ts';
import type { MapEventMarker, MapMessage, RunSource } from './messages.ts';
import type { MapFacts } from '../../room/map/map-facts.ts';
import type { FlowFilter } from '../../sim/observe/flows/host-flows.ts';
import type { MapSnapshot } from '../../sim/observe/map/map-snapshot.ts';
import { openMapWorker, type MapWorker } from './open-map-worker.ts';
import { haveSamePlaces } from './same-places.ts';

/** Most often that a snapshot is asked for: what is between them, the map fills in. */
const ASK_EVERY_MS = 120;

/** Only one run is open at a time here. */
const SERIES = '';

/** A run in a worker of the map's own: where its clock stands, how fast it goes, and the snapshot that came last. */
export class MapRun {
	facts = $state.raw<MapFacts | null>(null);
	markers = $state.raw<readonly MapEventMarker[]>([]);
	snapshot = $state.raw<MapSnapshot | null>(null);
	fault = $state.raw<MapFault | null>(null);
	playing = $state(false);
	/** Minutes of the exercise in a second. */
	pace = $state(5);
	/** Real time until the next snapshot can be expected, in ms; 0 after a jump. */
	blendMs = 0;

	readonly #worker: MapWorker;
	readonly #minutes = new LatestOnly<number>((minute) => this.#put(minute));
	#askedAtMs = 0;
	#flows: FlowFilter | null = null;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(scenario: string, source: RunSource, seed = '1') {
		this.#worker = openMapWorker((message) => this.#hear(message));
		this.open(scenario, source, seed);
	}

	/** Another run, at the minute where this one stands. A run that cannot be opened leaves this one as it is. */
	open(scenario: string, source: RunSource, seed = '1'): void {
		this.pause();
		this.fault = null;
		this.#worker.ask({ type: 'open', series: SERIES, scenario, source, seed });
	}

	play(): void {
		const { facts, snapshot } = this;
		if (facts === null || snapshot === null || this.playing) return;
		this.playing = true;
		if (snapshot.minute >= facts.horizonMin) this.seek(0);
		else this.#next();
	}

	pause(): void {
		this.playing = false;
		clearTimeout(this.#timer);
	}

	/** Jumps to a minute, earlier or later. */
	seek(minute: number): void {
		this.blendMs = 0;
		this.#minutes.ask(Math.min(Math.max(0, Math.round(minute)), this.facts?.horizonMin ?? 0));
	}

	/** Whose flows to count from now on; null: none. */
	watchFlows(scope: FlowFilter | null): void {
		const { metro, sector } = scope ?? {};
		if (this.#flows?.metro === metro && this.#flows?.sector === sector) return;
		this.#flows = scope;
		if (scope !== null && this.snapshot !== null && !this.playing) this.seek(this.snapshot.minute);
	}

	close(): void {
		this.pause();
		this.#worker.close();
	}

	#hear(message: MapMessage): void {
		if (message.type === 'failed') {
			this.fault = message.fault;
			this.pause();
			this.#minutes.answered();
		} else if (message.type === 'opened') {
			let minute = this.snapshot?.minute ?? 0;
			// The same scenario has the same places: the map keeps its points.
			if (this.facts === null || !haveSamePlaces(this.facts, message.facts)) {
				this.facts = message.facts;
				// What was counted in other places cannot be drawn in these.
				this.snapshot = null;
				minute = 0;
			}
			this.markers = message.markers;
			this.seek(minute);
		} else {
			this.snapshot = message.snapshot;
			if (!this.#minutes.answered() && this.playing) this.#next();
		}
	}

	#next(): void {
		const { facts, snapshot } = this;
		if (facts === null || snapshot === null) return;
		if (snapshot.minute >= facts.horizonMin) return this.pause();
		const step = Math.max(1, Math.round((this.pace * ASK_EVERY_MS) / 1000));
		const stepMs = (step / this.pace) * 1000;
		const waitMs = Math.max(0, this.#askedAtMs + stepMs - performance.now());
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => {
			this.blendMs = stepMs;
			this.#minutes.ask(Math.min(snapshot.minute + step, facts.horizonMin));
		}, waitMs);
	}

	#put(minute: number): void {
		this.#askedAtMs = performance.now();
		this.#worker.ask({ type: 'at', series: SERIES, minute, flows: this.#flows });
	}
}
