import type { Policy } from '../exercise/bots/policy.ts';
import type { Answer } from '../exercise/commands/decide.ts';
import type { ExerciseRoom } from '../exercise/commands/rule.ts';
import type { RoomEvent } from '../exercise/log/events.ts';
import type { RoomState } from '../exercise/state.ts';
import type { Engine } from '../exercise/world/engine.ts';
import { worldOrders } from '../exercise/world/orders.ts';
import type { Frame } from '../sim/observe/frame.ts';
import { nextGridMinute, stepLengthMin } from '../sim/time/grid.ts';
import { Advance, type Advancing, type Pace } from './advance.ts';
import type { Clock } from './clock.ts';
import { askedUntil, minuteOf, runningWorlds } from './conductor/bot-acts.ts';
import {
	advanceTime,
	arriveSteps,
	goOnSteps,
	hasPeople,
	pauseStep,
	resumeStep,
	type Conducting
} from './conductor/conductor.ts';
import { nextHalt } from './conductor/halts.ts';
import { dueIn, isBotWaiting, isWatched } from './conductor/looks.ts';
import { RoomWorld } from './room-world.ts';
import type { ExerciseScenario } from '../exercise/scenario/scenario.ts';
import type { Sent, Step } from './perform.ts';
import type { Room } from './room.ts';

export interface RunningParts {
	readonly room: Room;
	/** Who acts beside the people, by the seats of a room. */
	readonly policiesOf: (scenario: ExerciseScenario, seats: RoomState['seats']) => readonly Policy[];
	readonly engine: () => Engine;
	/** The minutes that every curve has. */
	readonly samples: readonly number[];
	readonly clock: Clock;
	readonly pace: Pace;
	/** Whether a facilitator opens decisions (see conductor.ts). */
	readonly isFacilitated?: boolean;
	/** Frames of a world to be shown, ascending. */
	readonly show: (world: string, frames: readonly Frame[]) => void;
	/** Where it stands or whether it moves has changed. */
	readonly changed: () => void;
	readonly failed: (error: unknown) => void;
}

interface Running {
	readonly world: RoomWorld;
	advance: Advance | null;
	shownMin: number;
}

/** A room with its worlds: commands change the room, and time moves its worlds from halt to halt. */
export class RunningExercise {
	readonly #parts: RunningParts;
	readonly #worlds = new Map<string, Running>();
	#pace: Pace;
	/** While anything holds it nothing moves by itself: it has not been let go yet, or is being stopped. */
	#holds = 1;
	#isClosed = false;

	constructor(parts: RunningParts) {
		this.#parts = parts;
		this.#pace = parts.pace;
	}

	get room(): Room {
		return this.#parts.room;
	}

	get conducting(): Conducting {
		const { scenario, state } = this.room.view;
		return {
			policies: this.#parts.policiesOf(scenario, state.seats),
			waitsForPeople: hasPeople(state),
			isFacilitated: this.#parts.isFacilitated ?? false
		};
	}

	/** Whether a world is on its way. */
	get isMoving(): boolean {
		return [...this.#worlds.values()].some(({ advance }) => advance !== null && !advance.isStopped);
	}

	world(id: string): RoomWorld {
		return this.#running(id).world;
	}

	/** The minute of a world that is shown: it runs ahead of the log, which says where time has stopped. */
	shownMin(id: string): number {
		return this.#running(id).shownMin;
	}

	/** The minute of a world that has been computed, which may be a little after the one shown. */
	computedMin(id: string): number {
		return this.#running(id).advance?.minute ?? this.#running(id).shownMin;
	}

	/** Shows a world at a minute that it has been at. */
	showAt(id: string, minute: number): void {
		this.#show(id, [this.world(id).look(minute)]);
	}

	/** Lets everything move that is to. A world that was on its way when its room was left is paused. */
	async start(): Promise<void> {
		const { position } = this.room.state;
		if (position.step === 'advance' && position.clock === 'running' && hasPeople(this.room.state))
			await this.room.perform(() => [pauseStep]);
		this.#holds--;
		this.#follow(true);
	}

	/** On from where people are to say so. Null: this is not possible where the exercise stands. */
	async goOn(): Promise<Answer | null> {
		const answer = await this.room.perform((room, events) => goOnSteps(room, this.conducting, events));
		if (answer !== null) this.#follow(true);
		return answer;
	}

	/** A command of somebody's. What is on its way stays on its way. */
	async submit(sent: Sent): Promise<Answer> {
		const answer = await this.room.submit(sent);
		this.#follow(false);
		return answer;
	}

	/** Steps of the facilitator's own, where everything stands still. */
	perform(steps: readonly Step[]): Promise<Answer | null> {
		return this.#stopped(() => [...this.#timeReached(), ...steps]);
	}

	/**
	 * Steps of the facilitator's own at the next minute of each world that is on its way; where all stand, at once.
	 *
	 * @param announcedMin the minute that people were told: a world that has come to it does not go further
	 */
	performNext(announcedMin: number | null, steps: readonly Step[]): Promise<Answer | null> {
		return this.#stopped((room, events) => {
			const { position } = room.state;
			const isOnWay = position.step === 'advance' && position.clock === 'running';
			const worlds = isOnWay ? [...this.#worlds] : [];
			const arrivals = worlds.flatMap(([id, { advance }]) => {
				if (advance === null || minuteOf(room.state, id) >= room.scenario.horizonMin) return [];
				const { minute } = advance;
				if (announcedMin !== null && minute >= announcedMin) return [advanceTime(id, minute)];
				const next = nextGridMinute(room.scenario.spans, room.scenario.horizonMin, minute);
				this.showAt(id, next);
				return this.#arrival(room, events, id, next);
			});
			return [...arrivals, ...steps];
		});
	}

