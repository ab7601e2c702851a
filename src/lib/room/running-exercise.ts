import type { Policy } from '../exercise/bots/policy.ts';
import type { Answer } from '../exercise/commands/decide.ts';
import type { ExerciseRoom } from '../exercise/commands/rule.ts';
import type { RoomEvent } from '../exercise/log/events.ts';
import { minuteReached, seatsIn, type RoomState } from '../exercise/state.ts';
import type { Engine } from '../exercise/world/engine.ts';
import { worldOrders } from '../exercise/world/orders.ts';
import type { Frame } from '../sim/observe/frame.ts';
import { nextGridMinute, stepLengthMin } from '../sim/time/grid.ts';
import { Advance, type Advancing, type Look, type Pace } from './advance.ts';
import type { Clock } from './clock.ts';
import { askedUntil, runningWorlds } from './conductor/bot-acts.ts';
import {
	advanceTime,
	arriveSteps,
	goOnSteps,
	hasPeople,
	pauseStep,
	resumeStep,
	type Arrival,
	type Conducting
} from './conductor/conductor.ts';
import { nextHalt, type Halt } from './conductor/halts.ts';
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
	shownMin: number;
}

/** A room with its worlds: commands change the room, and time moves its worlds, all together, from halt to halt. */
export class RunningExercise {
	readonly #parts: RunningParts;
	readonly #worlds = new Map<string, Running>();
	/** The way to the next halt; null: the worlds are not on their way. */
	#advance: Advance | null = null;
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
			policiesIn: (world) => this.#parts.policiesOf(scenario, seatsIn(state, world)),
			waitsForPeople: hasPeople(state),
			isFacilitated: this.#parts.isFacilitated ?? false
		};
	}

	/** Whether the worlds are on their way. */
	get isMoving(): boolean {
		return this.#advance !== null && !this.#advance.isStopped;
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
		const { shownMin } = this.#running(id);
		return Math.max(shownMin, this.#advance?.minute ?? 0);
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

	/** Does something that takes a while, with the worlds standing still until it is done. */
	async whileHeld<Result>(task: () => Promise<Result>): Promise<Result> {
		this.#holds++;
		this.#advance?.stop();
		try {
			return await task();
		} finally {
			this.#holds--;
			this.#follow(true);
		}
	}

	/**
	 * Steps of the facilitator's own at the next minute of the worlds that are on their way; where they stand, at once.
	 *
	 * @param announcedMin the minute that people were told: worlds that have come to it do not go further
	 */
	performNext(announcedMin: number | null, steps: readonly Step[]): Promise<Answer | null> {
		return this.#stopped((room, events) => {
			const { position } = room.state;
			const isOnWay = position.step === 'advance' && position.clock === 'running';
			const { spans, horizonMin } = room.scenario;
			const advance = this.#advance;
			if (!isOnWay || advance === null || minuteReached(room.state) >= horizonMin) return [...steps];
			const { minute } = advance;
			if (announcedMin !== null && minute >= announcedMin) return [...this.#timeReached(), ...steps];
			const next = nextGridMinute(spans, horizonMin, minute);
			const arrivals = runningWorlds(room.state).map((world): Arrival => {
				this.showAt(world, next);
				return { world, due: dueIn(room, world, this.world(world).look(next)) };
			});
			return [...this.#arrivalSteps(room, events, next, arrivals), ...steps];
		});
	}

	setPace(pace: Pace): void {
		this.#pace = pace;
		this.#advance?.setPace(pace);
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
	stopHere(): Promise<Answer | null> {
		return this.#stopped((room, events) => {
			const { scenario, state } = room;
			const advance = this.#advance;
			if (advance === null) return null;
			const from = minuteReached(state);
			const minute = advance.minute > from ? advance.minute : from + stepLengthMin(scenario.spans, from);
			if (minute >= scenario.horizonMin) return null;
			const arrivals = runningWorlds(state).map((world) => ({ world, due: [] }));
			for (const { world } of arrivals) this.showAt(world, minute);
			const resume = state.position.clock === 'paused' ? [resumeStep] : [];
			return [...resume, ...arriveSteps(room, { minute, opens: true }, arrivals, this.conducting, events)];
		});
	}

	/** Moves and shows nothing any more. */
	close(): void {
		this.#isClosed = true;
		this.#advance?.stop();
		this.#advance = null;
	}

	/** Stops at once what is on its way, and does something where it has come to. */
	async #stopped(stepsOf: Parameters<Room['perform']>[0]): Promise<Answer | null> {
		this.#holds++;
		this.#advance?.stop();
		const answer = await this.room.perform(stepsOf).finally(() => this.#holds--);
		this.#follow(answer !== null);
		return answer;
	}

	#timeReached() {
		const minute = this.#advance?.minute;
		if (minute === undefined) return [];
		return runningWorlds(this.room.state).map((world) => advanceTime(world, minute));
	}

	/** Lets the worlds go to their next halt where they are to move. `anew`: what was on its way starts again from the log. */
	#follow(anew: boolean): void {
		if (this.#isClosed) return;
		const { scenario, state } = this.room.view;
		const { position } = state;
		for (const id of runningWorlds(state)) this.#order(id);
		if (anew) {
			this.#advance?.stop();
			this.#advance = null;
		}
		if (position.step === 'advance' && minuteReached(state) < scenario.horizonMin) {
			this.#advance ??= this.#newAdvance();
			const isToGo = position.clock === 'running' && this.#advance.isStopped && this.#holds === 0;
			if (isToGo) this.#advance.go();
		}
		this.#parts.changed();
	}

	#newAdvance(): Advance {
		const { room, clock } = this.#parts;
		const { view, state, events } = room;
		const worlds = runningWorlds(state);
		const since = new Map(worlds.map((id) => [id, askedUntil(state, events, id)]));
		const conducting = this.conducting;
		const dueAt = ({ world, frame }: Look): Arrival[] => {
			if (!isWatched(room.view, world, frame.minute)) return [];
			const due = dueIn(room.view, world, frame);
			const isWaiting = isBotWaiting(room.view, conducting, world, since.get(world)!, frame.minute);
			return due.length > 0 || isWaiting ? [{ world, due }] : [];
		};
		const advancing: Advancing = {
			spans: view.scenario.spans,
			look: (minute) => worlds.map((world) => ({ world, frame: this.world(world).look(minute) })),
			isSampled: (minute) => worlds.some((world) => this.world(world).isSampled(minute)),
			isWatched: (minute) => worlds.some((world) => isWatched(room.view, world, minute)),
			due: (looks) => {
				const due = looks.flatMap(dueAt);
				return due.length > 0 ? due : null;
			},
			show: (looks) => {
				for (const world of worlds)
					this.#show(
						world,
						looks.flatMap((look) => (look.world === world ? [look.frame] : []))
					);
			},
			reach: (minute, due) => void this.#arrive(minute, due).catch(this.#parts.failed),
			failed: this.#parts.failed
		};
		return new Advance(advancing, clock, minuteReached(state), this.#nextHalt(room.view), this.#pace);
	}

	/** Where the first of the worlds halts; at a stop all do. */
	#nextHalt(view: ExerciseRoom): Halt {
		const halts = this.#halts(view);
		const minute = Math.min(...halts.map(({ halt }) => halt.minute));
		return { minute, opens: halts.some(({ halt }) => halt.opens && halt.minute === minute) };
	}

	#halts(view: ExerciseRoom): { readonly world: string; readonly halt: Halt }[] {
		const { policiesIn } = this.conducting;
		return runningWorlds(view.state).map((world) => ({
			world,
			halt: nextHalt(view, world, policiesIn(world))
		}));
	}

	/** Time stops: for a round, for what bots do, or for injects that are due. */
	async #arrive(minute: number, due: readonly Arrival[]): Promise<void> {
		const advance = this.#advance;
		await this.room.perform((room, events) => {
			if (advance !== this.#advance || minute <= minuteReached(room.state)) return null;
			return this.#arrivalSteps(room, events, minute, due);
		});
		this.#follow(true);
	}

	/** What happens where the worlds come to a minute: in those that something is due in, and those that halt there. */
	#arrivalSteps(
		room: ExerciseRoom,
		events: readonly RoomEvent[],
		minute: number,
		due: readonly Arrival[]
	): Step[] {
		const halting = this.#halts(room).filter(({ halt }) => minute >= halt.minute);
		const others = halting.filter(({ world }) => due.every((one) => one.world !== world));
		const arrivals = [...due, ...others.map(({ world }) => ({ world, due: [] }))];
		const opens = halting.some(({ halt }) => halt.opens);
		return arriveSteps(room, { minute, opens }, arrivals, this.conducting, events);
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
			running = { world: new RoomWorld(engine, samples), shownMin: 0 };
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
