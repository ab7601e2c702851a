import { SHARED_WORLD } from '../../exercise/commands/create-exercise.ts';
import { simEngine } from '../../exercise/world/engine.ts';
import { foldLog } from '../../exercise/log/evolve.ts';
import { saveLog, type Log, type StoredResult } from '../../exercise/log/log-file.ts';
import { worldOrders } from '../../exercise/world/orders.ts';
import { Timeline } from '../../exercise/world/timeline.ts';
import { botSeats } from '../../room/opening.ts';
import { playBots, type Play } from '../../room/play-through.ts';
import type { Frame } from '../../sim/observe/frame.ts';
import { gridMinuteUpTo, nextGridMinute } from '../../sim/time/grid.ts';
import type { Order } from '../../sim/model.ts';
import { refusalText } from '../../text/refusal-text.ts';
import type { SeriesFrames, SeriesHashes } from './messages.ts';
import type { Series } from './comparison-client.ts';
import { sampleMinutes } from '../../room/sample-minutes.ts';
import type { Pack } from '../../room/scenario-library.ts';

/** A log that has been read, and what to call it. */
export interface NamedLog {
	readonly name: string;
	readonly log: Log;
}

interface WatchedWorld {
	readonly series: Series;
	readonly orders: readonly Order[];
	/** Where it ends: the horizon, or the last minute of a log. */
	readonly endMin: number;
	readonly timeline: Timeline;
}

/** Time runs forward here, so nothing is kept to go back to. */
const KEEP_NOTHING = { snapshots: 0 };

/**
 * The runs of one scenario under one seed, side by side at one minute: the record, nobody acting and, where one was
 * opened, a log.
 *
 * What bots do follows from scenario and seed alone, so each room is played through first, without any physics; the
 * physics then follows at whatever pace somebody watches, and a log does not depend on how it was watched.
 */
export class ComparedRuns {
	readonly pack: Pack;
	readonly seed: string;
	readonly stops: readonly number[];
	readonly refused: readonly string[];
	readonly log: { name: string; events: number; endMin: number; stored: StoredResult | null } | null;
	readonly #worlds: readonly WatchedWorld[];
	#minute = 0;

	constructor(pack: Pack, seed: string, opened: NamedLog | null = null) {
		this.pack = pack;
		this.seed = seed;
		const { horizonMin, spans } = pack.exercise;
		const record = this.#played('record', horizonMin);
		this.refused = record.refusals.map(({ refusal }) => refusalText(refusal));
		const watched = [
			this.#watched('record', record.state),
			this.#watched('none', this.#played('none', horizonMin).state)
		];
		this.log = null;
		if (opened !== null) {
			const state = foldLog(opened.log.events);
			const world = SHARED_WORLD in state.worlds ? SHARED_WORLD : Object.keys(state.worlds)[0];
			const one = this.#watched('log', state, world);
			watched.push(one);
			const stored = opened.log.results.find((result) => result.world === world) ?? null;
			this.log = { name: opened.name, events: opened.log.events.length, endMin: one.endMin, stored };
		}
		this.#worlds = watched;
		const acts = pack.exercise.record.map(({ atMin }) => atMin);
		const releases = pack.model.releases.map(({ atMin }) => atMin);
		this.stops = sampleMinutes(spans, horizonMin, [
			...acts,
			...releases,
			...watched.map(({ endMin }) => endMin)
		]);
	}

	get minute(): number {
		return this.#minute;
	}

	get horizonMin(): number {
		return this.pack.exercise.horizonMin;
	}

	get series(): Series[] {
		return this.#worlds.map(({ series }) => series);
	}

	/** The next minute at which to look on the way to `untilMin`; null: it is reached. */
	nextStop(untilMin: number): number | null {
		const until = gridMinuteUpTo(this.pack.exercise.spans, Math.min(untilMin, this.horizonMin));
		if (until <= this.#minute) return null;
		return Math.min(until, this.stops.find((minute) => minute > this.#minute) ?? this.horizonMin);
	}

	/** One step of the grid further. */
	nextStep(): number {
		return nextGridMinute(this.pack.exercise.spans, this.horizonMin, this.#minute);
	}

	/** Takes every run that goes so far to `minute`, a minute of the grid, and looks at it there. */
	frames(minute: number): SeriesFrames {
		this.#minute = minute;
		const frames: { -readonly [L in Series]?: Frame } = {};
		for (const { series, orders, endMin, timeline } of this.#worlds) {
			if (minute <= endMin) frames[series] = timeline.frameAt(orders, minute);
		}
		return frames;
	}

	/** The state hashes at the present minute; a log's at its end, once that is past. */
	hashes(): SeriesHashes {
		const hashes: { -readonly [L in Series]?: string } = {};
		for (const { series, orders, endMin, timeline } of this.#worlds) {
			hashes[series] = timeline.hashAt(orders, Math.min(this.#minute, endMin));
		}
		return hashes;
	}

	/** The log of a series' room up to the present minute, with the result that it came to. */
	logText(series: Exclude<Series, 'log'>): string {
		const { events } = this.#played(series, this.#minute);
		const stateHash = this.hashes()[series]!;
		return saveLog({ events, results: [{ world: SHARED_WORLD, minute: this.#minute, stateHash }] });
	}

	#played(series: Exclude<Series, 'log'>, untilMin: number): Play {
		const { exercise } = this.pack;
		return playBots(exercise, { seed: this.seed, seats: botSeats(exercise, series), untilMin });
	}

	#watched(series: Series, { worlds }: Play['state'], id: string | undefined = SHARED_WORLD): WatchedWorld {
		const world = id === undefined ? undefined : worlds[id];
		const { model, exercise } = this.pack;
		return {
			series,
			orders: world === undefined ? [] : worldOrders(exercise, world),
			endMin: gridMinuteUpTo(exercise.spans, world?.minute ?? 0),
			timeline: new Timeline(simEngine(model, this.seed), KEEP_NOTHING)
		};
	}
}