	setPace(pace: Pace): void {
		this.#pace = pace;
		for (const { advance } of this.#worlds.values()) advance?.setPace(pace);
	}

	/** Stops the worlds that are on their way where they are, and pauses the exercise there. */
	pause(): Promise<Answer | null> {
		return this.#stopped(() => [...this.#timeReached(), pauseStep]);
	}

	/** @param then what is done before time passes on */
	async resume(then: readonly Step[] = []): Promise<Answer | null> {
		const answer = await this.room.perform(() => [resumeStep, ...then]);
		this.#follow(true);
		return answer;
	}

	/** A round at the minute that is reached; where none has passed since the last one, one step after it. */
	stopHere(world: string): Promise<Answer | null> {
		return this.#stopped((room, events) => {
			const { scenario, state } = room;
			const { advance } = this.#running(world);
			if (advance === null) return null;
			const from = minuteOf(state, world);
			const minute = advance.minute > from ? advance.minute : from + stepLengthMin(scenario.spans, from);
			if (minute >= scenario.horizonMin) return null;
			this.showAt(world, minute);
			const resume = state.position.clock === 'paused' ? [resumeStep] : [];
			return [...resume, ...arriveSteps(room, { minute, opens: true }, world, [], this.conducting, events)];
		});
	}

	/** Moves and shows nothing any more. */
	close(): void {
		this.#isClosed = true;
		this.#stopAll();
		for (const running of this.#worlds.values()) running.advance = null;
	}

	/** What happens where a world comes to a minute. */
	#arrival(room: ExerciseRoom, events: readonly RoomEvent[], id: string, minute: number): Step[] {
		const halt = nextHalt(room, id, this.conducting.policies);
		const opens = halt.opens && minute >= halt.minute;
		const due = dueIn(room, id, this.world(id).look(minute));
		return arriveSteps(room, { minute, opens }, id, due, this.conducting, events);
	}

	#stopAll(): void {
		for (const { advance } of this.#worlds.values()) advance?.stop();
	}

	/** Stops at once what is on its way, and does something where it has come to. */
	async #stopped(stepsOf: Parameters<Room['perform']>[0]): Promise<Answer | null> {
		this.#holds++;
		this.#stopAll();
		const answer = await this.room.perform(stepsOf).finally(() => this.#holds--);
		this.#follow(answer !== null);
		return answer;
	}

	#timeReached() {
		return [...this.#worlds].flatMap(([id, { advance }]) =>
			advance === null ? [] : [advanceTime(id, advance.minute)]
		);
	}

	/** Lets every world that is to move go to its next halt. `anew`: what was on its way starts again from the log. */
	#follow(anew: boolean): void {
		if (this.#isClosed) return;
		const { position } = this.room.state;
		for (const id of runningWorlds(this.room.state)) {
			const running = this.#running(id);
			this.#order(id);
			if (anew) running.advance?.stop();
			if (anew) running.advance = null;
			const { horizonMin } = this.room.view.scenario;
			if (position.step !== 'advance' || minuteOf(this.room.state, id) >= horizonMin) continue;
			running.advance ??= this.#advanceOf(id, running.world);
			if (position.clock === 'running' && running.advance.isStopped && this.#holds === 0)
				running.advance.go();
		}
		this.#parts.changed();
	}

	#advanceOf(id: string, world: RoomWorld): Advance {
		const { room, clock } = this.#parts;
		const { view, state, events } = room;
		const since = askedUntil(state, events, id);
		const conducting = this.conducting;
		const advancing: Advancing = {
			spans: view.scenario.spans,
			look: (minute) => world.look(minute),
			isSampled: (minute) => world.isSampled(minute),
			isWatched: (minute) => isWatched(room.view, id, minute),
			due: (frame) => {
				if (!isWatched(room.view, id, frame.minute)) return null;
				const due = dueIn(room.view, id, frame);
				const stops = due.length > 0 || isBotWaiting(room.view, conducting, id, since, frame.minute);
				return stops ? due : null;
			},
			show: (frames) => this.#show(id, frames),
			reach: (frame, due) => void this.#arrive(id, frame, due).catch(this.#parts.failed),
			failed: this.#parts.failed
		};
		return new Advance(
			advancing,
			clock,
			minuteOf(state, id),
			nextHalt(view, id, conducting.policies),
			this.#pace
		);
	}

	/** Time stops at a frame: for a round, for what a bot does, or for injects that are due. */
	async #arrive(id: string, frame: Frame, due: readonly string[]): Promise<void> {
		const { advance } = this.#running(id);
		await this.room.perform((room, events) => {
			if (advance !== this.#running(id).advance || frame.minute <= minuteOf(room.state, id)) return null;
			const halt = nextHalt(room, id, this.conducting.policies);
			const opens = halt.opens && frame.minute >= halt.minute;
			return arriveSteps(room, { minute: frame.minute, opens }, id, due, this.conducting, events);
		});
		this.#follow(true);
	}

	#show(id: string, frames: readonly Frame[]): void {
		const latest = frames.at(-1);
		if (latest === undefined || this.#isClosed) return;
		this.#running(id).shownMin = latest.minute;
		this.#parts.show(id, frames);
	}

	#running(id: string): Running {
		const { engine, samples } = this.#parts;
		let running = this.#worlds.get(id);
		if (running === undefined) {
			running = { world: new RoomWorld(engine, samples), advance: null, shownMin: 0 };
			this.#worlds.set(id, running);
			this.#order(id);
		}
		return running;
	}

	/** What has been done in a world by now is what holds in it from here. */
	#order(id: string): void {
		const { scenario, state } = this.room.view;
		this.#running(id).world.order(worldOrders(scenario, state.worlds[id]));
	}
}
