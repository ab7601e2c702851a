import { policiesOfSeats } from '../../exercise/bots/roster.ts';
import type { Policy } from '../../exercise/bots/policy.ts';
import { saveLog } from '../../exercise/log/log-file.ts';
import { minuteReached } from '../../exercise/state.ts';
import { simEngine } from '../../exercise/world/engine.ts';
import type { Clock } from '../../room/clock.ts';
import { runningWorlds } from '../../room/conductor/bot-acts.ts';
import { goOnSteps, pauseStep } from '../../room/conductor/conductor.ts';
import { botSeats, openingSteps } from '../../room/opening.ts';
import { playBots } from '../../room/play-through.ts';
import { Room } from '../../room/room.ts';
import { RunningExercise } from '../../room/running-exercise.ts';
import { sampleMinutes } from '../../room/sample-minutes.ts';
import type { Pack } from '../../room/scenario-library.ts';
import type { Frame } from '../../sim/observe/frame.ts';
import { comparisonFacts, type ComparisonFacts } from './comparison-facts.ts';
import type { Motion } from './messages.ts';
import { OpenedLogWorld, type NamedLog } from './opened-log-world.ts';
import { PLAYED_SERIES, type MinutesPerSecond, type PlayedSeries, type SeriesHashes } from './series.ts';

export interface ComparisonParts {
	readonly pack: Pack;
	readonly seed: string;
	/** A log to be shown beside the bots; null: none. */
	readonly opened: NamedLog | null;
	readonly clock: Clock;
	readonly pace: MinutesPerSecond;
	readonly show: (series: PlayedSeries | 'log', frames: readonly Frame[]) => void;
	readonly moved: (motion: Motion, minute: number, hashes: SeriesHashes) => void;
	readonly failed: (error: unknown) => void;
}

/**
 * An exercise that bots play in worlds of their own, all at one minute: those that do what people did on the day, and those
 * that do nothing. A log that was opened is shown beside them.
 */
export class ComparisonExercise {
	readonly facts: ComparisonFacts;
	readonly #parts: ComparisonParts;
	readonly #exercise: RunningExercise;
	readonly #log: OpenedLogWorld | null;
	#pace: MinutesPerSecond;
	/** Until then it goes as fast as it can, and pauses there; null: it moves as it is told to. */
	#hurriesUntilMin: number | null = null;
	#told = '';

