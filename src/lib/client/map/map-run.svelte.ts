import { LastCounts } from './last-counts.ts';
import type {
	FlowScope,
	MapEventMark,
	MapFacts,
	MapFailure,
	MapMoment,
	MapNews,
	MapPlay
} from './messages.ts';
import { openMapWorker, type MapWorker } from './open-map-worker.ts';

/** Most often that a moment is asked for: what is between them, the map fills in. */
const ASK_EVERY_MS = 120;

/** Only one play is open at a time here. */
const LANE = '';

/** A play in a worker of the map's own: where its clock stands, how fast it goes, and the moment that came last. */
export class MapRun {
	facts = $state.raw<MapFacts | null>(null);
	marks = $state.raw<readonly MapEventMark[]>([]);
	moment = $state.raw<MapMoment | null>(null);
	failure = $state.raw<MapFailure | null>(null);
	playing = $state(false);
	/** Minutes of the exercise in a second. */
	pace = $state(5);
	/** Real time until the next moment can be expected, in ms; 0 after a jump. */
	blendMs = 0;

	readonly #worker: MapWorker;
	readonly #minutes = new LastCounts<number>((minute) => this.#put(minute));
	#scenario: string | null = null;
	#askedAtMs = 0;
	#flows: FlowScope | null = null;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(scenario: string, play: MapPlay, seed = '1') {
		this.#worker = openMapWorker((news) => this.#hear(news));
		this.open(scenario, play, seed);
	}

	/** Another play, at the minute where this one stands. A play that cannot be opened leaves this one as it is. */
	open(scenario: string, play: MapPlay, seed = '1'): void {
		this.pause();
		this.failure = null;
		this.#scenario = play.kind === 'log' ? null : scenario;
		this.#worker.ask({ type: 'open', lane: LANE, scenario, play, seed });
	}

	play(): void {
		const { facts, moment } = this;
		if (facts === null || moment === null || this.playing) return;
		this.playing = true;
		if (moment.minute >= facts.horizonMin) this.seek(0);
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
	watchFlows(scope: FlowScope | null): void {
		const { metro, sector } = scope ?? {};
		if (this.#flows?.metro === metro && this.#flows?.sector === sector) return;
		this.#flows = scope;
		if (scope !== null && this.moment !== null && !this.playing) this.seek(this.moment.minute);
	}

	close(): void {
		this.pause();
		this.#worker.close();
	}

	#hear(news: MapNews): void {
		if (news.type === 'failed') {
			this.failure = news.failure;
			this.pause();
			this.#minutes.answered();
		} else if (news.type === 'opened') {
			const minute = this.moment?.minute ?? 0;
			// The same scenario has the same places: the map keeps its points.
			if (this.facts === null || this.#scenario === null || this.facts.horizonMin !== news.facts.horizonMin)
				this.facts = news.facts;
			this.marks = news.marks;
			this.seek(minute);
		} else {
			this.moment = news.moment;
			if (!this.#minutes.answered() && this.playing) this.#next();
		}
	}

	#next(): void {
		const { facts, moment } = this;
		if (facts === null || moment === null) return;
		if (moment.minute >= facts.horizonMin) return this.pause();
		const step = Math.max(1, Math.round((this.pace * ASK_EVERY_MS) / 1000));
		const stepMs = (step / this.pace) * 1000;
		const waitMs = Math.max(0, this.#askedAtMs + stepMs - performance.now());
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => {
			this.blendMs = stepMs;
			this.#minutes.ask(Math.min(moment.minute + step, facts.horizonMin));
		}, waitMs);
	}

	#put(minute: number): void {
		this.#askedAtMs = performance.now();
		this.#worker.ask({ type: 'at', lane: LANE, minute, flows: this.#flows });
	}
}
