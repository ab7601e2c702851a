import type { Answer } from '../exercise/commands/decide.ts';
import type { ExerciseRoom } from '../exercise/commands/rule.ts';
import type { RoomEvent } from '../exercise/log/events.ts';
import { foldLog } from '../exercise/log/evolve.ts';
import type { ExerciseScenario } from '../exercise/scenario/scenario.ts';
import { EMPTY_ROOM, type RoomState } from '../exercise/state.ts';
import { perform, type Sent, type Step } from './perform.ts';

/** Events that have been decided on, before anybody sees them. */
export interface Appending {
	/** How many events the log holds before. */
	readonly expectedVersion: number;
	readonly fresh: readonly RoomEvent[];
	/** The whole log with them, and what it adds up to. */
	readonly events: readonly RoomEvent[];
	readonly state: RoomState;
}

export interface RoomParts {
	readonly scenario: ExerciseScenario;
	/** The log so far; empty: a new room. */
	readonly events: readonly RoomEvent[];
	/** Resolves once the events would survive a crash. Where it rejects, nothing has happened. */
	readonly append: (appending: Appending) => Promise<void>;
	/** The room has changed, and that has been kept. */
	readonly publish: (room: Room) => void;
}

/**
 * One exercise: commands come in, one after the other; what they lead to is kept, and then shown. It holds a log and
 * what that adds up to, and no world.
 */
export class Room {
	readonly #parts: RoomParts;
	#events: readonly RoomEvent[];
	#state: RoomState;
	#last: Promise<unknown> = Promise.resolve();

	constructor(parts: RoomParts) {
		this.#parts = parts;
		this.#events = parts.events;
		this.#state = foldLog(parts.events, EMPTY_ROOM);
	}

	get view(): ExerciseRoom {
		return { scenario: this.#parts.scenario, state: this.#state };
	}

	get state(): RoomState {
		return this.#state;
	}

	get events(): readonly RoomEvent[] {
		return this.#events;
	}

	/** Decides on one command when all before it are done. A resend of the same id is harmless. */
	async submit(sent: Sent): Promise<Answer> {
		return (await this.perform(() => [() => [sent]]))!;
	}

	/**
	 * Several commands that belong together: all that is accepted of them is kept in one piece or not at all.
	 *
	 * @param stepsOf what is to be done, given the room as it stands when it is its turn; null: nothing is
	 * @returns the answer to the command that was sent last; null: none was
	 */
	perform(
		stepsOf: (room: ExerciseRoom, events: readonly RoomEvent[]) => readonly Step[] | null
	): Promise<Answer | null> {
		return this.whenIdle(() => this.#perform(stepsOf(this.view, this.#events) ?? []));
	}

	/** Does something else in its turn: nothing is decided meanwhile. Rejects as the task does. */
	whenIdle<Result>(task: () => Result | Promise<Result>): Promise<Result> {
		const done = this.#last.then(task);
		this.#last = done.catch(() => {});
		return done;
	}

	/**
	 * Takes something out of every event: texts that are to be erased. As many events stay, and what they lead to.
	 *
	 * @param keep resolves once the log would survive a crash as it is now
	 */
	rewrite(
		change: (event: RoomEvent) => RoomEvent,
		keep: (events: readonly RoomEvent[]) => Promise<void>
	): Promise<void> {
		return this.whenIdle(async () => {
			const events = this.#events.map(change);
			const state = foldLog(events, EMPTY_ROOM);
			await keep(events);
			this.#events = events;
			this.#state = state;
		});
	}

	async #perform(steps: readonly Step[]): Promise<Answer | null> {
		const { events: fresh, state, answer } = perform(this.view, steps);
		if (fresh.length === 0) return answer;
		const events = [...this.#events, ...fresh];
		await this.#parts.append({ expectedVersion: this.#events.length, fresh, events, state });
		this.#events = events;
		this.#state = state;
		this.#parts.publish(this);
		return answer;
	}
}
