import type { Policy } from '../exercise/bots/policy.ts';
import type { Answer } from '../exercise/commands/decide.ts';
import { minuteReached, seatsIn, type RoomState } from '../exercise/state.ts';
import { worldOrders } from '../exercise/world/orders.ts';
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
import { dueIn, isBotWaiting, isWatched } from './conductor/looks.ts';
import { arrivalSteps, firstHalt } from './conductor/world-halts.ts';
import type { ExerciseScenario } from '../exercise/scenario/scenario.ts';
import type { Sent, Step } from './perform.ts';
import type { Room } from './room.ts';
import type { RoomWorld } from './room-world.ts';
import { ShownWorlds, type ShownWorldsParts } from './shown-worlds.ts';

export interface RunningParts extends ShownWorldsParts {
	readonly room: Room;
	/** Who acts beside the people, by the seats of a room. */
	readonly policiesOf: (scenario: ExerciseScenario, seats: RoomState['seats']) => readonly Policy[];
	readonly clock: Clock;
	readonly pace: Pace;
	/** Whether a facilitator opens decisions (see conductor.ts). */
	readonly isFacilitated?: boolean;
	/** Where it stands or whether it moves has changed. */
	readonly changed: () => void;
	readonly failed: (error: unknown) => void;
}

/** A room with its worlds: commands change the room, and time moves its worlds, all together, from halt to halt. */
export class RunningExercise {
	readonly #parts: RunningParts;
	readonly #worlds: ShownWorlds;
	/** The way to the next halt; null: the worlds are not on their way. */
	#advance: Advance | null = null;
	#pace: Pace;
	/** While anything holds it nothing moves by itself: it has not been let go yet, or is being stopped. */
	#holds = 1;
	#isClosed = false;

	constructor(parts: RunningParts) {
		this.#parts = parts;
		this.#worlds = new ShownWorlds(parts, (id) => this.#order(id));
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
		return this.#worlds.world(id);
	}

	/** The minute of a world that is shown: it runs ahead of the log, which says where time has stopped. */
	shownMin(id: string): number {
		return this.#worlds.shownMin(id);
	}

	/** The minute of a world that has been computed, which may be a little after the one shown. */
	computedMin(id: string): number {
		return Math.max(this.shownMin(id), this.#advance?.minute ?? 0);
	}

	/** Shows a world at a minute that it has been at. */
	showAt(id: string, minute: number): void {
		this.#worlds.showAt(id, minute);
	}

	/**
	 * Lets everything move that is to. A world that was on its way when its room was left is paused.
	 *
	 * @param runsOn it was not left: it goes on
	 */
	async start(runsOn = false): Promise<void> {
		const { position } = this.room.state;
		if (!runsOn && position.step === 'advance' && position.clock === 'running' && hasPeople(this.room.state))
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
				const frame = this.world(world).look(next);
				return { world, due: dueIn(room, world, frame), frame };
			});
			return [...arrivalSteps(room, events, this.conducting, next, arrivals), ...steps];
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
		this.#worlds.close();
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
			return due.length > 0 || isWaiting ? [{ world, due, frame }] : [];
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
					this.#worlds.show(
						world,
						looks.flatMap((look) => (look.world === world ? [look.frame] : []))
					);
			},
			reach: (minute, due) => void this.#arrive(minute, due).catch(this.#parts.failed),
			failed: this.#parts.failed
		};
		return new Advance(advancing, clock, minuteReached(state), firstHalt(room.view, conducting), this.#pace);
	}

	/** Time stops: for a round, for what bots do, or for injects that are due. */
	async #arrive(minute: number, due: readonly Arrival[]): Promise<void> {
		const advance = this.#advance;
		await this.room.perform((room, events) => {
			if (advance !== this.#advance || minute <= minuteReached(room.state)) return null;
			return arrivalSteps(room, events, this.conducting, minute, due);
		});
		this.#follow(true);
	}

	/** What has been done in a world by now is what holds in it from here. */
	#order(id: string): void {
		const { scenario, state } = this.room.view;
		this.world(id).order(worldOrders(scenario, state.worlds[id]));
	}
}
