import type { Refusal } from '../../exercise/commands/refusals.ts';
import { simEngine } from '../../exercise/world/engine.ts';
import { foldLog } from '../../exercise/log/evolve.ts';
import { saveLog, type Log, type StoredResult } from '../../exercise/log/log-file.ts';
import { worldOrders } from '../../exercise/world/orders.ts';
import { runningWorlds } from '../../room/conductor/bot-acts.ts';
import { botSeats } from '../../room/opening.ts';
import { playBots, type Play } from '../../room/play-through.ts';
import type { Frame } from '../../sim/observe/frame.ts';
import { gridMinuteUpTo, nextGridMinute } from '../../sim/time/grid.ts';
import { RoomWorld } from '../../room/room-world.ts';
import type { SeriesFrames, SeriesHashes } from './messages.ts';
import type { Series } from './comparison-client.ts';
import { sampleMinutes } from '../../room/sample-minutes.ts';
import type { Pack } from '../../room/scenario-library.ts';

/** A log that has been read, and what to call it. */
export interface NamedLog {
	readonly name: string;
	readonly log: Log;
}

interface WatchedRoom {
	readonly series: Series;
	/** Id of its world in its log. */
	readonly id: string | undefined;
	readonly world: RoomWorld;
	/** Where it ends: the horizon, or the last minute of a log. */
	readonly endMin: number;
}

/**
 * Rooms of one scenario under one seed, side by side at one minute: bots that act as the record has it, bots that do
 * nothing and, where one was opened, a log.
 *
 * What bots do follows from scenario and seed alone, so the conductor plays each room through first; their worlds then
 * follow at whatever pace somebody watches, and a log does not depend on how it was watched.
 */
export class ComparedRuns {
	readonly pack: Pack;
	readonly seed: string;
	readonly stops: readonly number[];
	/** Acts of the record that the room refused. */
	readonly refused: readonly Refusal[];
	readonly log: { name: string; events: number; endMin: number; stored: StoredResult | null } | null;
	readonly #rooms: readonly WatchedRoom[];
	#minute = 0;

	constructor(pack: Pack, seed: string, opened: NamedLog | null = null) {
		this.pack = pack;
		this.seed = seed;
		const { horizonMin, spans } = pack.exercise;
		const record = this.#played('record', horizonMin);
		this.refused = record.refusals.map(({ refusal }) => refusal);
		const watched = [
			this.#watched('record', record.state),
			this.#watched('none', this.#played('none', horizonMin).state)
		];
		this.log = null;
		if (opened !== null) {
			const one = this.#watched('log', foldLog(opened.log.events));
			watched.push(one);
			const stored = opened.log.results.find(({ world }) => world === one.id) ?? null;
			this.log = { name: opened.name, events: opened.log.events.length, endMin: one.endMin, stored };
		}
		this.#rooms = watched;
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
		return this.#rooms.map(({ series }) => series);
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
		for (const { series, world, endMin } of this.#rooms) {
			if (minute <= endMin) frames[series] = world.look(minute);
		}
		return frames;
	}

	/** The state hashes at the present minute; a log's at its end, once that is past. */
	hashes(): SeriesHashes {
		const hashes: { -readonly [L in Series]?: string } = {};
		for (const { series, world, endMin } of this.#rooms) {
			hashes[series] = world.hashAt(Math.min(this.#minute, endMin));
		}
		return hashes;
	}

	/** The log of a series' room up to the present minute, with the result that it came to. */
	logText(series: Exclude<Series, 'log'>): string {
		const { events, state } = this.#played(series, this.#minute);
		const stateHash = this.hashes()[series]!;
		const results = runningWorlds(state).map((world) => ({ world, minute: this.#minute, stateHash }));
		return saveLog({ events, results });
	}

	#played(series: Exclude<Series, 'log'>, untilMin: number): Play {
		const { exercise } = this.pack;
		return playBots(exercise, { seed: this.seed, seats: botSeats(exercise, series), untilMin });
	}

	/** A room's one world; of a log with several, the first that was opened. */
	#watched(series: Series, state: Play['state']): WatchedRoom {
		const [id] = runningWorlds(state);
		const played = id === undefined ? undefined : state.worlds[id];
		const { model, exercise } = this.pack;
		const world = new RoomWorld(() => simEngine(model, this.seed), []);
		if (played !== undefined) world.order(worldOrders(exercise, played));
		return { series, id, world, endMin: gridMinuteUpTo(exercise.spans, played?.minute ?? 0) };
	}
}