	constructor(parts: ComparisonParts) {
		this.#parts = parts;
		this.#pace = parts.pace;
		const { pack, seed, opened, clock } = parts;
		const { exercise: scenario, model } = pack;
		this.#log = opened === null ? null : new OpenedLogWorld(pack, seed, opened);
		const refused = this.#played('record', scenario.horizonMin).refusals.map(({ refusal }) => refusal);
		this.facts = comparisonFacts(pack, seed, refused, this.#log?.facts ?? null);
		const room = new Room({
			// Messages are for people: nobody reads them here, and what they wait for need not be looked for.
			scenario: { ...scenario, injects: [] },
			events: [],
			// Nothing of it is kept: it is made again from scenario and seed.
			append: () => Promise.resolve(),
			publish: () => {}
		});
		const ends = this.#log === null ? [] : [this.#log.facts.endMin];
		this.#exercise = new RunningExercise({
			room,
			policiesOf: (rules, seats) => [...policiesOfSeats(rules, seats), ...ends.map(haltAt)],
			engine: () => simEngine(model, seed),
			samples: sampleMinutes(scenario.spans, scenario.horizonMin, [
				...scenario.record.map(({ atMin }) => atMin),
				...model.releases.map(({ atMin }) => atMin),
				...ends
			]),
			clock,
			pace: { unit: 'minutes', perSecond: parts.pace },
			show: (world, frames) => this.#show(world as PlayedSeries, frames),
			changed: () => this.#changed(),
			failed: parts.failed
		});
	}

	/** To the first minute, where it stands; with a log, on to where that ends. */
	async start(): Promise<void> {
		const { room, conducting } = this.#exercise;
		const { exercise: scenario } = this.#parts.pack;
		const seats = PLAYED_SERIES.flatMap((series) =>
			botSeats(scenario, series).map((seat) => ({ ...seat, seat: `${series}.${seat.seat}`, team: series }))
		);
		await room.perform(() => openingSteps(this.#parts.seed, null, seats, 'parallel'));
		for (let steps = goOnSteps(room.view, conducting, room.events); steps !== null;) {
			const { version } = room.state;
			const now = steps;
			await room.perform(() => now);
			if (room.state.version === version) throw new Error('an exercise of bots does not begin');
			steps = goOnSteps(room.view, conducting, room.events);
		}
		await room.perform(() => [pauseStep]);
		for (const world of runningWorlds(room.state)) this.#exercise.showAt(world, 0);
		await this.#exercise.start();
		if (this.#log === null || this.#log.facts.endMin === 0) return;
		this.#hurriesUntilMin = this.#log.facts.endMin;
		this.#exercise.setPace({ unit: 'minutes', perSecond: null });
		await this.#exercise.resume();
	}

	async resume(): Promise<void> {
		if (this.#isPaused) await this.#exercise.resume();
	}

	async pause(): Promise<void> {
		this.#settle();
		if (!this.#isOnWay || this.#isPaused) return;
		await this.#exercise.pause();
	}

	/** One step of the grid from where it stands. */
	async step(): Promise<void> {
		if (!this.#isPaused) return;
		await this.#exercise.whileHeld(async () => {
			await this.#exercise.resume();
			await this.#exercise.performNext(null, [(room) => (isOnWay(room.state) ? pauseStep(room) : [])]);
		});
	}

	setPace(pace: MinutesPerSecond): void {
		this.#pace = pace;
		if (this.#hurriesUntilMin === null) this.#exercise.setPace({ unit: 'minutes', perSecond: pace });
	}

	/** A series' log up to the present minute, as its bots make it without company; with the result that it came to. */
	logFile(series: PlayedSeries): { readonly fileName: string; readonly text: string } {
		const minute = minuteReached(this.#exercise.room.state);
		const { events, state } = this.#played(series, minute);
		const stateHash = this.#exercise.world(series).hashAt(minute);
		const results = runningWorlds(state).map((world) => ({ world, minute, stateHash }));
		return {
			fileName: `${this.#parts.pack.scenario.id}-${series}-minute-${minute}.log.json`,
			text: saveLog({ events, results })
		};
	}

	close(): void {
		this.#exercise.close();
	}

	get #isOnWay(): boolean {
		return isOnWay(this.#exercise.room.state);
	}

	get #isPaused(): boolean {
		return this.#isOnWay && this.#exercise.room.state.position.clock === 'paused';
	}

	#played(bot: PlayedSeries, untilMin: number) {
		const { exercise } = this.#parts.pack;
		return playBots(exercise, { seed: this.#parts.seed, seats: botSeats(exercise, bot), untilMin });
	}

	#show(series: PlayedSeries, frames: readonly Frame[]): void {
		this.#parts.show(series, frames);
		// The log is looked at once for all the worlds beside it.
		if (series !== PLAYED_SERIES[0] || this.#log === null) return;
		const own = this.#log.framesAt(frames.map(({ minute }) => minute));
		if (own.length > 0) this.#parts.show('log', own);
	}

	#changed(): void {
		const { state } = this.#exercise.room;
		const minute = minuteReached(state);
		if (this.#hurriesUntilMin !== null && minute >= this.#hurriesUntilMin) {
			this.#settle();
			if (isOnWay(state)) void this.#exercise.pause().catch(this.#parts.failed);
			return;
		}
		const motion = this.#exercise.isMoving ? 'playing' : isOnWay(state) ? 'paused' : 'ended';
		const told = `${motion} ${motion === 'playing' ? '' : minute}`;
		if (told === this.#told) return;
		this.#told = told;
		if (motion === 'playing') return this.#parts.moved(motion, minute, {});
		for (const series of PLAYED_SERIES) {
			// As fast as it can it stops between the minutes that are shown.
			if (this.#exercise.shownMin(series) < minute) this.#exercise.showAt(series, minute);
		}
		this.#parts.moved(motion, minute, this.#hashes(minute));
	}

	/** No more hurry: it moves at the pace that was asked for. */
	#settle(): void {
		if (this.#hurriesUntilMin === null) return;
		this.#hurriesUntilMin = null;
		this.setPace(this.#pace);
	}

	/** State hashes at a minute that has been reached; a log's at its end, once that is past. */
	#hashes(minute: number): SeriesHashes {
		const played = PLAYED_SERIES.map((series) => [series, this.#exercise.world(series).hashAt(minute)]);
		const log = this.#log === null ? {} : { log: this.#log.hashAt(minute) };
		return { ...Object.fromEntries(played), ...log };
	}
}

function isOnWay({ position }: RunningExercise['room']['state']): boolean {
	return position.step === 'advance';
}

/** Does nothing, and has the worlds halt at a minute. */
function haltAt(minute: number): Policy {
	return { name: 'halt', acts: () => [], nextMin: (_room, from) => (from < minute ? minute : null) };
}
